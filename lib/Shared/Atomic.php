<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Db\TTransactional;
use OCP\IDBConnection;

/** Runs a function in a transaction, completely or not at all, even while others write. */
trait Atomic {
	use TTransactional {
		atomic as private transact;
	}

	/**
	 * Runs $fn in a transaction, which may be part of a larger one.
	 *
	 * On SQLite a transaction that has read cannot wait for a write lock: if another one is writing, it fails immediately with “database is locked”. A
	 * transaction that begins with a write waits, so each of ours does, even if the write is empty. `atomicRetry` is no alternative: it does not wait between its tries,
	 * and changes that $fn makes to entities would be made twice.
	 *
	 * @template T
	 * @param callable(): T $fn
	 * @return T
	 */
	protected function atomic(callable $fn, IDBConnection $db): mixed {
		$first = !$db->inTransaction() && $db->getDatabaseProvider() === IDBConnection::PLATFORM_SQLITE;
		return AfterCommit::of(fn (): mixed => $this->transact(static function () use ($fn, $db, $first): mixed {
			if ($first) {
				$db->executeStatement('DELETE FROM `*PREFIX*reseau_erased` WHERE 1 = 0');
			}
			return $fn();
		}, $db));
	}

	/**
	 * Runs $fn in a transaction, and again from the beginning after a deadlock. It has to create its entities itself: an entity that was written before the deadlock no longer
	 * knows its changes.
	 *
	 * @template T
	 * @param callable(): T $fn
	 * @return T
	 */
	protected function atomicAgain(callable $fn, IDBConnection $db): mixed {
		return Deadlock::again(fn (): mixed => $this->atomic($fn, $db), $db);
	}
}
