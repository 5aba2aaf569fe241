<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\Security\ISecureRandom;

/**
 * Words and expressions that mean something else in this network than the knowledge of everyday life says. They win (Knowledge): every text is read with them from the
 * next request on, and cards and notices are indexed again (ExpressionsChanged).
 *
 * An entry that a person changed or removed is final: no import changes or restores it (VocabularyImport).
 *
 * @psalm-type Entry = array{id: int, version: int, term: string, means: list<string>, not: list<string>}
 */
class Expressions {
	public function __construct(
		private readonly TermMapper $mapper,
		private readonly VocabularyStore $store,
		private readonly KnowledgeBase $knowledge,
		private readonly ISecureRandom $random,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array{expressions: list<Entry>, situations: list<array{id: string, label: string}>} ExpressionsSchema of src/vocabulary/model.ts: by expression; all situations by name */
	public function list(): array {
		$entries = array_map(self::present(...), $this->mapper->findKinds([Vocabulary::EXPRESSIONS]));
		usort($entries, static fn (array $a, array $b): int => strcmp(Fold::text($a['term']), Fold::text($b['term'])));
		$situations = [];
		foreach ($this->knowledge->get()->names() as $id => $name) {
			$situations[] = ['id' => (string)$id, 'label' => $name];
		}
		usort($situations, static fn (array $a, array $b): int => strcmp(Fold::text($a['label']), Fold::text($b['label'])));
		return ['expressions' => $entries, 'situations' => $situations];
	}

	/**
	 * Adds an expression; one that was removed is restored.
	 *
	 * @param array<array-key, mixed> $input as ExpressionRules::check() reads it
	 * @return Entry
	 * @throws ReasonException those of ExpressionRules
	 */
	public function add(array $input): array {
		$entry = $this->check($input, []);
		try {
			return self::present($this->store->write(fn (): Term => $this->insert($entry)));
		} catch (Exception $e) {
			if ($e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw new ReasonException('duplicate_term', Http::STATUS_CONFLICT, ['field' => 'term']);
			}
			throw $e;
		}
	}

	/**
	 * @param array<array-key, mixed> $input the whole entry, as ExpressionRules::check() reads it
	 * @param int $version the version it was changed from
	 * @return Entry
	 * @throws ReasonException not_found · those of ExpressionRules · stale_version with the `current` entry
	 */
	public function change(int $id, array $input, int $version): array {
		return $this->store->write(function () use ($id, $input, $version): array {
			$term = $this->find($id);
			$old = $term->entry();
			$entry = $this->check($input, [...$old['means'], ...$old['not']]);
			ExpressionRules::requireFree($entry['term'], TermEditor::others($this->mapper->findKinds([Vocabulary::EXPRESSIONS]), $id));
			$read = $term->getVersion();
			$this->edit($term, $entry);
			// A different requested or stored version is another person's change.
			if ($read !== $version || !$this->mapper->updateFrom($term, $version)) {
				throw ReasonException::stale(current: self::present($this->find($id)));
			}
			return self::present($term);
		});
	}

	/**
	 * @return Entry the removed entry, so that add() can restore it
	 * @throws ReasonException not_found
	 */
	public function remove(int $id): array {
		return $this->store->write(function () use ($id): array {
			$term = $this->find($id);
			$removed = self::present($term);
			$term->setRemovedAt($this->clock->getTime());
			$term->setVersion($term->getVersion() + 1);
			$this->mapper->update($term);
			return $removed;
		});
	}

	/** @param array{term: string, means: list<string>, not: list<string>} $entry */
	private function insert(array $entry): Term {
		$all = $this->mapper->findKinds([Vocabulary::EXPRESSIONS], true);
		ExpressionRules::requireFree($entry['term'], TermEditor::others($all, null));
		foreach ($all as $term) {
			if ($term->getRemovedAt() !== null && ExpressionRules::tokensOf($term->entry()['term']) === ExpressionRules::tokensOf($entry['term'])) {
				$this->edit($term, $entry);
				$term->setRemovedAt(null);
				$term->setVersion($term->getVersion() + 1);
				return $this->mapper->update($term);
			}
		}
		$term = new Term();
		$term->setKind(Vocabulary::EXPRESSIONS);
		// The slug identifies an entry in files; a renamed entry keeps it.
		$term->setSlug(in_array($entry['term'], array_map(static fn (Term $other): string => $other->getSlug(), $all), true)
			? $this->random->generate(16, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS)
			: $entry['term']);
		$term->setPosition(count($all));
		$term->setVersion(1);
		$this->edit($term, $entry);
		return $this->mapper->insert($term);
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @param list<string> $stored situations the entry has; the knowledge may no longer have them
	 * @return array{term: string, means: list<string>, not: list<string>}
	 * @throws ReasonException those of ExpressionRules
	 */
	private function check(array $input, array $stored): array {
		$entry = ExpressionRules::check($input);
		$known = $this->knowledge->get()->names() + array_flip($stored);
		foreach (['means', 'not'] as $field) {
			foreach ($entry[$field] as $i => $situation) {
				if (!isset($known[$situation])) {
					throw ReasonException::at('unknown_situation', "$field.$i");
				}
			}
		}
		return $entry;
	}

	/** @param array{term: string, means: list<string>, not: list<string>} $entry */
	private function edit(Term $term, array $entry): void {
		$term->setEntry($entry);
		$term->setEditedAt($this->clock->getTime());
	}

	/**
	 * @throws ReasonException not_found
	 */
	private function find(int $id): Term {
		foreach ($this->mapper->findKinds([Vocabulary::EXPRESSIONS]) as $term) {
			if ((int)$term->getId() === $id) {
				return $term;
			}
		}
		throw ReasonException::notFound();
	}

	/** @return Entry */
	private static function present(Term $term): array {
		return ['id' => (int)$term->getId(), 'version' => $term->getVersion()] + $term->entry();
	}
}
