<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Fold;

/** Splits text into the tokens of the index, `[a-z0-9]{1,40}` each, so that a prefix is a range on every database. */
final class Tokenizer {
	/** A word in a text as written. */
	public const WORD = '/[\p{L}\p{N}\p{M}]+/u';

	private const LONGEST = 40;

	/** Stopwords, folded; elided ones without their apostrophe. */
	private const STOP = 'a ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avoir c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de des donc dont du elle elles en encore entre es est et etaient etait etc etre eu eux faut font ici il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me meme memes mes mien moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sien soi soit son sont sous sur t ta tandis te tel telle tels tes toi ton tous tout toute toutes tres tu un une vers voici vos votre vous y';

	/** Phrases people type around what they search for. */
	private const AROUND = 'aide aimerais aimerait besoin bonjour cherche cherchent chercher cherchons connaisse connait gens merci personne personnes quelqu quelque quelques quelqun recherche recherchons sache sachant sait trouver veut veux voudrait voudrais';

	/** @var ?array<string, int> */
	private static ?array $stop = null;

	/** @var ?array<string, int> */
	private static ?array $around = null;

	/** @return list<string> folded words in order, without stopwords */
	public static function of(string $text): array {
		self::$stop ??= array_flip(explode(' ', self::STOP));
		$words = [];
		foreach (explode(' ', Fold::text($text)) as $word) {
			if ($word !== '' && !isset(self::$stop[$word])) {
				$words[] = $word;
			}
		}
		return $words;
	}

	/**
	 * @return list<array{string, string}> the words of a search as written and folded, without stopwords unless there are no others
	 */
	public static function asked(string $text): array {
		self::$around ??= array_flip(explode(' ', self::AROUND));
		preg_match_all(self::WORD, $text, $found);
		$all = $some = $telling = [];
		foreach ($found[0] as $written) {
			foreach (explode(' ', Fold::text($written)) as $word) {
				$asked = [$written, $word];
				if ($word !== '') {
					$all[] = $asked;
				}
				if (self::of($word) !== []) {
					$some[] = $asked;
					if (!isset(self::$around[$word])) {
						$telling[] = $asked;
					}
				}
			}
		}
		return $telling ?: $some ?: $all;
	}

	/** Whether the search has words, but only ones that are never indexed. */
	public static function tellNothing(string $text): bool {
		return trim(Fold::text($text)) !== '' && self::of($text) === [];
	}

	/** The token of a folded word: its stem; words of other scripts are spelt out. */
	public static function token(string $word): string {
		$plain = self::plain($word);
		return $plain === $word && ctype_alpha($word) ? substr(Stem::of($word), 0, self::LONGEST) : $plain;
	}

	/** The word itself as a token without stemming, used as a prefix. */
	public static function plain(string $word): string {
		$plain = preg_match('/^[a-z0-9]+\z/', $word) === 1 ? $word : 'x' . bin2hex((string)mb_convert_encoding($word, 'UTF-16BE', 'UTF-8'));
		return substr($plain, 0, self::LONGEST);
	}
}
