<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\Part;
use PHPUnit\Framework\TestCase;

/** Both sides have the same parts in the same order, with the same limits, sections and default audiences. */
class CardLimitsTest extends TestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/card-parts.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared['limits'], CardRules::LIMITS);
		$parts = [];
		foreach (Part::cases() as $part) {
			$parts[$part->value] = [
				'kind' => $part->kind()->value,
				'max' => $part->max(),
				'section' => $part->section(),
				'audience' => $part->defaultAudience()->value,
				'wide' => $part->isWide(),
			];
		}
		self::assertSame($shared['parts'], $parts);
	}
}
