<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Atomic;
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
		private readonly TableStatistics $statistics,
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
	 * @param list<Indexable> $types always in the same order
	 * @param bool $fresh start over, ignoring previous runs
	 * @param callable(int, int): void $progress receives the number of objects done in this run, and the total
	 * @return int how many objects this run has done
	 */
	public function run(array $types, bool $fresh, callable $progress): int {
		$place = $fresh ? null : $this->place();
		$total = array_sum(array_map(static fn (Indexable $type): int => $type->count(), $types));
		$done = 0;
		foreach ($types as $type) {
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
				// Only now: a batch that was not stored is stored again, and storing one twice does no harm.
				$this->config->setAppValueString(self::PLACE, implode(' ', [$type->type(), $after, Index::FORMAT]));
				$progress($done, $total);
			} while ($after !== null);
			$this->atomic(fn () => $this->mapper->recount($type->type()), $this->db);
		}
		$this->config->setAppValueString(self::PLACE, '');
		$this->config->setAppValueString(self::DONE, (string)Index::FORMAT);
		$this->statistics->refresh();
		return $done;
	}
}
