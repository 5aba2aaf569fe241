<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Stem;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Words that are one to who looks for them, and those that are not. */
class StemTest extends TestCase {
	/** @return array<string, list<list<string>>> */
	public static function same(): array {
		return [
			'plurals in -aux' => [['local', 'locaux']],
			'plurals in -aux of long words' => [['journal', 'journaux']],
			'plurals no rule tells' => [['travail', 'travaux', 'travails']],
			'plurals in -eaux' => [['bateau', 'bateaux']],
			'plurals in -oux' => [['genou', 'genoux']],
			'plurals in -s' => [['jardin', 'jardins']],
			'feminines of who does' => [['animateur', 'animatrice', 'animer', 'animation']],
			'feminines in -euse' => [['danseur', 'danseuse', 'danseuses']],
			'feminines in -iere' => [['fermier', 'fermiere', 'fermieres']],
			'feminines in -ive' => [['actif', 'active', 'actives']],
			'feminines in -que' => [['public', 'publique', 'publiques']],
			'participles' => [['partage', 'partagee', 'partagees', 'partager']],
			'doubled consonants' => [['paysan', 'paysanne', 'paysans']],
		];
	}

	/** @param list<string> $words */
	#[DataProvider('same')]
	public function testTheseAreOne(array $words): void {
		self::assertCount(1, array_unique(array_map(Stem::of(...), $words)), json_encode(array_map(Stem::of(...), $words), JSON_THROW_ON_ERROR));
	}

	public function testTheseStayApart(): void {
		foreach ([['pate', 'pat'], ['chaux', 'chal'], ['local', 'loca'], ['mer', 'mere'], ['eaux', 'eal'], ['poisson', 'poison']] as [$one, $other]) {
			self::assertNotSame(Stem::of($one), Stem::of($other), "$one $other");
		}
	}

	public function testShortWordsStayAsTheyAre(): void {
		self::assertSame(['les', 'ami', 'mas'], array_map(Stem::of(...), ['les', 'ami', 'mas']));
	}
}
