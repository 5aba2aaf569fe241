<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupWords;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\Days;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

/** The page says the same of groups before and after its scripts are there: both sides keep to the same file. */
class FirstGroupWordsTest extends TestCase {
	public function testWordsOfAGroup(): void {
		$rules = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/group-words.json'), true, flags: JSON_THROW_ON_ERROR);
		$english = new L10N('en', 'en', []);
		$words = new GroupWords(new CardWords($english), $this->createStub(Days::class), $english);
		foreach ([
			'states' => $words->stateLine(...),
			'mine' => $words->mine(...),
			'over' => $words->over(...),
			'engagedOn' => $words->engagedOn(...),
			'left' => $words->left(...),
			'invited' => $words->invited(...),
			'join' => $words->join(...),
		] as $rule => $word) {
			foreach ($rules[$rule] as [$asked, $text]) {
				self::assertSame($text, $word($asked), $rule);
			}
		}
		foreach ($rules['statuses'] as $status => $text) {
			self::assertSame([$text, $rules['statusSentences'][$status]], [$words->status($status), $words->statusSentence($status)]);
		}
	}
}
