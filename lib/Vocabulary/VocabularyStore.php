<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Vocabulary\Event\ExpressionsChanged;
use OCA\Reseau\Vocabulary\Event\VocabularyChanged;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Every change of the vocabulary goes through here, so that listeners that stored a word's meaning are notified in the same transaction. */
class VocabularyStore {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly TermMapper $mapper,
		private readonly Vocabulary $vocabulary,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @template T
	 * @param callable(): T $change
	 * @return T
	 */
	public function write(callable $change): mixed {
		try {
			return $this->atomic(function () use ($change): mixed {
				$this->mapper->lock();
				$before = $this->vocabulary->meaningsNow();
				$expressions = $this->vocabulary->expressionsNow();
				$result = $change();
				$after = $this->vocabulary->meaningsNow();
				if ($this->vocabulary->expressionsNow() !== $expressions) {
					$this->events->dispatchTyped(new ExpressionsChanged());
				}
				$this->notify($before, $after);
				return $result;
			}, $this->db);
		} finally {
			$this->vocabulary->forget();
		}
	}

	/**
	 * @param array{ids: array<array-key, string>, names: array<string, array<array-key, string>>} $before
	 * @param array{ids: array<array-key, string>, names: array<string, array<array-key, string>>} $after
	 */
	private function notify(array $before, array $after): void {
		$terms = $names = [];
		foreach ($after['ids'] as $id => $means) {
			if (($before['ids'][$id] ?? null) !== $means) {
				$terms[] = $before['ids'][$id] ?? (string)$id;
			}
		}
		foreach ($after['names'] as $list => $these) {
			foreach (array_keys($before['names'][$list] + $these) as $name) {
				$was = $before['names'][$list][$name] ?? null;
				if ($was !== ($these[$name] ?? null)) {
					$was === null ? $names[] = (string)$name : $terms[] = $was;
				}
			}
		}
		if ($terms !== [] || $names !== []) {
			$this->events->dispatchTyped(new VocabularyChanged(array_values(array_unique($terms)), array_values(array_unique($names))));
		}
	}
}
