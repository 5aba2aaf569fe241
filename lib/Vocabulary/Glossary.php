<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;
use OCP\Security\ISecureRandom;

/**
 * Words with their acronyms and other names, which the search treats as synonyms. It reads them with every search: a change takes effect at once.
 *
 * What a person changed or removed stays so: no import changes or restores it (VocabularyImport).
 *
 * @psalm-type Entry = array{id: int, version: int, term: string, acronyms: list<string>, synonyms: list<string>, themes: list<string>}
 */
class Glossary {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly TermMapper $mapper,
		private readonly Vocabulary $vocabulary,
		private readonly ISecureRandom $random,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return list<Entry> by term; `themes` are ids of the vocabulary
	 */
	public function glossary(): array {
		$entries = array_map($this->present(...), $this->mapper->findKinds([Vocabulary::GLOSSARY]));
		usort($entries, static fn (array $a, array $b): int => strcmp(Fold::text($a['term']), Fold::text($b['term'])));
		return $entries;
	}

	/**
	 * Adds an entry; one removed under this term is restored.
	 *
	 * @param array<string, mixed> $input as GlossaryRules::check() reads it
	 * @return Entry
	 * @throws ReasonException those of GlossaryRules, `duplicate_term` among them
	 */
	public function add(array $input): array {
		$entry = GlossaryRules::check($input, $this->themes());
		try {
			$term = $this->atomicAgain(fn (): Term => $this->insert($entry), $this->db);
		} catch (Exception $e) {
			if ($e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw new ReasonException('duplicate_term', Http::STATUS_CONFLICT, ['field' => 'term']);
			}
			throw $e;
		}
		return $this->present($term);
	}

	/**
	 * @param array<string, mixed> $input the whole entry, as GlossaryRules::check() reads it
	 * @param int $version the version it was changed from
	 * @return Entry
	 * @throws ReasonException not_found · those of GlossaryRules · stale_version with the `current` entry
	 */
	public function change(int $id, array $input, int $version): array {
		$term = $this->find($id);
		$entry = GlossaryRules::check($input, $this->themes());
		GlossaryRules::requireFree($entry, self::taken($this->mapper->findKinds([Vocabulary::GLOSSARY])), $term->getSlug());
		$entry['themes'] = $this->vocabulary->asStored($entry['themes'], $term->entry()['themes']);
		$this->edit($term, $entry);
		// Compares with the entry as it was read: a different requested or stored version is another person's change.
		if ($term->getVersion() !== $version || !$this->atomic(fn (): bool => $this->mapper->updateFrom($term, $version), $this->db)) {
			throw ReasonException::stale(current: $this->present($this->find($id)));
		}
		return $this->present($term);
	}

	/**
	 * @return Entry as it was, so that add() can restore it
	 * @throws ReasonException not_found
	 */
	public function remove(int $id): array {
		$term = $this->find($id);
		$removed = $this->present($term);
		$term->setRemovedAt($this->clock->getTime());
		$term->setVersion($term->getVersion() + 1);
		$this->mapper->update($term);
		return $removed;
	}

	/**
	 * The owner of each term and acronym.
	 *
	 * @param list<Term> $terms of the glossary
	 * @return array<string, string> slug by the folded name
	 */
	public static function taken(array $terms): array {
		$taken = [];
		foreach ($terms as $term) {
			$taken += array_fill_keys(GlossaryRules::names($term->entry()), $term->getSlug());
		}
		return $taken;
	}

	/** @param array{term: string, acronyms: list<string>, synonyms: list<string>, themes: list<string>} $entry */
	private function insert(array $entry): Term {
		$all = $this->mapper->findKinds([Vocabulary::GLOSSARY], true);
		$live = array_values(array_filter($all, static fn (Term $term): bool => $term->getRemovedAt() === null));
		GlossaryRules::requireFree($entry, self::taken($live), null);
		foreach ($all as $term) {
			if ($term->getRemovedAt() !== null && Fold::text($term->entry()['term']) === Fold::text($entry['term'])) {
				$this->edit($term, $entry);
				$term->setRemovedAt(null);
				$term->setVersion($term->getVersion() + 1);
				return $this->mapper->update($term);
			}
		}
		$term = new Term();
		$term->setKind(Vocabulary::GLOSSARY);
		// The slug identifies an entry in files; a renamed entry keeps it.
		$term->setSlug(in_array($entry['term'], array_map(static fn (Term $other): string => $other->getSlug(), $all), true)
			? $this->random->generate(16, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS)
			: $entry['term']);
		$term->setPosition(count($all));
		$term->setVersion(1);
		$this->edit($term, $entry);
		return $this->mapper->insert($term);
	}

	/** @param array<string, mixed> $entry */
	private function edit(Term $term, array $entry): void {
		$term->setEntry($entry);
		$term->setEditedAt($this->clock->getTime());
	}

	/**
	 * @throws ReasonException not_found
	 */
	private function find(int $id): Term {
		foreach ($this->mapper->findKinds([Vocabulary::GLOSSARY]) as $term) {
			if ((int)$term->getId() === $id) {
				return $term;
			}
		}
		throw ReasonException::notFound();
	}

	/** @return list<string> */
	private function themes(): array {
		return array_map(static fn (Term $term): string => $term->getSlug(), $this->mapper->findKinds(['themes']));
	}

	/** @return Entry */
	private function present(Term $term): array {
		$entry = $term->entry();
		return ['id' => (int)$term->getId(), 'version' => $term->getVersion()] + array_replace($entry, ['themes' => $this->vocabulary->resolveAll($entry['themes'])]);
	}
}
