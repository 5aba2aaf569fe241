<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/**
 * The French Snowball stemmer (https://snowballstem.org/algorithms/french/stemmer.html), restated for folded words, so that a word typed with and
 * without accents has one stem. Its regions are kept: R1 follows the first consonant after a vowel, R2 the first consonant after a vowel in R1; for RV
 * three letters have to remain. The rules differ where the published ones separate forms that people expect together, or join words that have nothing
 * to do with each other:
 *
 * - The plural is removed first, after any letter (“vélos”). Endings that would take a noun's plural with them are kept (-erons, -ions: “environs”).
 * - Endings that without their accent are those of nouns are kept (-èrent, -ât: “adhérent”, “format”), and so are -it (“petit”), -a (“data”), -ai
 *   (“palais”), -asse (“terrasse”) and -u before -ment (“document”).
 * - Masculine and feminine are one: “agricultrice”, “chercheuse”, “bergère”, “active”, “publique”, “anglaise”.
 * - Trades, their work and their places are one: “jardinier”, “jardinage”; “boulanger”, “boulangerie”; “bénévole”, “bénévolat”.
 * - A stem of three letters keeps the vowel after its consonant: “voter” is “vote”, and “pâte” is not “PAT”.
 */
final class Stem {
	private const VOWELS = 'aeiouy';

	/** Words no rule fits. The first three rows are plurals. */
	private const IRREGULAR = [
		'travaux' => 'travail', 'vitraux' => 'vitrail', 'baux' => 'bail',
		'jeux' => 'jeu', 'enjeux' => 'enjeu', 'lieux' => 'lieu', 'milieux' => 'milieu',
		'yeux' => 'oeil',
		'paysanne' => 'paysan',
		// Forms of verbs, not nouns in -ité.
		'facilite' => 'facilit', 'sollicite' => 'sollicit', 'cohabite' => 'cohabit',
		// Not “départ”.
		'departement' => 'departement',
	];

	/** Endings by their last letter, what they are replaced with, and the shortest word they are replaced in. */
	private const EQUIVALENT = [
		'c' => [['ic', 'ique', 6]],
		'e' => [
			['ificative', 'ifier', 12], ['icative', 'iquer', 9], ['abilite', 'able', 9], ['icite', 'ique', 8], ['ivite', 'ive', 8], ['trice', 'teur', 7],
			['euse', 'eur', 6], ['eure', 'eur', 8], ['erie', 'er', 8], ['chere', 'cher', 7], ['gere', 'ger', 6], ['iere', 'ier', 6], ['llere', 'ller', 8],
			['yere', 'yer', 7], ['aise', 'ai', 7],
		],
		'f' => [['if', 'ive', 4]],
		'n' => [['ification', 'ifier', 12], ['ication', 'iquer', 9]],
		'r' => [['ificateur', 'ifier', 12], ['icateur', 'iquer', 9], ['frir', 'fre', 6], ['vrir', 'vre', 6]],
		't' => [['amment', 'ant', 8], ['emment', 'ent', 8], ['ement', 'e', 8], ['iment', 'i', 8]],
		'x' => [['eaux', 'eau', 4], ['yaux', 'yau', 5], ['aux', 'al', 6], ['oux', 'ou', 4], ['eux', 'eur', 5]],
	];

	/** Endings of nouns and adjectives in R2, and what some are replaced with. The first match of a pattern is the longest ending. */
	private const NOUN = '/(?:able|age[er]?|ance|ate?|ence|eur|ique|isme|iste|(?<!a)ite?|logie|usion|ution|(?<=[st])ion)\z/';
	private const INSTEAD = ['ence' => 'ent', 'logie' => 'log', 'usion' => 'u', 'ution' => 'u'];

	/** Endings of nouns of agent and action, and of their adjectives, after at least three letters. */
	private const ACTION = '/(?<=...)at(?:eur|ion|ive)\z/';

	/** Endings of verbs in -ir, after a consonant, and of the others; without the -ait of nouns (“portrait”, “bienfait”, “souhait”). */
	private const VERB = '/(?:[^aeiouy]\K(i)(?:r(?:a|ai|ait|aient|ent|ez|iez|ont)?|ss(?:e|ez|iez|ent|ait|aient|ante?))'
		. '|(?<=...)(?:e?(?:(?<!tr|f|uh)ait|aient|ante?)|e(?:e|z|r(?:a|ai|ait|aient|ez|iez|ont)?)|iez))\z/';

	private const DOUBLED = '/(?:[eo]nn|eff|ett|ell|[ae]ill)\z/';

	/**
	 * @param string $word folded, letters a to z only
	 */
	public static function of(string $word): string {
		if (strlen($word) > 3 && $word[-1] === 's' && $word[-2] !== 's') {
			$word = substr($word, 0, -1);
		}
		if (strlen($word) < 4) {
			return $word;
		}
		if (isset(self::IRREGULAR[$word])) {
			return self::IRREGULAR[$word];
		}
		$word = self::equivalent($word);
		if (str_contains($word, 'y')) {
			// Next to a vowel it is a consonant: a capital here.
			$word = (string)preg_replace('/(?<=[aeiouy])y|y(?=[aeiouy])/', 'Y', $word);
		}
		$r2 = self::after($word, self::after($word, 0));
		return strtolower(self::tidied(self::removed($word, $r2), $r2));
	}

	private static function equivalent(string $word): string {
		foreach (self::EQUIVALENT[$word[-1]] ?? [] as [$ending, $instead, $shortest]) {
			if (strlen($word) >= $shortest && str_ends_with($word, $ending)) {
				return self::equivalent(substr($word, 0, -strlen($ending)) . $instead);
			}
		}
		return $word;
	}

	/** Where the region begins that follows the first consonant after a vowel. */
	private static function after(string $word, int $at): int {
		$at += strcspn($word, self::VOWELS, $at);
		return min(strlen($word), $at + strspn($word, self::VOWELS, $at) + 1);
	}

	/** The word without one ending. */
	private static function removed(string $word, int $r2): string {
		if (preg_match(self::ACTION, $word, $found) === 1) {
			return self::withVowel(substr($word, 0, -strlen($found[0])));
		}
		if (preg_match(self::NOUN, $word, $found, 0, $r2) === 1) {
			return substr($word, 0, -strlen($found[0])) . (self::INSTEAD[$found[0]] ?? '');
		}
		if (preg_match(self::VERB, $word, $found, 0, 2) === 1) {
			$rest = substr($word, 0, -strlen($found[0]));
			return isset($found[1]) ? $rest . 'i' : self::withVowel($rest);
		}
		return $word[-1] === 'e' && (strlen($word) > 4 || str_contains('eiu', $word[-2])) ? substr($word, 0, -1) : $word;
	}

	private static function withVowel(string $stem): string {
		return strlen($stem) > 3 || str_contains(self::VOWELS, $stem[-1]) ? $stem : $stem . 'e';
	}

	private static function tidied(string $stem, int $r2): string {
		if (strlen($stem) > $r2 && $stem[-1] === 'i') {
			$stem = substr($stem, 0, -1);
		}
		return match (true) {
			$stem[-1] === $stem[-2] && preg_match(self::DOUBLED, $stem) === 1 => substr($stem, 0, -1),
			$stem[-1] === 'Y' && strlen($stem) > 4 => substr($stem, 0, -1) . 'i',
			default => $stem,
		};
	}
}
