<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Markdown;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class MarkdownTest extends TestCase {
	/** @return iterable<string, array{text: string, blocks: list<array<string, mixed>>}> */
	public static function cases(): iterable {
		foreach (json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/markdown.json'), true, 32, JSON_THROW_ON_ERROR) as $case) {
			yield $case['text'] => $case;
		}
	}

	#[DataProvider('cases')]
	public function testAsTheBrowserDoes(string $text, array $blocks): void {
		self::assertEquals($blocks, Markdown::blocks($text));
	}
}
