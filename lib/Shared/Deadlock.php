<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\DB\Exception;
use OCP\IDBConnection;

/**
 * When several writers insert the same key on MySQL and MariaDB just after a row with that key was deleted, they wait for each other, and all but one
 * are aborted as deadlocks. An aborted writer has written nothing, and only has to retry after a random pause: writers that retry immediately
 * meet the same others again.
 */
final class Deadlock {
	private const TRIES = 10;

	/** Longest pause before the second try, in microseconds; before later ones it is multiplied by their number. */
	private const PAUSE = 2_000;

	/**
	 * Runs $write, again after a deadlock. Within a transaction it is not retried: the whole transaction is lost by then.
	 *
	 * @template T
	 * @param callable(): T $write reads the stored state each time
	 * @return T
	 * @throws Exception
	 */
	public static function again(callable $write, IDBConnection $db): mixed {
		for ($try = 1; ; $try++) {
			try {
				return $write();
			} catch (Exception $e) {
				if ($e->getReason() !== Exception::REASON_DEADLOCK || $db->inTransaction() || $try === self::TRIES) {
					throw $e;
				}
				usleep(random_int(0, $try * self::PAUSE));
			}
		}
	}
}
