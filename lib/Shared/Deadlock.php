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
 * What MySQL and MariaDB do with several writers who insert the same key at the same moment, where a row with that key was deleted just
 * before: each waits for the other, and all but one are ended. The one that was ended has written nothing, and only has to try again.
 */
final class Deadlock {
	private const TRIES = 5;

	/**
	 * Runs $write, again where it was ended by a deadlock. Within a transaction nothing is tried again: all of it is gone by then.
	 *
	 * @template T
	 * @param callable(): T $write begins from what is stored each time
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
			}
		}
	}
}
