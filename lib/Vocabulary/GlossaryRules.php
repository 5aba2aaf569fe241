<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * What a glossary entry may contain, from a person or a file. The limits are those of src/vocabulary/model.ts: both sides are held to
 * tests/fixtures/rules/glossary-limits.json.
 */
final class GlossaryRules {
	/** Longest word in characters, longest lists in entries. */
	public const LIMITS = ['word' => 120, 'acronyms' => 10, 'synonyms' => 40, 'themes' => 12];

	/**
	 * @param array<string, mixed> $input `term`, `acronyms`, `synonyms`, `themes`, raw
	 * @param list<string> $themes ids of the vocabulary's themes
	 * @return array{term: string, acronyms: list<string>, synonyms: list<string>, themes: list<string>}
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · term_missing · unknown_term
	 */
	public static function check(array $input, array $themes): array {
		$term = TermRules::line(Fields::text($input['term'] ?? null, 'term', self::LIMITS['word']));
		if ($term === '') {
			throw new ReasonException('term_missing', details: ['field' => 'term']);
		}
		return [
			'term' => $term,
			'acronyms' => TermRules::words($input['acronyms'] ?? null, 'acronyms', self::LIMITS['acronyms'], self::LIMITS['word']),
			'synonyms' => TermRules::words($input['synonyms'] ?? null, 'synonyms', self::LIMITS['synonyms'], self::LIMITS['word']),
			'themes' => self::themes($input['themes'] ?? null, $themes),
		];
	}

	/**
	 * Two entries share neither term nor acronym: otherwise it would be unclear which to correct. Synonyms may be shared.
	 *
	 * @param array{term: string, acronyms: list<string>} $entry
	 * @param array<string, string> $taken the owner of each name: the entry's slug by the folded name
	 * @param ?string $slug the entry's own, which is no conflict
	 * @throws ReasonException duplicate_term
	 */
	public static function requireFree(array $entry, array $taken, ?string $slug): void {
		foreach (self::names($entry) as $field => $name) {
			if (($taken[$name] ?? $slug) !== $slug) {
				throw new ReasonException('duplicate_term', Http::STATUS_CONFLICT, ['field' => $field]);
			}
		}
	}

	/**
	 * @param array{term: string, acronyms: list<string>} $entry
	 * @return array<string, string> term and acronyms, folded, by their field
	 */
	public static function names(array $entry): array {
		$names = ['term' => Fold::text($entry['term'])];
		foreach ($entry['acronyms'] as $i => $acronym) {
			$names["acronyms.$i"] = Fold::text($acronym);
		}
		return $names;
	}

	/**
	 * @param list<string> $known
	 * @return list<string>
	 */
	private static function themes(mixed $value, array $known): array {
		$themes = Fields::words($value, 'themes', self::LIMITS['themes'], self::LIMITS['word']);
		foreach ($themes as $i => $theme) {
			if (!in_array($theme, $known, true)) {
				throw new ReasonException('unknown_term', details: ['field' => "themes.$i"]);
			}
		}
		return $themes;
	}
}
