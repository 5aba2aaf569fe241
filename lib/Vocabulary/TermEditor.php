<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;

/**
 * Adds terms to the vocabulary, changes their labels and order. What a person added or changed is no longer changed by imports (VocabularyImport).
 */
class TermEditor {
	public function __construct(
		private readonly TermMapper $mapper,
		private readonly VocabularyStore $store,
		private readonly TermPresenter $presenter,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Adds a term; one removed under this label is restored.
	 *
	 * @param array<array-key, mixed> $input `list`, and what TermRules::check() reads
	 * @return array<string, mixed> the entry
	 * @throws ReasonException those of TermRules, `duplicate_label` among them · unknown_list
	 */
	public function add(string $uid, array $input): array {
		$kind = $input['list'] ?? null;
		if (!is_string($kind) || !in_array($kind, Vocabulary::EDITED, true)) {
			throw new ReasonException('unknown_list', details: ['field' => 'list']);
		}
		$entry = self::of($kind, TermRules::check($input));
		try {
			$term = $this->store->write(fn (): Term => $this->insert($kind, $entry));
		} catch (Exception $e) {
			if ($e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw new ReasonException('duplicate_label', Http::STATUS_CONFLICT, ['field' => 'labels.fr']);
			}
			throw $e;
		}
		return $this->presenter->one($uid, $term);
	}

	/**
	 * @param array<array-key, mixed> $input the whole term, as TermRules::check() reads it
	 * @param int $version the version it was changed from
	 * @return array<string, mixed> the entry
	 * @throws ReasonException not_found · those of TermRules · stale_version with the `current` entry
	 */
	public function change(string $uid, int $id, array $input, int $version): array {
		$entry = TermRules::check($input);
		$term = $this->store->write(function () use ($uid, $id, $entry, $input, $version): Term {
			$list = $this->listAt($uid, $id, $version);
			$term = $list[$id];
			TermRules::requireFree($entry, self::others($list, $id));
			$old = $term->entry();
			if (in_array($term->getKind(), Vocabulary::LISTS, true)) {
				$entry = TermRules::withOldLabel($entry, $old);
			}
			// Who does not know of the words leaves them.
			$written = array_flip([...TermRules::LANGUAGES, 'inverse', 'meaning', 'spellings', ...isset($input['words']) ? ['words'] : []]);
			$this->edit($term, self::of($term->getKind(), $entry) + array_diff_key($old, $written));
			$this->write($uid, $term, $version);
			return $term;
		});
		return $this->presenter->one($uid, $term);
	}

	/**
	 * Moves a term within its list.
	 *
	 * @param ?int $after the term it follows, null: first
	 * @throws ReasonException not_found
	 */
	public function place(int $id, ?int $after): void {
		$this->store->write(function () use ($id, $after): void {
			$list = $this->list($id);
			if ($after !== null && (!isset($list[$after]) || $after === $id)) {
				throw ReasonException::notFound();
			}
			$order = array_values(array_diff(array_keys($list), [$id]));
			array_splice($order, $after === null ? 0 : (int)array_search($after, $order, true) + 1, 0, [$id]);
			foreach ($order as $position => $one) {
				if ($list[$one]->getPosition() !== $position) {
					$list[$one]->setPosition($position);
					$this->mapper->update($list[$one]);
				}
			}
		});
	}

	/**
	 * Stores a term unless another person stored it in between.
	 *
	 * @throws ReasonException stale_version with the `current` entry
	 */
	public function write(string $uid, Term $term, int $version): void {
		if (!$this->mapper->updateFrom($term, $version)) {
			throw $this->stale($uid, (int)$term->getId());
		}
	}

	/** @param array<string, mixed> $entry */
	public function edit(Term $term, array $entry): void {
		$term->setEntry($entry);
		$term->setEditedAt($this->clock->getTime());
	}

	/**
	 * @return non-empty-array<int, Term> the term's list, by id, in order, including removed terms
	 * @throws ReasonException not_found
	 */
	public function list(int $id): array {
		$lists = [];
		foreach ($this->mapper->findKinds(Vocabulary::EDITED, true) as $term) {
			$lists[$term->getKind()][(int)$term->getId()] = $term;
		}
		foreach ($lists as $list) {
			if (isset($list[$id])) {
				return $list;
			}
		}
		throw ReasonException::notFound();
	}

	/**
	 * The same for a change made from a version of the term.
	 *
	 * @return non-empty-array<int, Term>
	 * @throws ReasonException not_found · stale_version with the `current` entry
	 */
	public function listAt(string $uid, int $id, int $version): array {
		$list = $this->list($id);
		// Compares with the term as it was read: a different requested version is another person's change.
		return $list[$id]->getVersion() === $version ? $list : throw $this->stale($uid, $id);
	}

	private function stale(string $uid, int $id): ReasonException {
		return ReasonException::stale(current: $this->presenter->one($uid, $this->list($id)[$id]));
	}

	/**
	 * @param array<int, Term> $list
	 * @return list<Term> terms whose names this term may not use
	 */
	public static function others(array $list, ?int $id): array {
		return array_values(array_filter($list, static fn (Term $term): bool => $term->getRemovedAt() === null && (int)$term->getId() !== $id));
	}

	/**
	 * @param array<string, mixed> $entry
	 * @return array<string, mixed> without what terms of this list do not have
	 */
	private static function of(string $kind, array $entry): array {
		return array_diff_key($entry, $kind === Vocabulary::RELATIONS ? [] : ['inverse' => 0], $kind === Vocabulary::THEMES ? [] : ['words' => 0]);
	}

	/** @param array<string, mixed> $entry */
	private function insert(string $kind, array $entry): Term {
		$list = $this->mapper->findKinds([$kind], true);
		TermRules::requireFree($entry, self::others($list, null));
		$names = TermRules::names($entry);
		foreach ($list as $term) {
			if ($term->getRemovedAt() !== null && (TermRules::names($term->entry())['labels.fr'] ?? null) === $names['labels.fr']) {
				$this->edit($term, ['id' => $term->getSlug()] + $entry);
				$term->setRemovedAt(null);
				$term->setVersion($term->getVersion() + 1);
				$term->setAddedVersion($term->getVersion());
				return $this->mapper->update($term);
			}
		}
		$term = new Term();
		$term->setKind($kind);
		// Ids are unique across the lists.
		$slugs = array_map(static fn (Term $other): string => $other->getSlug(), $this->mapper->findKinds(Vocabulary::EDITED, true));
		$term->setSlug(TermRules::slug($entry['fr'], static fn (string $slug): bool => in_array($slug, $slugs, true)));
		$term->setPosition(count($list));
		$term->setVersion(1);
		$term->setAddedVersion(1);
		$this->edit($term, ['id' => $term->getSlug()] + $entry);
		return $this->mapper->insert($term);
	}
}
