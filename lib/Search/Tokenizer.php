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

	/** A word with the elided parts before or in it. */
	private const ELIDED = '/[\p{L}\p{N}\p{M}]+(?:[\'’][\p{L}\p{N}\p{M}]+)*/u';

	private const LONGEST = 40;

	/** Stopwords, folded; elided ones without their apostrophe. */
	private const STOP = 'a ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avoir c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de des donc dont du elle elles en encore entre es est et etaient etait etc etre eu eux faut font ici il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me meme memes mes mien moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sien soi soit son sont sous sur t ta tandis te tel telle tels tes toi ton tous tout toute toutes tres tu un une vers voici vos votre vous y';

	/** Everyday words that people type around their words, folded: only searched if there is nothing else. */
	private const AROUND = 'aide aider aidera aideraient aiderait aidez aimerais aimerait aimerions auraient aurait auriez besoin besoins bonjour bonsoir cherche cherchent chercher chercherais cherchez cherchons chose choses connaisse connaissent connaissez connait connaitrait connaitre dites existe existerait faire fais faites feraient ferait gens interesse interessee interessees interesses merci parmi personne personnes peuvent plait possible pourraient pourrais pourrait pourriez pourrions pouvait pouvez pouvoir pouvons puisse puissent quelqu quelque quelques quelqun recherche recherchons rencontrer sachant sache sait sauraient saurait sauriez savent savez seraient serait seriez souhaite souhaitent souhaiterais souhaiterait souhaitons stp svp trouve trouver trouverais trouvez veulent veut veux voudraient voudrais voudrait voudrions voulez vouloir voulons';

	/** Words that say when, how much or how many, folded: like numbers, they find nothing next to other words. */
	private const WHEN_AND_HOW_MUCH = 'an ans annee annees aout assez aujourd automne avril beaucoup bien bientot cent cents cinq cinquante decembre demain deux deuxieme dimanche dimanches dix douze end ete fevrier fois grand grande grandes grands heure heures hier hiver hui huit jamais janvier jeudi jeudis jour journee journees jours juillet juin lundi lundis mai mardi mardis mars matin matinee matins mercredi mercredis midi mille minute minutes mois moitie neuf novembre octobre onze parfois petit petite petites petits plusieurs premier premiere printemps quarante quatre quinze rien samedi samedis semaine semaines sept septembre six soir soiree soirs souvent toujours treize trente trois troisieme trop vendredi vendredis vingt vraiment week weekend';

	/** @var ?array<string, int> */
	private static ?array $stop = null;

	/** @var ?array<string, int> */
	private static ?array $around = null;

	/** @var ?array<string, int> */
	private static ?array $when = null;

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
	 * @return list<array{string, string}> the words of a search as written and folded, without everyday words unless there are no others
	 */
	public static function asked(string $text): array {
		preg_match_all(self::WORD, $text, $found);
		$all = $some = $distinctive = [];
		foreach ($found[0] as $written) {
			foreach (explode(' ', Fold::text($written)) as $word) {
				$asked = [$written, $word];
				if ($word !== '') {
					$all[] = $asked;
				}
				if (self::of($word) !== []) {
					$some[] = $asked;
					if (!self::isAround($word)) {
						$distinctive[] = $asked;
					}
				}
			}
		}
		return $distinctive ?: $some ?: $all;
	}

	/** @return list<string> the words of a search that asked() leaves out although they are in the index, as written */
	public static function leftOut(string $text): array {
		if (self::isEveryday($text)) {
			return [];
		}
		preg_match_all(self::ELIDED, $text, $found);
		return array_values(array_unique(array_filter($found[0], static fn (string $written): bool => self::of($written) !== [] && self::isEveryday($written))));
	}

	/** Whether a search has words, but only everyday ones. */
	public static function isEveryday(string $text): bool {
		return trim(Fold::text($text)) !== '' && array_filter(self::of($text), static fn (string $word): bool => !self::isAround($word)) === [];
	}

	private static function isAround(string $word): bool {
		self::$around ??= array_flip(explode(' ', self::AROUND));
		return isset(self::$around[$word]);
	}

	/** Whether words of a search only say when, how much or how many: numbers, days, months. */
	public static function isWeak(string $written): bool {
		self::$when ??= array_flip(explode(' ', self::WHEN_AND_HOW_MUCH));
		foreach (explode(' ', Fold::text($written)) as $word) {
			if (!ctype_digit($word) && !isset(self::$when[$word])) {
				return false;
			}
		}
		return true;
	}

	/** The token of a folded word: its stem; words of other scripts are spelt out. */
	public static function token(string $word): string {
		$plain = self::plain($word);
		return $plain === $word && ctype_alpha($word) ? substr(Stem::of($word), 0, self::LONGEST) : $plain;
	}

	/** The word as a token without stemming, used as a prefix. */
	public static function plain(string $word): string {
		$plain = preg_match('/^[a-z0-9]+\z/', $word) === 1 ? $word : 'x' . bin2hex((string)mb_convert_encoding($word, 'UTF-16BE', 'UTF-8'));
		return substr($plain, 0, self::LONGEST);
	}
}
