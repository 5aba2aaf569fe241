<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupWords;
use OCA\Reseau\Member\Card\CardWords;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

/** Search results and the page call a group the same: both sides keep to the same file. */
class GroupWordsTest extends TestCase {
	public function testWordsOfAGroup(): void {
		$rules = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/group-words.json'), true, flags: JSON_THROW_ON_ERROR);
		$english = new L10N('en', 'en', []);
		$words = new GroupWords(new CardWords($english), $english);
		foreach ($rules['states'] as [$asked, $text]) {
			self::assertSame($text, $words->stateLine($asked));
		}
		foreach ($rules['statuses'] as $status => $text) {
			self::assertSame($text, $words->status($status));
		}
	}
}
