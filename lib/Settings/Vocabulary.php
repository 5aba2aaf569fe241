<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Remembered;

/** The words the network shares. */
class Vocabulary {
	/** Lists a card may take words from, as the vocabulary file names them. */
	private const SHOWN = ['values', 'sectors', 'themes', 'publics'];

	/** @var ?array<string, list<Term>> */
	private ?array $terms = null;

	/** @var array<string, array<string, array<array-key, string>>> */
	private array $labels = [];

	private ?string $state = null;

	public function __construct(
		private readonly TermMapper $mapper,
		private readonly Remembered $remembered,
	) {
	}

	/**
	 * What is made of the vocabulary and the glossary, and is the same for everybody, until one of their words changes.
	 *
	 * @param callable(): array $make
	 */
	public function remember(string $what, callable $make): array {
		$this->state ??= $this->mapper->state();
		return $this->remembered->get("$what $this->state", $make);
	}

	/**
	 * @return array<string, list<array{id: string, label: string, meaning?: string}>> lists by name, in their own order
	 */
	public function present(string $language): array {
		$lists = [];
		foreach ($this->terms() as $kind => $terms) {
			$lists[$kind] = array_map(static function (Term $term) use ($language): array {
				$meaning = (string)($term->entry()['meaning'] ?? '');
				return ['id' => $term->getSlug(), 'label' => $term->label($language)]
					+ ($meaning === '' ? [] : ['meaning' => $meaning]);
			}, $terms);
		}
		return $lists;
	}

	/** @return array<string, array<array-key, string>> labels by list and id, in their own order */
	public function labels(string $language): array {
		return $this->labels[$language] ??= $this->remember("labels $language", fn (): array => $this->labelled($language));
	}

	/** @return array<array-key, string> labels by id, which is unique over the lists */
	public function labelsById(string $language): array {
		return array_replace(...array_values($this->labels($language)));
	}

	/** @return array<string, array<array-key, string>> */
	private function labelled(string $language): array {
		$labels = [];
		foreach ($this->terms() as $kind => $terms) {
			$labels[$kind] = [];
			foreach ($terms as $term) {
				$labels[$kind][$term->getSlug()] = $term->label($language);
			}
		}
		return $labels;
	}

	/** @return array<string, list<array<string, mixed>>> every list, as VocabularyImport reads them */
	public function export(): array {
		$lists = [];
		foreach ($this->mapper->findKinds(VocabularyImport::KINDS) as $term) {
			$entry = $term->entry();
			// A renamed entry of the glossary is known by the name it had.
			$lists[$term->getKind()][] = ($entry['id'] ?? $entry['term']) === $term->getSlug() ? $entry : ['id' => $term->getSlug()] + $entry;
		}
		return $lists;
	}

	/** Whether a word belongs to one of the named lists. */
	public function has(string $slug, string ...$kinds): bool {
		foreach ($kinds as $kind) {
			foreach ($this->terms()[$kind] as $term) {
				if ($term->getSlug() === $slug) {
					return true;
				}
			}
		}
		return false;
	}

	/** @return array<string, list<Term>> */
	private function terms(): array {
		if ($this->terms === null) {
			$this->terms = array_fill_keys(self::SHOWN, []);
			foreach ($this->mapper->findKinds(self::SHOWN) as $term) {
				$this->terms[$term->getKind()][] = $term;
			}
		}
		return $this->terms;
	}
}
