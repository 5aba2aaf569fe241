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
 * Imports a vocabulary file. Adds and updates; never removes a term, because cards may use it. What a person changed or removed stays as they left
 * it, and the report says so: `edited_since`, `erased`.
 */
class VocabularyImport {
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
		$this->store->write(function () use ($file, $report): void {
			// The glossary comes last: it refers to themes.
			foreach (Vocabulary::IN_FILES as $kind) {
				$this->importList($kind, is_array($file[$kind] ?? null) ? array_values($file[$kind]) : [], $report);
			}
		});
		return $report;
	}

	/** @param list<mixed> $entries */
	private function importList(string $kind, array $entries, ImportReport $report): void {
		$known = [];
		foreach ($this->mapper->findKinds([$kind], true) as $term) {
			$known[$term->getSlug()] = $term;
		}
		$check = $kind === Vocabulary::GLOSSARY ? $this->glossaryCheck($known, $entries) : self::termCheck($known, $entries);
		$seen = [];
		foreach ($entries as $i => $entry) {
			$slug = self::slug($entry);
			if ($slug === null) {
				$report->skipped("{$kind}[$i]", 'id_missing');
				continue;
			}
			try {
				if (isset($seen[$slug])) {
					throw new ReasonException('duplicate_term');
				}
				$seen[$slug] = true;
				// Known terms keep their position, which a person may have chosen.
				$term = $known[$slug] ?? self::fresh($kind, $slug, count($known));
				$report->add("$kind: $slug", $this->put($term, $entry, $check));
				$known[$slug] = $term;
			} catch (ReasonException $e) {
				$report->skipped("$kind: $slug", trim($e->reason . ' ' . (string)($e->details['field'] ?? '')));
			}
		}
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
	 * @param callable(array<string, mixed>, string): array<string, mixed> $check returns what is stored of an entry
	 * @throws ReasonException erased · edited_since · those of the check
	 */
	private function put(Term $term, array $entry, callable $check): string {
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
		// Where each would lead after the import.
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
	 * @return callable(array<string, mixed>, string): array<string, mixed> throws the reasons of GlossaryRules
	 */
	private function glossaryCheck(array $known, array $entries): callable {
		$themes = array_map(static fn (Term $term): string => $term->getSlug(), $this->mapper->findKinds(['themes']));
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

	/** @return ?string the name of an entry in a file, null without a valid one */
	private static function slug(mixed $entry): ?string {
		$slug = is_array($entry) ? ($entry['id'] ?? $entry['term'] ?? null) : null;
		return is_string($slug) && $slug !== '' && mb_strlen($slug) <= 128 ? $slug : null;
	}
}
