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

/** Both sides keep to the same limits and the same first audience of each part. */
class CardLimitsTest extends TestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/card-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared['limits'], CardRules::LIMITS);
		$defaults = [];
		foreach (Part::cases() as $part) {
			$defaults[$part->value] = $part->defaultAudience()->value;
		}
		self::assertSame($shared['defaults'], $defaults);
	}
}
