<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

/**
 * What two things may be to each other: a list of the vocabulary whose words read both ways. Links keep the relation they were made
 * with; one that was merged into another reads as that one.
 */
class Relations {
	/** What a network begins with: each label, and how it reads from the other end where that is another. */
	private const STARTER = [
		['id' => 'carries', 'fr' => 'porte', 'en' => 'carries', 'inverse' => ['fr' => 'est porté par', 'en' => 'is carried by']],
		['id' => 'thanks-to', 'fr' => 'grâce à', 'en' => 'thanks to', 'inverse' => ['fr' => 'a aidé', 'en' => 'has helped']],
		['id' => 'inspired-by', 'fr' => 's’inspire de', 'en' => 'is inspired by', 'inverse' => ['fr' => 'a inspiré', 'en' => 'has inspired']],
		['id' => 'relay', 'fr' => 'fait le relais de', 'en' => 'passes on', 'inverse' => ['fr' => 'a pour relais', 'en' => 'is passed on by']],
		['id' => 'resource-person', 'fr' => 'est personne-ressource pour', 'en' => 'is a resource person for', 'inverse' => ['fr' => 'a pour personne-ressource', 'en' => 'has as resource person']],
		['id' => 'see-also', 'fr' => 'voir aussi', 'en' => 'see also'],
	];

	/** @var ?array<array-key, Term> by slug, in their order, with those that were taken out */
	private ?array $terms = null;

	public function __construct(
		private readonly TermMapper $mapper,
		private readonly VocabularyStore $store,
	) {
	}

	/** Gives a network that never had any those it begins with. */
	public function begin(): void {
		$this->store->write(function (): void {
			if ($this->mapper->findKinds([Vocabulary::RELATIONS], true) !== []) {
				return;
			}
			foreach (self::STARTER as $position => $entry) {
				$term = new Term();
				$term->setKind(Vocabulary::RELATIONS);
				$term->setSlug($entry['id']);
				$term->setPosition($position);
				$term->setVersion(1);
				$term->setEntry($entry);
				$this->mapper->insert($term);
			}
		});
		$this->terms = null;
	}

	/** @return list<array{slug: string, label: string, inverse: string, offered: bool}> RelationSchema of src/link/model.ts, in their order */
	public function present(string $language): array {
		$relations = [];
		foreach ($this->terms() as $slug => $term) {
			if ($term->state() !== TermState::Removed) {
				$relations[] = [
					'slug' => (string)$slug,
					'label' => $this->words((string)$slug, false, $language),
					'inverse' => $this->words((string)$slug, true, $language),
					'offered' => $term->state() === TermState::Offered,
				];
			}
		}
		return $relations;
	}

	/** @return list<string> slugs of those a new link may have */
	public function offered(): array {
		$offered = array_filter($this->terms(), static fn (Term $term): bool => $term->state() === TermState::Offered);
		return array_map(strval(...), array_keys($offered));
	}

	/** Whether it reads alike from both ends. */
	public function isMutual(string $slug): bool {
		$term = $this->meant($slug);
		return $term === null || $term->inverse(TermRules::LANGUAGES[0]) === $term->label(TermRules::LANGUAGES[0]);
	}

	/** A relation in words, from its first end or from the other. */
	public function words(string $slug, bool $inverse, string $language): string {
		$term = $this->meant($slug);
		return $term === null ? $slug : ($inverse ? $term->inverse($language) : $term->label($language));
	}

	/** What a relation stands for, taken out or not. */
	private function meant(string $slug): ?Term {
		$terms = $this->terms();
		$term = $terms[$slug] ?? null;
		// No longer than there are terms: what was stored by other means may lead in a circle.
		for ($steps = count($terms); $steps > 0 && $term !== null && isset($terms[$term->entry()['mergedInto'] ?? '']); $steps--) {
			$term = $terms[$term->entry()['mergedInto']];
		}
		return $term;
	}

	/** @return array<array-key, Term> */
	private function terms(): array {
		if ($this->terms === null) {
			$this->terms = [];
			foreach ($this->mapper->findKinds([Vocabulary::RELATIONS], true) as $term) {
				$this->terms[$term->getSlug()] = $term;
			}
		}
		return $this->terms;
	}
}
