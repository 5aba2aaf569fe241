<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Retires a term, merges it into another, or removes an unused one; each can be undone by setting the previous state. Cards are not written: their
 * terms are read differently (Vocabulary).
 */
class TermStates {
	public function __construct(
		private readonly TermEditor $editor,
		private readonly TermPresenter $presenter,
		private readonly VocabularyStore $store,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input `state` of TermState, and for `merged` the term it is merged `into`
	 * @param int $version the version it was changed from
	 * @return array<string, mixed> the entry
	 * @throws ReasonException not_found · unknown_state · stale_version · duplicate_label · term_in_use · those of merging
	 */
	public function change(string $uid, int $id, array $input, int $version): array {
		$state = is_string($input['state'] ?? null) ? TermState::tryFrom($input['state']) : null;
		if ($state === null) {
			throw new ReasonException('unknown_state', details: ['field' => 'state']);
		}
		$term = $this->store->write(function () use ($uid, $id, $input, $version, $state): Term {
			$list = $this->editor->listAt($uid, $id, $version);
			$term = $list[$id];
			if ($term->getRemovedAt() !== null) {
				// A term that took the name in the meantime keeps it.
				TermRules::requireFree($term->entry(), TermEditor::others($list, $id));
			}
			$entry = array_diff_key($term->entry(), ['retired' => 0, 'mergedInto' => 0]);
			$entry += match ($state) {
				TermState::Retired => ['retired' => true],
				TermState::Merged => ['mergedInto' => $this->target($list, $term, $input['into'] ?? null)->getSlug()],
				default => [],
			};
			if ($state === TermState::Removed) {
				$this->requireUnused($uid, $term, $list);
			}
			$this->editor->edit($term, $entry);
			$term->setRemovedAt($state === TermState::Removed ? $this->clock->getTime() : null);
			$this->editor->write($uid, $term, $version);
			return $term;
		});
		return $this->presenter->one($uid, $term);
	}

	/**
	 * @param array<int, Term> $list
	 * @throws ReasonException into_missing · merge_itself · not_found · merge_other_list · merge_circle · merge_not_offered
	 */
	private function target(array $list, Term $term, mixed $into): Term {
		$id = Input::number($into) ?? throw new ReasonException('into_missing', details: ['field' => 'into']);
		if ($id === (int)$term->getId()) {
			throw self::refused('merge_itself');
		}
		if (!isset($list[$id])) {
			// The term may be in another list, or missing.
			$this->editor->list($id);
			throw self::refused('merge_other_list');
		}
		$target = $list[$id];
		$bySlug = [];
		foreach ($list as $other) {
			$bySlug[$other->getSlug()] = $other;
		}
		for ($step = $target; $step !== null; $step = $bySlug[$step->entry()['mergedInto'] ?? ''] ?? null) {
			if ($step === $term) {
				throw self::refused('merge_circle');
			}
		}
		return $target->state() === TermState::Offered ? $target : throw self::refused('merge_not_offered');
	}

	/**
	 * Only people visible to this account count as users; for the others the label is kept.
	 *
	 * @param array<int, Term> $list
	 * @throws ReasonException term_in_use
	 */
	private function requireUnused(string $uid, Term $term, array $list): void {
		$merged = array_filter($list, static fn (Term $other): bool => $other->getRemovedAt() === null && ($other->entry()['mergedInto'] ?? null) === $term->getSlug());
		// A term that was just added can be removed again: the custom words of people stay theirs.
		if ($merged !== [] || (!$term->isJustAdded() && $this->presenter->count($uid, $term) > 0)) {
			throw new ReasonException('term_in_use', Http::STATUS_CONFLICT);
		}
	}

	private static function refused(string $reason): ReasonException {
		return new ReasonException($reason, Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'into']);
	}
}
