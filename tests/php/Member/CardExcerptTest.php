<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** The words of a query are shown in their context on a card, in any form. */
class CardExcerptTest extends NetworkTestCase {
	/** @return list<array{string, string, string}> what is written, what is asked for, and what of it is marked */
	public static function words(): array {
		return [
			['Ouvrir les yeux', 'œil', 'yeux'],
			['Les travaux du matin', 'travail', 'travaux'],
			['Élever des brebis', 'éle', 'Élever'],
			['L’Œuvre commune', 'oeuvres', 'Œuvre'],
			['Jardiner à l’école', 'JARDINAGES ecole', 'Jardiner école'],
			['Перекуём mечи', 'перекуем', 'Перекуём'],
			['Une eЯ mêlée', 'eя', 'eЯ'],
			['12 hectares', '12', '12'],
		];
	}

	#[DataProvider('words')]
	public function testWordsAreMarkedInAnyForm(string $written, string $asked, string $marked): void {
		$this->account('alice');
		$this->card('alice', ['headline' => $written]);
		$this->account('bob');
		$found = $this->data('GET', '/members', 'bob', ['q' => $asked])['members'][0]['found'][0];
		self::assertSame('headline', $found['part']);
		self::assertSame($marked, implode(' ', array_filter($found['pieces'], static fn (int $i): bool => $i % 2 === 1, ARRAY_FILTER_USE_KEY)));
	}

	/** What lets a list skip most words. */
	public function testAStemHasTheFirstLetterOfItsWordExceptForYeux(): void {
		$texts = json_encode(json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/network/members.json'), true, 64, JSON_THROW_ON_ERROR), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
		$words = array_unique([...Tokenizer::of($texts), 'travaux', 'vitraux', 'baux', 'yeux']);
		self::assertGreaterThan(1500, count($words));
		$otherwise = array_filter($words, static fn (string $word): bool => ctype_alpha($word[0]) && Tokenizer::token($word)[0] !== $word[0] && Tokenizer::token($word)[0] !== 'x');
		self::assertSame(['yeux' => 'o'], array_combine($otherwise, array_map(static fn (string $word): string => Tokenizer::token($word)[0], $otherwise)));
	}
}
