<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** A test provokes each reason of a refusal. */
class ReasonsTest extends TestCase {
	/** Only two requests at the same moment lead to these. */
	private const BY_RACES = ['introduction_other_hidden'];

	public function testEachReasonIsProvoked(): void {
		preg_match_all('/(?:new ReasonException|::refusal|ReasonException::at)\(\s*\'([a-z_]+)\'/', self::textOf(__DIR__ . '/../../../lib'), $found);
		$reasons = array_unique($found[1]);
		self::assertGreaterThan(100, count($reasons));
		$tests = self::textOf(__DIR__ . '/..');
		$missing = array_filter($reasons, static fn (string $reason): bool => preg_match("/['\" ]{$reason}['\" ]/", $tests) !== 1);
		self::assertSame([], array_values(array_diff($missing, self::BY_RACES)));
	}

	private static function textOf(string $folder): string {
		$text = '';
		foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, RecursiveDirectoryIterator::SKIP_DOTS)) as $file) {
			if ($file->getExtension() === 'php' && $file->getPathname() !== __FILE__) {
				$text .= file_get_contents($file->getPathname());
			}
		}
		return $text;
	}
}
