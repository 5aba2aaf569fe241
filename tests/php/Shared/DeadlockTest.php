<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Deadlock;
use OCP\DB\Exception;
use OCP\IDBConnection;
use PHPUnit\Framework\TestCase;

/** AtOnceTest meets real ones on MariaDB, now and then. */
class DeadlockTest extends TestCase {
	private int $calls = 0;

	public function testADeadlockIsRetried(): void {
		self::assertSame('written', Deadlock::again($this->failing(Exception::REASON_DEADLOCK, 3), sandbox()->get(IDBConnection::class)));
		self::assertSame(4, $this->calls);
	}

	public function testRetriesAreLimited(): void {
		$this->expectException(Exception::class);
		try {
			Deadlock::again($this->failing(Exception::REASON_DEADLOCK, 100), sandbox()->get(IDBConnection::class));
		} finally {
			self::assertSame(10, $this->calls);
		}
	}

	public function testOtherErrorsAreNotRetried(): void {
		$this->expectException(Exception::class);
		try {
			Deadlock::again($this->failing(Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION, 1), sandbox()->get(IDBConnection::class));
		} finally {
			self::assertSame(1, $this->calls);
		}
	}

	public function testAPartOfATransactionIsNotRetried(): void {
		$db = sandbox()->get(IDBConnection::class);
		$db->beginTransaction();
		$this->expectException(Exception::class);
		try {
			Deadlock::again($this->failing(Exception::REASON_DEADLOCK, 1), $db);
		} finally {
			$db->rollBack();
			self::assertSame(1, $this->calls);
		}
	}

	/** Fails for a reason the first times it is called. */
	private function failing(int $reason, int $times): callable {
		return function () use ($reason, $times): string {
			$this->calls++;
			if ($this->calls <= $times) {
				throw new class($reason) extends Exception {
					public function __construct(
						private readonly int $reason,
					) {
						parent::__construct();
					}

					public function getReason(): ?int {
						return $this->reason;
					}
				};
			}
			return 'written';
		};
	}
}
