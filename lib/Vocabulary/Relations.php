<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\Elision;

/**
 * The possible relations between two things: a list of the vocabulary with labels for both directions. Links keep the relation they were made with; a
 * merged relation is read as its target.
 */
class Relations {
	/** The initial relations: each label, and its inverse if that differs. Between two names they make a sentence: “Odile carries Rainwater”. */
	private const STARTER = [
		[
			'id' => 'carries',
			'fr' => 'porte', 'en' => 'carries', 'oc' => 'pòrta', 'ca' => 'impulsa', 'es' => 'impulsa',
			'inverse' => ['fr' => 'est porté par', 'en' => 'is carried by', 'oc' => 'es portat per', 'ca' => 'té l’impuls de', 'es' => 'tiene el impulso de'],
		],
		[
			'id' => 'thanks-to',
			'fr' => 'a reçu l’aide de', 'en' => 'was helped by', 'oc' => 'a recebut l’ajuda de', 'ca' => 'ha rebut l’ajuda de', 'es' => 'ha recibido la ayuda de',
			'inverse' => ['fr' => 'a aidé', 'en' => 'has helped', 'oc' => 'a ajudat', 'ca' => 'ha ajudat', 'es' => 'ha ayudado a'],
		],
		[
			'id' => 'inspired-by',
			'fr' => 's’inspire de', 'en' => 'is inspired by', 'oc' => 's’inspira de', 'ca' => 's’inspira en', 'es' => 'se inspira en',
			'inverse' => ['fr' => 'a inspiré', 'en' => 'has inspired', 'oc' => 'a inspirat', 'ca' => 'ha inspirat', 'es' => 'ha servido de inspiración a'],
		],
		[
			'id' => 'relay',
			'fr' => 'fait le relais de', 'en' => 'passes on', 'oc' => 'fa lo relai de', 'ca' => 'fa d’enllaç de', 'es' => 'hace de enlace de',
			'inverse' => ['fr' => 'a pour relais', 'en' => 'is passed on by', 'oc' => 'a per relai', 'ca' => 'té com a enllaç', 'es' => 'tiene como enlace a'],
		],
		[
			'id' => 'resource-person',
			'fr' => 'est personne-ressource pour', 'en' => 'is a resource person for', 'oc' => 'es persona ressorsa per', 'ca' => 'és persona de referència per a', 'es' => 'es persona de referencia para',
			'inverse' => ['fr' => 'a pour personne-ressource', 'en' => 'has as resource person', 'oc' => 'a per persona ressorsa', 'ca' => 'té com a persona de referència', 'es' => 'tiene como persona de referencia a'],
		],
		['id' => 'see-also', 'fr' => 'a un lien avec', 'en' => 'is related to', 'oc' => 'a un ligam amb', 'ca' => 'té un vincle amb', 'es' => 'tiene un vínculo con'],
		[
			'id' => 'speaks-for',
			'fr' => 'parle pour', 'en' => 'speaks for', 'oc' => 'parla per', 'ca' => 'parla per', 'es' => 'habla por',
			'inverse' => ['fr' => 'a pour porte-parole', 'en' => 'has as spokesperson', 'oc' => 'a per pòrtaparaula', 'ca' => 'té com a portaveu', 'es' => 'tiene como portavoz a'],
		],
	];

	/** Relations that were added later: a network that began without them gets them once. */
	private const LATER = ['speaks-for'];

	/**
	 * Types that initial relations can connect (ThingType, and `organisation` for members that are one), if not all make sense: a person does not carry a person, a file carries nothing. This is the
	 * only table of it: other pairs are not offered (src/link/relations.ts) and refused (MakeLink). Existing links keep them.
	 */
	private const ENDS = [
		'carries' => ['from' => ['member', 'group'], 'to' => ['group', 'board', 'card', 'file', 'notice']],
		'thanks-to' => ['to' => ['member', 'group', 'file']],
		'inspired-by' => ['to' => ['member', 'group', 'card', 'file', 'notice']],
		'relay' => ['from' => ['member', 'group']],
		'resource-person' => ['from' => ['member'], 'to' => ['group', 'board', 'card', 'file', 'notice']],
		'speaks-for' => ['from' => ['member'], 'to' => ['organisation']],
	];

	/** @var ?array<array-key, Term> by slug, in order, including removed ones */
	private ?array $terms = null;

	public function __construct(
		private readonly TermMapper $mapper,
		private readonly VocabularyStore $store,
	) {
	}

	/** Creates the initial relations in a network that never had any, and relations of later versions in a network that never had those. */
	public function begin(): void {
		$this->store->write(function (): void {
			$known = array_map(static fn (Term $term): string => $term->getSlug(), $this->mapper->findKinds([Vocabulary::RELATIONS], true));
			foreach (self::STARTER as $position => $entry) {
				if (in_array($entry['id'], $known, true) || ($known !== [] && !in_array($entry['id'], self::LATER, true))) {
					continue;
				}
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

	/** @return list<array{slug: string, label: string, inverse: string, offered: bool, from?: list<string>, to?: list<string>}> RelationSchema of src/link/model.ts, in order */
	public function present(string $language): array {
		$relations = [];
		foreach ($this->terms() as $slug => $term) {
			if ($term->state() !== TermState::Removed) {
				$relations[] = [
					'slug' => (string)$slug,
					'label' => $this->words((string)$slug, false, $language),
					'inverse' => $this->words((string)$slug, true, $language),
					'offered' => $term->state() === TermState::Offered,
				] + self::ends($term);
			}
		}
		return $relations;
	}

	/** @return list<string> slugs available for new links */
	public function offered(): array {
		$offered = array_filter($this->terms(), static fn (Term $term): bool => $term->state() === TermState::Offered);
		return array_map(strval(...), array_keys($offered));
	}

	/** @return array{from?: list<string>, to?: list<string>} types that it can connect; a missing one means any, as for a relation that was reworded */
	private static function ends(Term $term): array {
		return self::starter($term) === [] ? [] : self::ENDS[$term->getSlug()] ?? [];
	}

	/** @return array<string, mixed> the initial relation, found by its French label; empty if it was added or reworded by the network */
	private static function starter(Term $term): array {
		$starter = array_column(self::STARTER, null, 'id')[$term->getSlug()] ?? [];
		return $term->label('fr') === ($starter['fr'] ?? null) ? $starter : [];
	}

	/**
	 * Whether a relation makes sense from one thing to another.
	 *
	 * @param list<string> $from the type of a thing, and `organisation` if it is one
	 * @param list<string> $to
	 */
	public function connects(string $slug, array $from, array $to): bool {
		$term = $this->terms()[$slug] ?? null;
		$ends = $term === null ? [] : self::ends($term);
		return array_intersect($ends['from'] ?? $from, $from) !== [] && array_intersect($ends['to'] ?? $to, $to) !== [];
	}

	/** Whether it reads the same from both ends. */
	public function isMutual(string $slug): bool {
		$term = $this->meant($slug);
		return $term === null || $term->inverse(TermRules::LANGUAGES[0]) === $term->label(TermRules::LANGUAGES[0]);
	}

	/** A relation's label, from its first end or from the other. The initial ones have all languages of the app, even in a network that began with fewer. */
	public function words(string $slug, bool $inverse, string $language): string {
		$term = $this->meant($slug);
		if ($term === null) {
			return $slug;
		}
		[$entry, $starter] = [$term->entry(), self::starter($term)];
		if ($inverse && isset($entry['inverse'])) {
			return (string)($entry['inverse'][$language] ?? $starter['inverse'][$language] ?? $term->inverse($language));
		}
		return (string)($entry[$language] ?? $starter[$language] ?? $term->label($language));
	}

	/** A link as a whole sentence, from its first end to the other. */
	public function sentence(string $slug, string $a, string $b, string $language): string {
		return $a . ' ' . Elision::before($this->words($slug, false, $language), $b, $language) . $b;
	}

	/** The meaning of a relation, removed or not. */
	private function meant(string $slug): ?Term {
		$terms = $this->terms();
		$term = $terms[$slug] ?? null;
		// At most as many steps as there are terms: data stored by other means may contain a circle.
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
