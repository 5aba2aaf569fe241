<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\TextLocale;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

class DateWordsTest extends TestCase {
	/** @return list<array{string, string, string, string, string}> language, the reader's locale, day, the result, with the day of the week */
	public static function shared(): array {
		return json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/days.json'), true, 3, JSON_THROW_ON_ERROR);
	}

	#[DataProvider('shared')]
	public function testADayInTheLanguageOfTheTextAsOnTheOtherSide(string $language, string $locale, string $day, string $long, string $full): void {
		$l = new L10N($language, $locale, []);
		self::assertSame([$long, $full], [DateWords::long($l, $day), DateWords::full($l, $day)]);
	}

	public function testTheLocaleIsTheReadersWhereItIsOfThatLanguage(): void {
		foreach ([['fr', 'fr_CA', 'fr_CA'], ['ca', 'fr_FR', 'ca'], ['oc', 'fr_FR', 'fr_FR'], ['oc', 'en_US', 'fr']] as [$language, $locale, $used]) {
			self::assertSame($used, TextLocale::of(new L10N($language, $locale, [])));
		}
	}
}
