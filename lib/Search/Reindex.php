<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\IndexProgress;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IDBConnection;

/**
 * Rebuilds the search index. An object's old entries stay until the new ones are stored; a stopped run continues where it was.
 */
class Reindex {
	use Atomic;

	private const CHUNK = 100;
	private const PLACE = 'reindex_at';
	private const DONE = 'index_format';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly IAppConfig $config,
		private readonly Index $index,
		private readonly IndexMapper $mapper,
		private readonly SpellingMapper $spellings,
		private readonly TableStatistics $statistics,
		private readonly IndexProgress $progress,
	) {
	}

	/** Whether everything is stored in the current format. */
	public function isDone(): bool {
		return $this->config->getAppValueString(self::DONE) === (string)Index::FORMAT && $this->place() === null;
	}

	/** @return ?array{type: string, after: int} where a run was stopped: the last object done */
	public function place(): ?array {
		[$type, $after, $format] = explode(' ', $this->config->getAppValueString(self::PLACE)) + ['', '', ''];
		// A run started in another format starts over.
		return $after === '' || $format !== (string)Index::FORMAT ? null : ['type' => $type, 'after' => (int)$after];
	}

	/**
	 * @param list<Indexable> $types in a fixed order
	 * @param bool $fresh start over, ignoring previous runs
	 * @param callable(int, int): bool $goOn receives after each batch how many objects are done, including earlier runs, and the total; false stops
	 *                                       the run: the next one continues
	 * @return int how many objects this run has done
	 */
	public function run(array $types, bool $fresh, callable $goOn): int {
		$place = $fresh ? null : $this->place();
		$before = $place === null ? 0 : $this->progress->read()['done'] ?? 0;
		$total = array_sum(array_map(static fn (Indexable $type): int => $type->count(), $types));
		$done = 0;
		foreach ($types as $i => $type) {
			if ($place !== null && $place['type'] !== $type->type()) {
				continue;
			}
			$after = $place['after'] ?? 0;
			$place = null;
			do {
				$ids = $type->idsAfter($after, self::CHUNK);
				$to = $ids === [] ? null : $ids[count($ids) - 1];
				$stored = $this->mapper->storedIds($type->type(), $after, $to, $fresh);
				$this->index->refresh($type, array_values(array_unique([...$ids, ...$stored])), $fresh);
				$after = $to;
				$done += count($ids);
				if ($after === null) {
					$this->atomic(fn () => $this->mapper->recount($type->type()), $this->db);
					$this->spellings->prune($type->type());
				}
				// Only now: if a batch was not stored, it is stored again, and storing one twice does no harm.
				$next = $after === null ? $types[$i + 1] ?? null : $type;
				$this->config->setAppValueString(self::PLACE, $next === null ? '' : implode(' ', [$next->type(), (int)$after, Index::FORMAT]));
				$this->progress->write($before + $done, $total);
				if (!$goOn($before + $done, $total) && $next !== null) {
					return $done;
				}
			} while ($after !== null);
		}
		$this->config->setAppValueString(self::DONE, (string)Index::FORMAT);
		$this->progress->end();
		$this->statistics->refresh();
		return $done;
	}
}
