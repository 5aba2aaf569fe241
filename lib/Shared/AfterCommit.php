<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Throwable;

/**
 * Runs functions once the transaction around them is committed, and not at all if it is rolled back. So whatever other apps do in response breaks none of
 * our transactions: a failed statement would abort it, on PostgreSQL without an error at its commit.
 */
final class AfterCommit {
	private static int $depth = 0;

	/** @var list<callable(): void> */
	private static array $waiting = [];

	/** Runs $act once all our transactions around it are committed; immediately if there is none. */
	public static function run(callable $act): void {
		if (self::$depth === 0) {
			$act();
		} else {
			self::$waiting[] = $act;
		}
	}

	/**
	 * @template T
	 * @param callable(): T $transact runs a transaction to its end
	 * @return T
	 */
	public static function of(callable $transact): mixed {
		$before = count(self::$waiting);
		self::$depth++;
		try {
			$result = $transact();
		} catch (Throwable $e) {
			array_splice(self::$waiting, $before);
			throw $e;
		} finally {
			self::$depth--;
		}
		if (self::$depth === 0) {
			[$acts, self::$waiting] = [self::$waiting, []];
			array_walk($acts, static fn (callable $act) => $act());
		}
		return $result;
	}
}
