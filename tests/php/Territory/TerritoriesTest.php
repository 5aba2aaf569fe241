<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Territory;

use OCA\Reseau\Territory\Territories;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class TerritoriesTest extends TestCase {
	#[TestWith(['commune', '11206', 'Limoux'])]
	#[TestWith(['commune', '2A004', 'Ajaccio'])]
	#[TestWith(['commune', '97411', 'Saint-Denis'])]
	#[TestWith(['commune', '75056', 'Paris'])]
	#[TestWith(['epci', '200071926', 'CC du Limouxin'])]
	#[TestWith(['departement', '11', 'Aude'])]
	#[TestWith(['departement', '2B', 'Haute-Corse'])]
	#[TestWith(['region', '76', 'Occitanie'])]
	#[TestWith(['commune', '11999', null])]
	#[TestWith(['commune', '112060', null])]
	#[TestWith(['commune', '1120', null])]
	#[TestWith(['commune', 'index', null])]
	#[TestWith(['epci', '11206', null])]
	#[TestWith(['departement', '20', null])]
	#[TestWith(['region', '../index', null])]
	#[TestWith(['planet', '3', null])]
	public function testNames(string $kind, string $code, ?string $name): void {
		self::assertSame($name, (new Territories())->name($kind, $code));
	}

	#[TestWith(['commune', '11206', [43.05, 2.22]])]
	#[TestWith(['epci', '200071926', [43.04, 2.22]])]
	#[TestWith(['commune', '11289', [43.04, 2.22]])]
	#[TestWith(['departement', '11', null])]
	#[TestWith(['region', '76', null])]
	#[TestWith(['commune', '11999', null])]
	#[TestWith(['epci', '11206', null])]
	#[TestWith(['planet', '3', null])]
	public function testPoints(string $kind, string $code, ?array $point): void {
		self::assertSame($point, (new Territories())->centre($kind, $code));
	}

	#[TestWith(['Foix', ['foix']])]
	#[TestWith(['une remorque près de FOIX samedi', ['foix']])]
	#[TestWith(['saint girons', ['saint', 'girons']])]
	#[TestWith(['Bastide-de-Sérou', ['bastide', 'de', 'serou']])]
	#[TestWith(['l’Ile-Rousse', ['ile', 'rousse']])]
	#[TestWith(['Ariège', ['ariege']])]
	#[TestWith(['occitanie', ['occitanie']])]
	#[TestWith(['Girons', []])]
	#[TestWith(['jadrin (.*) "] 09122', []])]
	#[TestWith(['', []])]
	public function testWordsThatNameAPlace(string $text, array $words): void {
		$found = (new Territories())->wordsOfNames($text);
		self::assertSame([], array_diff($words, $found));
		self::assertSame($words === [], $found === []);
	}

	public function testEveryTerritoryOfTheDemoNetworkIsFoundByName(): void {
		$territories = new Territories();
		foreach (json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/network/members.json'), true) as $member) {
			foreach ($member['territories'] as $place) {
				self::assertSame($place['name'], $territories->name($place['kind'], $place['code']));
			}
		}
	}
}
