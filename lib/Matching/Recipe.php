<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Knowledge\Meaning;

/**
 * How well what one person seeks meets what another offers, and the other way round. The values are measured on a table judged by hand
 * (docs/developers/matching.md): change no number here without measuring again.
 *
 * An identical word alone means nothing (“plants d’arbres”, “plants de légumes”): it counts only together with a theme, or the field of the person who
 * offers.
 */
final class Recipe {
	/** Both chose the same theme, and the words of what is sought mention it; less if either chose other themes as well. */
	private const SAID = 0.6;
	private const UNSAID = 0.5;
	/** What is sought mentions a theme of the offer in no word, one, or more. A single word may have another meaning. */
	private const SPOKEN = [0.0, 0.15, 0.6];
	/** The offer has no theme, but mentions what is sought. */
	private const UNNAMED = 0.2;
	/** Both mention a theme that neither chose. */
	private const BOTH_SPEAK = 0.1;
	/** Both are for the same public. */
	private const PUBLIC = 0.15;
	/** The same rare words. */
	private const WORDS = 0.2;
	/** The theme belongs to the field of the person who offers. */
	private const FIELD = 0.3;
	/** … or their card has the words of what is sought. */
	private const FIELD_WORDS = 0.5;
	/** One seeks people who help and the other offers to help, for the same public. */
	private const HANDS = 0.5;
	/** A place is sought and something else offered, or the other way round. */
	private const PLACE_AND_NOT = 0.5;
	/** The place offered is in another département. */
	private const FAR_PLACE = 0.8;
	/** A theme that a text mentions although the person chose others. */
	private const ASIDE = 0.4;

	/** Below this no reason is good enough to show a match; it is worth as much as Meaning::SURE. */
	public const ENOUGH = 0.82;
	/** Enough to be shown in a room: both people are present, hear it and judge for themselves. */
	public const ENOUGH_IN_A_ROOM = 0.6;
	/** In a room, a fit from which on one perhaps helps the other, in place of Meaning::PERHAPS: as much lower as ENOUGH_IN_A_ROOM, for the same reason. */
	public const PERHAPS_IN_A_ROOM = 0.084;
	/** The other matches of a person are worth at least this share of the best one. */
	private const NEAR_BEST = 0.7;
	/** Share of the stronger direction; the rest is the harmonic mean of both, which is zero if one of them is. */
	private const STRONGER = 0.6;
	/** Between near equals, people of different sectors and départements come first. */
	private const OTHER_SECTOR = 0.03;
	private const OTHER_DEPARTMENT = 0.02;

	/**
	 * @param array<array-key, float> $rarity from 0, a word that everyone writes, to 1; a word that is missing counts as 1
	 * @param float $enough strength of a sure match at least
	 * @param float $perhaps fit of what both are about, below it, that is perhaps a match
	 */
	public function __construct(
		private readonly array $rarity,
		private readonly float $enough = self::ENOUGH,
		private readonly float $perhaps = Meaning::PERHAPS,
	) {
	}

	/** @return ?MatchReason null if there is no good reason */
	public function match(Portrait $mine, Portrait $theirs): ?MatchReason {
		$theyOffer = $this->best($mine, $theirs);
		$iOffer = $this->best($theirs, $mine);
		$a = $theyOffer->strength ?? 0.0;
		$b = $iOffer->strength ?? 0.0;
		if ($a + $b <= 0.0) {
			return null;
		}
		$strength = self::STRONGER * max($a, $b) + (1 - self::STRONGER) * 2 * $a * $b / ($a + $b);
		$bridge = 1.0
			+ (array_intersect_key($mine->sectors, $theirs->sectors) === [] ? self::OTHER_SECTOR : 0.0)
			+ (array_intersect_key($mine->departments, $theirs->departments) === [] ? self::OTHER_DEPARTMENT : 0.0);
		return new MatchReason($theyOffer, $iOffer, $strength * $bridge);
	}

	/**
	 * @param array<int, Portrait> $others by id
	 * @return array<int, MatchReason> the best first
	 */
	public function matches(Portrait $mine, array $others, int $most): array {
		$matches = array_filter(array_map(fn (Portrait $theirs): ?MatchReason => $this->match($mine, $theirs), $others));
		// The order among equals never changes.
		ksort($matches);
		uasort($matches, static fn (MatchReason $a, MatchReason $b): int => $b->strength <=> $a->strength);
		$of = static function (Degree $degree) use ($matches): array {
			$its = array_filter($matches, static fn (MatchReason $reason): bool => $reason->degree() === $degree);
			$best = $its === [] ? 0.0 : reset($its)->strength;
			return array_filter($its, static fn (MatchReason $reason): bool => $reason->strength >= self::NEAR_BEST * $best);
		};
		return array_slice($of(Degree::Sure) + $of(Degree::Perhaps), 0, $most, true);
	}

	/**
	 * The words that decide whether two people could meet: words in common that would make the reason good enough if they were rare.
	 *
	 * @param array<int, Portrait> $others
	 * @return array<array-key, true>
	 */
	public function words(Portrait $mine, array $others): array {
		$words = [];
		foreach ($others as $theirs) {
			foreach ([[$mine, $theirs], [$theirs, $mine]] as [$seeker, $giver]) {
				foreach ($seeker->seeks as $seek) {
					foreach ($giver->offers as $offer) {
						if ($this->byThemes($seek, $offer, $giver) >= $this->enough) {
							$words += array_intersect_key($seek->tokens, $offer->tokens + $giver->field);
						}
					}
				}
			}
		}
		return $words;
	}

	private function best(Portrait $seeker, Portrait $giver): ?Pair {
		$best = null;
		foreach ($seeker->seeks as $seek) {
			foreach ($giver->offers as $offer) {
				$strength = self::againstLimits($seek, $offer, $giver) ? 0.0 : $this->strength($seek, $offer, $giver) * self::reach($offer, $seeker, $giver);
				if ($strength >= min($this->enough, self::ENOUGH / Meaning::SURE * $this->perhaps) && $strength > ($best->strength ?? 0.0)) {
					$best = new Pair($seek, $offer, $strength, $strength >= $this->enough ? Degree::Sure : Degree::Perhaps);
				}
			}
		}
		return $best;
	}

	private function strength(Item $seek, Item $offer, Portrait $giver): float {
		$themes = $this->byThemes($seek, $offer, $giver);
		return max($themes >= $this->enough ? $themes : 0.0, self::ENOUGH / Meaning::SURE * self::fit($seek, $offer));
	}

	private static function fit(Item $seek, Item $offer): float {
		return $seek->meaning->fit($offer->meaning) * (self::unlike($seek, $offer) ? self::PLACE_AND_NOT : 1.0);
	}

	private function byThemes(Item $seek, Item $offer, Portrait $giver): float {
		$other = self::otherMeaning($seek, $offer);
		$themes = self::themes($seek, $offer, $other);
		$field = self::field($seek, $giver, $other);
		$same = array_intersect_key($seek->publics, $offer->publics) !== [];
		$hands = $same && $seek->kind === 'time' && $offer->kind === 'time';
		if ($themes <= 0.0 && $field <= 0.0 && !$hands) {
			return 0.0;
		}
		$strength = $themes
			+ self::FIELD * $field
			+ ($same ? self::PUBLIC : 0.0)
			+ ($hands ? self::HANDS : 0.0)
			+ self::WORDS * $this->common(array_diff_key($seek->tokens, $other), $offer->tokens)
			+ self::FIELD_WORDS * $this->common(array_diff_key($seek->tokens, $other), $giver->field);
		return self::unlike($seek, $offer) ? $strength * self::PLACE_AND_NOT : $strength;
	}

	/** A place far away helps less. */
	private static function reach(Item $offer, Portrait $seeker, Portrait $giver): float {
		$near = $seeker->departments === [] || $giver->departments === [] || array_intersect_key($seeker->departments, $giver->departments) !== [];
		return $offer->kind !== 'place' || $near ? 1.0 : self::FAR_PLACE;
	}

	/** A place, or a thing, cannot be learnt, and the other way round. */
	private static function unlike(Item $seek, Item $offer): bool {
		$kinds = [$seek->kind, $offer->kind];
		return ($seek->kind === 'place') !== ($offer->kind === 'place') || (in_array('equipment', $kinds, true) && in_array('knowledge', $kinds, true));
	}

	/**
	 * Words that both have although their chosen themes give them different meanings: the plants of trees, and those of a kitchen garden.
	 *
	 * @return array<array-key, true>
	 */
	private static function otherMeaning(Item $seek, Item $offer): array {
		if (array_intersect_key($seek->themes, $offer->themes) !== []) {
			return [];
		}
		$about = static fn (Item $item): array => array_replace([], ...array_values(array_intersect_key($item->spoken, $item->themes)));
		return array_intersect_key($about($seek), $about($offer));
	}

	/**
	 * What both are about.
	 *
	 * @param array<array-key, true> $other words with another meaning
	 */
	private static function themes(Item $seek, Item $offer, array $other): float {
		$both = array_intersect_key($seek->themes, $offer->themes);
		$mentioned = count(array_intersect_key($both, $seek->spoken));
		$strength = $both === [] ? 0.0 : (self::SAID * $mentioned + self::UNSAID * (count($both) - $mentioned)) / sqrt(count($seek->themes) * count($offer->themes));
		$spoken = self::without($seek->spoken, $other);
		$words = count(array_replace([], ...array_values(array_intersect_key(array_diff_key($spoken, $seek->themes), $offer->themes))));
		$unchosen = array_diff_key($spoken, $seek->themes, $offer->themes);
		return $strength + self::SPOKEN[min($words, 2)] + ($offer->themes === []
			? self::UNNAMED * min(2, self::mostWords($seek, $offer))
			: (array_intersect_key($unchosen, $offer->spoken) === [] ? 0.0 : self::BOTH_SPEAK));
	}

	/**
	 * @param array<array-key, array<string, true>> $spoken words by theme
	 * @param array<array-key, true> $other words
	 * @return array<array-key, array<string, true>> the words that are left
	 */
	private static function without(array $spoken, array $other): array {
		return $other === [] ? $spoken : array_filter(array_map(static fn (array $words): array => array_diff_key($words, $other), $spoken));
	}

	/** Words beyond the first, on both sides together, of the theme that most of them mention. */
	private static function mostWords(Item $seek, Item $offer): int {
		$most = 0;
		foreach (array_intersect_key($offer->spoken, $seek->themes + $seek->spoken) as $theme => $words) {
			$most = max($most, count($words) + count($seek->spoken[$theme] ?? []) - 1);
		}
		return $most;
	}

	/**
	 * From 0 to 1: how far what is sought is in the field of the person who offers.
	 *
	 * @param array<array-key, true> $other words with another meaning
	 */
	private static function field(Item $seek, Portrait $giver, array $other): float {
		$themes = self::without($giver->fieldThemes, $other);
		$chosen = count(array_intersect_key($seek->themes, $themes));
		$spoken = count(array_intersect_key(array_diff_key(self::without($seek->spoken, $other), $seek->themes), $themes));
		return min(1.0, $chosen + self::ASIDE * $spoken);
	}

	/**
	 * Words in common, especially rare ones.
	 *
	 * @param array<array-key, true> $words
	 * @param array<array-key, true> $others
	 * @return float from 0 to 1
	 */
	private function common(array $words, array $others): float {
		$sum = 0.0;
		foreach (array_intersect_key($words, $others) as $word => $_) {
			$sum += ($this->rarity[$word] ?? 1.0) ** 2;
		}
		return min(1.0, $sum);
	}

	/** Whether it is something that the giver excludes: a theme of the limits that is not offered. */
	private static function againstLimits(Item $seek, Item $offer, Portrait $giver): bool {
		$sought = $seek->themes + $seek->spoken;
		return array_diff_key(array_intersect_key($giver->limits, $sought), $offer->themes, $offer->spoken) !== [];
	}
}
