<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Imports a vocabulary file. Adds and updates; never removes a term, because cards may use it. Entries that a person changed or removed are unchanged,
 * and reported as `edited_since` or `erased`.
 */
class VocabularyImport {
	/** Most entries of a list that are added to a network: each is compared with the others. */
	public const MOST = 2000;

	public function __construct(
		private readonly TermMapper $mapper,
		private readonly VocabularyStore $store,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<string, mixed> $file lists by name; an entry has an `id` (in the glossary a `term`) and its labels
	 */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		$this->store->write(fn () => $this->lists($file, true, $report, fn (string $kind, string $slug, array $entry, array $known, callable $check): string
			=> $this->put($known[$slug] ?? self::fresh($kind, $slug, count($known)), $entry, $check)));
		return $report;
	}

	/**
	 * Adds what the network does not have; existing words are unchanged, even if they have another id.
	 *
	 * @param array<array-key, mixed> $file as in import()
	 * @param bool $dry only report what would happen
	 */
	public function add(array $file, ImportReport $report, bool $dry): void {
		foreach (Vocabulary::IN_FILES as $kind) {
			if (is_array($file[$kind] ?? null) && count($file[$kind]) > self::MOST) {
				$report->skipped($kind, 'too_many');
				unset($file[$kind]);
			}
		}
		$taken = [];
		$add = fn () => $this->lists($file, false, $report, function (string $kind, string $slug, array $entry, array $known, callable $check) use ($dry, &$taken): string {
			$there = $known[$slug] ?? null;
			if ($there?->getRemovedAt() === null && $there?->entry() == $entry) {
				return ImportReport::UNCHANGED;
			}
			if ($there !== null) {
				throw new ReasonException($there->getRemovedAt() === null ? 'different' : 'erased');
			}
			$term = self::fresh($kind, $slug, count($known));
			if ($kind === Vocabulary::GLOSSARY || $kind === Vocabulary::EXPRESSIONS) {
				return $this->put($term, $entry, $check, $dry);
			}
			$taken[$kind] ??= TermRules::taken(array_values(array_filter($known, static fn (Term $term): bool => $term->getRemovedAt() === null)));
			TermRules::requireNotTaken(TermRules::checkEntry($entry), $taken[$kind]);
			$outcome = $this->put($term, $entry, $check, $dry);
			foreach (TermRules::taken([$term]) as $name => $fields) {
				$taken[$kind][$name] = ($taken[$kind][$name] ?? []) + $fields;
			}
			return $outcome;
		});
		$dry ? $add() : $this->store->write($add);
	}

	/**
	 * @param array<array-key, mixed> $file
	 * @param bool $rewrites whether existing entries get the values of the file
	 * @param callable(string, string, array<string, mixed>, array<array-key, Term>, callable(array<string, mixed>, string): array<string, mixed>): string $take
	 *        the result of an entry, by list and id
	 */
	private function lists(array $file, bool $rewrites, ImportReport $report, callable $take): void {
		$themes = array_map(static fn (Term $term): string => $term->getSlug(), $this->mapper->findKinds([Vocabulary::THEMES]));
		// The glossary comes last: it refers to themes.
		foreach (Vocabulary::IN_FILES as $kind) {
			$made = $this->list($kind, is_array($file[$kind] ?? null) ? array_values($file[$kind]) : [], $rewrites, $themes, $report, $take);
			if ($kind === Vocabulary::THEMES) {
				array_push($themes, ...$made);
			}
		}
	}

	/**
	 * @param list<mixed> $entries
	 * @param bool $rewrites whether existing entries get the values of the file
	 * @param list<string> $themes ids of all themes
	 * @param callable(string, string, array<string, mixed>, array<array-key, Term>, callable(array<string, mixed>, string): array<string, mixed>): string $take
	 * @return list<string> ids of new entries
	 */
	private function list(string $kind, array $entries, bool $rewrites, array $themes, ImportReport $report, callable $take): array {
		$known = [];
		foreach ($this->mapper->findKinds([$kind], true) as $term) {
			$known[$term->getSlug()] = $term;
		}
		$check = match ($kind) {
			Vocabulary::GLOSSARY => self::glossaryCheck($known, $rewrites ? $entries : [], $themes),
			Vocabulary::EXPRESSIONS => self::expressionCheck($known),
			default => self::termCheck($known, $entries),
		};
		$seen = $made = [];
		foreach ($entries as $i => $entry) {
			$slug = self::slug($entry);
			if ($slug === null) {
				$report->skipped($rewrites ? "{$kind}[$i]" : "$kind: [$i]", 'id_missing');
				continue;
			}
			$label = $entry[TermRules::LANGUAGES[0]] ?? null;
			$name = !$rewrites && is_string($label) && $label !== '' ? $label : $slug;
			try {
				if (isset($seen[$slug])) {
					throw new ReasonException('duplicate_term');
				}
				$seen[$slug] = true;
				$report->add("$kind: $name", $take($kind, $slug, $entry, $known, $check));
				// Known terms keep their position, which a person may have chosen.
				if (!isset($known[$slug])) {
					$known[$slug] = self::fresh($kind, $slug, count($known));
					$known[$slug]->setEntry($entry);
					$made[] = $slug;
				}
			} catch (ReasonException $e) {
				$report->skipped("$kind: $name", trim($e->reason . ' ' . (string)($e->details['field'] ?? '')));
			}
		}
		return $made;
	}

	private static function fresh(string $kind, string $slug, int $position): Term {
		$term = new Term();
		$term->setKind($kind);
		$term->setSlug($slug);
		$term->setPosition($position);
		return $term;
	}

	/**
	 * @param array<string, mixed> $entry
	 * @param callable(array<string, mixed>, string): array<string, mixed> $check returns what is stored for an entry
	 * @throws ReasonException erased · edited_since · those of the check
	 */
	private function put(Term $term, array $entry, callable $check, bool $dry = false): string {
		if ($term->getRemovedAt() !== null) {
			throw new ReasonException('erased');
		}
		if ($term->getEditedAt() !== null) {
			throw new ReasonException('edited_since');
		}
		$made = $term->getVersion() === null;
		$term->setEntry($check(array_diff_key($entry, ['removed' => 0]), $term->getSlug()));
		if (($entry['removed'] ?? false) === true) {
			$term->setRemovedAt($this->clock->getTime());
		}
		if ($term->getUpdatedFields() === []) {
			return ImportReport::UNCHANGED;
		}
		if ($dry) {
			return ImportReport::MADE;
		}
		$term->setVersion($made ? 1 : $term->getVersion() + 1);
		$made ? $this->mapper->insert($term) : $this->mapper->update($term);
		return $made ? ImportReport::MADE : ImportReport::UPDATED;
	}

	/**
	 * @param array<string, Term> $known terms of the list by slug
	 * @param list<mixed> $entries entries of the file
	 * @return callable(array<string, mixed>, string): array<string, mixed> throws the reasons of TermRules · unknown_term · merge_circle
	 */
	private static function termCheck(array $known, array $entries): callable {
		// The targets of each after the import.
		$into = array_map(static fn (Term $term): ?string => $term->entry()['mergedInto'] ?? null, $known);
		foreach ($entries as $entry) {
			$slug = self::slug($entry);
			$term = $slug === null ? null : $known[$slug] ?? null;
			if ($slug !== null && $term?->getEditedAt() === null && $term?->getRemovedAt() === null) {
				$into[$slug] = is_string($entry['mergedInto'] ?? null) ? $entry['mergedInto'] : null;
			}
		}
		return static function (array $entry, string $slug) use ($into): array {
			$checked = TermRules::checkEntry($entry);
			for ($step = $into[$slug] ?? null, $steps = 0; $step !== null; $step = $into[$step], $steps++) {
				if (!array_key_exists($step, $into)) {
					throw new ReasonException('unknown_term', details: ['field' => 'mergedInto']);
				}
				if ($step === $slug || $steps > count($into)) {
					throw new ReasonException('merge_circle', details: ['field' => 'mergedInto']);
				}
			}
			return $checked;
		};
	}

	/**
	 * @param array<string, Term> $known entries of the glossary by slug
	 * @param list<mixed> $entries entries of the file
	 * @param list<string> $themes ids
	 * @return callable(array<string, mixed>, string): array<string, mixed> throws the reasons of GlossaryRules
	 */
	private static function glossaryCheck(array $known, array $entries, array $themes): callable {
		// Entries that this file replaces have only the names it gives them.
		$rewritten = array_map(self::slug(...), $entries);
		$taken = Glossary::taken(array_values(array_filter($known, static fn (Term $term): bool => $term->getRemovedAt() === null
			&& ($term->getEditedAt() !== null || !in_array($term->getSlug(), $rewritten, true)))));
		return static function (array $entry, string $slug) use ($themes, &$taken): array {
			$checked = GlossaryRules::check($entry + ['term' => $slug, 'acronyms' => [], 'synonyms' => [], 'themes' => []], $themes);
			GlossaryRules::requireFree($checked, $taken, $slug);
			$taken += array_fill_keys(GlossaryRules::names($checked), $slug);
			return $checked;
		};
	}

	/**
	 * @param array<string, Term> $known expressions by slug
	 * @return callable(array<string, mixed>, string): array<string, mixed> throws the reasons of ExpressionRules
	 */
	private static function expressionCheck(array $known): callable {
		return static function (array $entry, string $slug) use (&$known): array {
			$checked = ExpressionRules::check($entry + ['term' => $slug]);
			ExpressionRules::requireFree($checked['term'], array_values(array_filter($known, static fn (Term $term): bool => $term->getRemovedAt() === null && $term->getSlug() !== $slug)));
			$known[$slug] = self::fresh(Vocabulary::EXPRESSIONS, $slug, count($known));
			$known[$slug]->setEntry($checked);
			return $checked;
		};
	}

	/** @return ?string the name of an entry in a file, null without a valid one */
	private static function slug(mixed $entry): ?string {
		$slug = is_array($entry) ? ($entry['id'] ?? $entry['term'] ?? null) : null;
		return is_string($slug) && $slug !== '' && mb_strlen($slug) <= 128 ? $slug : null;
	}
}
