<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Card\CardText;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\Voice;
use OCA\Reseau\Member\FirstAnswer\DirectoryWords;
use OCA\Reseau\Member\FirstAnswer\FirstTile;
use OCA\Reseau\Member\Home\AwaitWords;
use OCA\Reseau\Shared\Avatar;
use OCA\Reseau\Shared\NumberFormat;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

/** The page says the same before and after its scripts are there: both sides keep to the same files. */
class FirstWordsTest extends TestCase {
	public function testTextsMadeOfACard(): void {
		$texts = self::rules('card-texts');
		foreach ($texts['lines'] as ['card' => $card, 'line' => $line]) {
			self::assertSame($line, CardText::line($card));
		}
		foreach ($texts['mail'] as $email => $address) {
			self::assertSame($address, CardText::mailAddress($email));
		}
		foreach ($texts['websites'] as $written => $opens) {
			self::assertSame($opens, CardText::webAddress($written) !== null, $written);
		}
		self::assertSame('tel:+33199000001', CardText::phoneAddress('+33 1 99 00 00 01'));
	}

	public function testWordsOfACard(): void {
		$rules = self::rules('card-words');
		$words = new CardWords(self::english());
		foreach (Part::cases() as $part) {
			self::assertSame($rules['parts'][$part->value], $words->part($part));
			self::assertSame($rules['partsOfOrganisation'][$part->value], $words->part($part, Voice::Organisation));
		}
		self::assertSame(array_keys($rules['parts']), array_column(Part::cases(), 'value'));
		self::assertSame($rules['kinds'], self::wordsOf($rules['kinds'], $words->kind(...)));
		self::assertSame($rules['short'], self::wordsOf($rules['short'], $words->short(...)));
		self::assertSame($rules['audiences'], self::wordsOf($rules['audiences'], static fn (string $level): string => $words->audience($level, Voice::Own)));
		self::assertSame($rules['audiencesOfKept'], self::wordsOf($rules['audiencesOfKept'], static fn (string $level): string => $words->audience($level, Voice::Kept)));
		self::assertSame($rules['audiencesOfOrganisation'], self::wordsOf($rules['audiencesOfOrganisation'], static fn (string $level): string => $words->audience($level, Voice::Organisation)));
		self::assertSame([$rules['viewpoints'], $rules['viewpointsOfKept'], $rules['viewpointsOfOrganisation']], array_map($words->viewpoints(...), Voice::cases()));
		self::assertSame(array_values($rules['standpoint']), array_map($words->standpoint(...), Voice::cases()));
		self::assertSame(array_values($rules['times']), array_map($words->times(...), Voice::cases()));
		foreach ($rules['keptBy'] as $row) {
			self::assertSame($row['text'], $words->keptBy($row['steward'], $row['kind'] ?? null));
		}
	}

	public function testWhatWaitsForAPerson(): void {
		$words = new AwaitWords(self::english());
		foreach (self::rules('awaits') as ['line' => $line, 'words' => $expected]) {
			self::assertSame($expected, $words->of($line));
		}
	}

	public function testWordsOfTheDirectory(): void {
		$rules = self::rules('directory-words');
		$words = new DirectoryWords(self::english());
		self::assertSame($rules['facets'], self::wordsOf($rules['facets'], $words->facet(...)));
		self::assertSame($rules['sorts'], self::wordsOf($rules['sorts'], $words->sort(...)));
		self::assertSame($rules['noChoice'], self::wordsOf($rules['noChoice'], $words->noChoice(...)));
		foreach (['titles' => 'facetTitle', 'people' => 'people', 'how' => 'how', 'nobody' => 'nobody', 'wider' => 'wider'] as $rule => $method) {
			foreach ($rules[$rule] as $row) {
				$expected = array_pop($row);
				self::assertSame($expected, $words->$method(...$row));
			}
		}
	}

	public function testNumbersAreFormatted(): void {
		self::assertSame("48\u{202f}000 personnes", NumberFormat::text(new L10N('fr', 'fr_FR', []), '48000 personnes', 48_000));
		self::assertSame('999 personnes', NumberFormat::text(new L10N('fr', 'fr_FR', []), '999 personnes', 999));
	}

	public function testTheSummaryOfAPersonInAList(): void {
		foreach (self::rules('summaries') as ['member' => $member, 'name' => $name, 'lines' => $lines, 'line' => $line]) {
			self::assertSame([$name, $lines, $line], [FirstTile::name($member), FirstTile::lines($member), FirstTile::line($member)]);
		}
	}

	public function testAvatars(): void {
		foreach (self::rules('avatars') as ['name' => $name, 'initials' => $initials, 'colour' => $colour]) {
			self::assertSame([$initials, $colour], [Avatar::initials($name), Avatar::colour($name)], $name);
		}
	}

	public function testWordsInARow(): void {
		foreach (self::rules('lists') as $language => $rows) {
			$texts = $language === 'en' ? [] : json_decode((string)file_get_contents(__DIR__ . "/../../../l10n/$language.json"), true, 8, JSON_THROW_ON_ERROR)['translations'];
			$words = new CardWords(new L10N($language, $language, $texts));
			foreach ($rows as [$list, $text]) {
				self::assertSame($text, $words->list($list));
			}
		}
	}

	public function testDrawings(): void {
		require_once __DIR__ . '/../../sandbox/Kernel/templating.php';
		foreach (self::rules('icons') as $icon => $drawing) {
			ob_start();
			include __DIR__ . '/../../../templates/part/icon.php';
			self::assertStringContainsString(" d=\"$drawing\"", (string)ob_get_clean());
		}
	}

	/** @return array<array-key, mixed> */
	private static function rules(string $name): array {
		return json_decode((string)file_get_contents(__DIR__ . "/../../fixtures/rules/$name.json"), true, 16, JSON_THROW_ON_ERROR);
	}

	/**
	 * @param array<string, string> $expected
	 * @param callable(string): string $word
	 * @return array<string, string>
	 */
	private static function wordsOf(array $expected, callable $word): array {
		return array_combine(array_keys($expected), array_map($word, array_keys($expected)));
	}

	private static function english(): L10N {
		return new L10N('en', 'en', []);
	}
}
