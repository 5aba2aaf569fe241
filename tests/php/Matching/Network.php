<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Matching\Portrait;
use OCA\Reseau\Matching\PortraitReader;
use OCA\Reseau\Matching\Rarity;
use OCA\Reseau\Matching\Recipe;
use OCA\Reseau\Vocabulary\Themes;

/** A network in files, and the people the recipe finds first for each of its people. */
final class Network {
	public const FIRST = 5;

	private const VOCABULARY = __DIR__ . '/../../fixtures/network/vocabulary.json';

	/** @var array<string, array<string, MatchReason>> by person, the best first */
	public readonly array $first;

	/**
	 * @param array<string, array<string, mixed>> $people the people of a `members.json`, by id
	 * @param float $enough the bar: Recipe::ENOUGH, or ENOUGH_IN_A_ROOM
	 */
	public function __construct(
		public readonly array $people,
		float $enough = Recipe::ENOUGH,
	) {
		$vocabulary = self::json(self::VOCABULARY);
		$lists = [];
		foreach (['sectors', 'themes', 'publics'] as $list) {
			$lists += array_fill_keys(array_column($vocabulary[$list], 'id'), $list);
		}
		$reader = new PortraitReader(new Themes(Themes::fold(array_column($vocabulary['themes'], 'words', 'id'))), $lists, (new KnowledgeBase())->get());
		$portraits = array_map($reader->read(...), $people);
		$counts = [];
		foreach ($portraits as $portrait) {
			foreach ($portrait->words() as $word => $_) {
				$counts[$word] = ($counts[$word] ?? 0) + 1;
			}
		}
		$recipe = new Recipe(Rarity::of($counts, count($portraits)), $enough);
		$ids = array_keys($people);
		$first = [];
		foreach ($portraits as $id => $portrait) {
			$others = array_filter($portraits, static fn (Portrait $_, string $other): bool => $other !== $id && ($people[$other]['steward'] ?? null) !== $id, ARRAY_FILTER_USE_BOTH);
			$numbered = array_combine(array_map(static fn (string $other): int => (int)array_search($other, $ids, true), array_keys($others)), $others);
			foreach ($recipe->matches($portrait, $numbered, self::FIRST) as $n => $reason) {
				$first[$id][$ids[$n]] = $reason;
			}
		}
		$this->first = $first;
	}

	/** @param string $file its `members.json` */
	public static function ofFile(string $file, float $enough = Recipe::ENOUGH): self {
		return new self(array_column(self::json($file), null, 'id'), $enough);
	}

	/** Whether one of two people is among the first of the other. */
	public function shows(string $a, string $b): bool {
		return isset($this->first[$a][$b]) || isset($this->first[$b][$a]);
	}

	/**
	 * Whether two people are shown to one of them because of these texts.
	 *
	 * @param string $seek what `a` seeks
	 * @param string $offer what `b` offers
	 */
	public function showsTexts(string $a, string $b, string $seek, string $offer): bool {
		foreach ([$this->first[$a][$b]->theyOffer ?? null, $this->first[$b][$a]->iOffer ?? null] as $pair) {
			if ($pair?->seek->text === $seek && $pair->offer->text === $offer) {
				return true;
			}
		}
		return false;
	}

	/** @return array<array-key, mixed> */
	public static function json(string $file): array {
		return json_decode((string)file_get_contents($file), true, 64, JSON_THROW_ON_ERROR);
	}
}
