<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * What an expression of the network may contain, from a person or a file. The limits are those of src/vocabulary/model.ts: tests/fixtures/rules/expression-limits.json
 * checks both.
 */
final class ExpressionRules {
	/** Longest expression in characters, most words of it that count, most situations in each list, most expressions. */
	public const LIMITS = ['expression' => 80, 'words' => 6, 'situations' => 5, 'expressions' => 300];

	/** Characters of the id of a situation. */
	private const ID_LENGTH = 60;

	/**
	 * @param array<array-key, mixed> $input `term`, `means` and `not`, raw
	 * @return array{term: string, means: list<string>, not: list<string>}
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · term_missing · everyday_words · situation_missing · unknown_situation · contradiction
	 */
	public static function check(array $input): array {
		$term = TermRules::line(Fields::text($input['term'] ?? null, 'term', self::LIMITS['expression']));
		$words = count(self::tokensOf($term));
		if ($words === 0 || $words > self::LIMITS['words']) {
			throw match (true) {
				$term === '' => ReasonException::at('term_missing', 'term'),
				$words === 0 => ReasonException::at('everyday_words', 'term'),
				default => new ReasonException('too_many', details: ['field' => 'term', 'max' => self::LIMITS['words']]),
			};
		}
		$entry = ['term' => $term, 'means' => self::situations($input['means'] ?? [], 'means'), 'not' => self::situations($input['not'] ?? [], 'not')];
		if ($entry['means'] === [] && $entry['not'] === []) {
			throw ReasonException::at('situation_missing', 'means');
		}
		if (array_intersect($entry['means'], $entry['not']) !== []) {
			throw ReasonException::at('contradiction', 'not');
		}
		return $entry;
	}

	/** @return list<string> the words of an expression that count, sorted, each once: two expressions with the same ones are found in the same texts */
	public static function tokensOf(string $term): array {
		$tokens = array_values(array_unique(array_map(Tokenizer::token(...), Tokenizer::of($term))));
		sort($tokens, SORT_STRING);
		return $tokens;
	}

	/**
	 * @param list<Term> $others the other expressions of the network
	 * @throws ReasonException duplicate_term with the other one as `current` · too_many at `expressions`
	 */
	public static function requireFree(string $term, array $others): void {
		$tokens = self::tokensOf($term);
		foreach ($others as $other) {
			if (self::tokensOf($other->entry()['term']) === $tokens) {
				throw new ReasonException('duplicate_term', Http::STATUS_CONFLICT, ['field' => 'term', 'current' => $other->entry()['term']]);
			}
		}
		if (count($others) >= self::LIMITS['expressions']) {
			throw new ReasonException('too_many', Http::STATUS_CONFLICT, ['field' => 'expressions', 'max' => self::LIMITS['expressions']]);
		}
	}

	/** @return list<string> */
	private static function situations(mixed $value, string $field): array {
		$situations = Fields::words($value, $field, self::LIMITS['situations'], self::ID_LENGTH);
		foreach ($situations as $i => $situation) {
			if (preg_match('/^[a-z0-9-]+\z/', $situation) !== 1) {
				throw ReasonException::at('unknown_situation', "$field.$i");
			}
		}
		return array_values(array_unique($situations));
	}
}
