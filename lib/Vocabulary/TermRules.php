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
 * What a vocabulary term may contain. The limits are those of src/vocabulary/model.ts: both sides are held to
 * tests/fixtures/rules/vocabulary-limits.json.
 */
final class TermRules {
	/** Longest texts in characters, longest lists in entries. */
	public const LIMITS = ['label' => 120, 'meaning' => 500, 'spellings' => 40, 'words' => 40];

	/** Languages of labels, the required one first. */
	public const LANGUAGES = ['fr', 'en', 'oc', 'ca', 'es'];

	/** Maximum length of an id made from a label: leaves room for a suffix. */
	private const LONGEST_SLUG = 100;

	/**
	 * @param array<array-key, mixed> $input `labels` by language, `meaning`, `spellings`, for a relation its `inverse` labels, for a theme the `words` that
	 *                                       speak of it, raw
	 * @return array<string, mixed> the same in the format of a vocabulary file, without empty values
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_field · label_missing
	 */
	public static function check(array $input): array {
		$entry = self::labels($input['labels'] ?? null, 'labels');
		if ($entry[self::LANGUAGES[0]] === '') {
			throw new ReasonException('label_missing', details: ['field' => 'labels.' . self::LANGUAGES[0]]);
		}
		$entry['meaning'] = trim(Fields::text($input['meaning'] ?? null, 'meaning', self::LIMITS['meaning']));
		$entry['spellings'] = self::words($input['spellings'] ?? null, 'spellings', self::LIMITS['spellings'], self::LIMITS['label']);
		$entry['words'] = self::words($input['words'] ?? [], 'words', self::LIMITS['words'], self::LIMITS['label']);
		$entry['inverse'] = array_filter(self::labels($input['inverse'] ?? [], 'inverse'), static fn (string $label): bool => $label !== '');
		return array_filter($entry, static fn (string|array $value): bool => $value !== '' && $value !== []);
	}

	/**
	 * The same for a file's values, which are all optional.
	 *
	 * @param array<string, mixed> $entry in the format of a vocabulary file
	 * @return array<string, mixed>
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many
	 */
	public static function checkEntry(array $entry): array {
		foreach (self::LANGUAGES as $language) {
			Fields::text($entry[$language] ?? '', $language, self::LIMITS['label']);
		}
		Fields::text($entry['meaning'] ?? '', 'meaning', self::LIMITS['meaning']);
		self::labels($entry['inverse'] ?? [], 'inverse');
		Fields::text($entry['mergedInto'] ?? '', 'mergedInto', self::LIMITS['label']);
		$lists = array_filter([
			'spellings' => self::words($entry['spellings'] ?? [], 'spellings', self::LIMITS['spellings'], self::LIMITS['label']),
			'words' => self::words($entry['words'] ?? [], 'words', self::LIMITS['words'], self::LIMITS['label']),
		]);
		return array_diff_key($entry, ['spellings' => 0, 'words' => 0]) + $lists;
	}

	/**
	 * Two terms of a list must not share a label in one language, nor another spelling.
	 *
	 * @param array<string, mixed> $entry
	 * @param list<Term> $others of the same list
	 * @throws ReasonException duplicate_label with the label of the other term as `current`
	 */
	public static function requireFree(array $entry, array $others): void {
		self::requireNotTaken($entry, self::taken($others));
	}

	/**
	 * The same, for several entries in a row.
	 *
	 * @param array<string, mixed> $entry
	 * @param array<string, array<string, string>> $taken of taken()
	 * @throws ReasonException duplicate_label with the label of the other term as `current`
	 */
	public static function requireNotTaken(array $entry, array $taken): void {
		foreach (self::names($entry) as $field => $name) {
			foreach ($taken[$name] ?? [] as $where => $label) {
				// Two languages may write different things the same way.
				if ($field === $where || str_starts_with($field, 'spellings') || str_starts_with($where, 'spellings')) {
					throw new ReasonException('duplicate_label', Http::STATUS_CONFLICT, ['field' => $field, 'current' => $label]);
				}
			}
		}
	}

	/**
	 * @param list<Term> $terms
	 * @return array<string, array<string, string>> the label of the term that has a name, by folded name and field
	 */
	public static function taken(array $terms): array {
		$taken = [];
		foreach ($terms as $term) {
			foreach (self::names($term->entry()) as $field => $name) {
				$taken[$name][$field] ??= $term->label(self::LANGUAGES[0]);
			}
		}
		return $taken;
	}

	/**
	 * @param array<string, mixed> $entry
	 * @return array<string, string> labels and other spellings, folded, by their field
	 */
	public static function names(array $entry): array {
		$names = [];
		foreach (self::LANGUAGES as $language) {
			$names["labels.$language"] = Fold::text((string)($entry[$language] ?? ''));
		}
		foreach ($entry['spellings'] ?? [] as $i => $spelling) {
			$names["spellings.$i"] = Fold::text((string)$spelling);
		}
		return array_filter($names, static fn (string $name): bool => $name !== '');
	}

	/**
	 * A renamed word still has its former label on some cards.
	 *
	 * @param array<string, mixed> $entry
	 * @param array<string, mixed> $old
	 * @return array<string, mixed>
	 */
	public static function withOldLabel(array $entry, array $old): array {
		$label = $old[self::LANGUAGES[0]] ?? '';
		if ($label === '' || in_array(Fold::text($label), self::names($entry), true)) {
			return $entry;
		}
		return ['spellings' => [...$entry['spellings'] ?? [], $label]] + $entry;
	}

	/**
	 * The id of a new term, kept for good: its label in lower case.
	 *
	 * @param callable(string): bool $isTaken
	 */
	public static function slug(string $label, callable $isTaken): string {
		$slug = strtr(mb_substr(Fold::text($label), 0, self::LONGEST_SLUG), ' ', '-');
		// PHP turns a numeric key into an integer.
		$slug = ctype_digit($slug) ? "n-$slug" : $slug;
		for ($n = 2, $free = $slug; $isTaken($free); $n++) {
			$free = "$slug-$n";
		}
		return $free;
	}

	/**
	 * @return array<string, string> by language, each of them
	 * @throws ReasonException wrong_type · bad_text · too_long · unknown_field
	 */
	private static function labels(mixed $value, string $field): array {
		$labels = Fields::map($value, $field);
		foreach (array_keys($labels) as $language) {
			if (!in_array($language, self::LANGUAGES, true)) {
				throw new ReasonException('unknown_field', details: ['field' => "$field." . mb_scrub(mb_substr((string)$language, 0, 64))]);
			}
		}
		$lines = [];
		foreach (self::LANGUAGES as $language) {
			$lines[$language] = self::line(Fields::text($labels[$language] ?? '', "$field.$language", self::LIMITS['label']));
		}
		return $lines;
	}

	/**
	 * @param int $max most entries
	 * @param int $maxLength maximum length of each in characters
	 * @return list<string> each on one line, none empty, no duplicates
	 * @throws ReasonException those of Fields::words()
	 */
	public static function words(mixed $value, string $field, int $max, int $maxLength): array {
		$words = array_map(self::line(...), Fields::words($value, $field, $max, $maxLength));
		return array_values(array_unique(array_filter($words, static fn (string $word): bool => $word !== '')));
	}

	/** On one line; empty if it contains nothing that a search could find. */
	public static function line(string $text): string {
		return Fold::text($text) === '' ? '' : trim((string)preg_replace('/\s+/u', ' ', $text));
	}
}
