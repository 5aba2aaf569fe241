<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\TableStatistics;
use OCP\DB\IResult;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/** What each database is asked for, also where the tests run on another. */
class TableStatisticsTest extends TestCase {
	/** @return array<string, array{string, bool, ?string}> */
	public static function databases(): array {
		return [
			'PostgreSQL' => [IDBConnection::PLATFORM_POSTGRES, false, 'ANALYZE `*PREFIX*reseau_index`'],
			'MariaDB' => [IDBConnection::PLATFORM_MYSQL, false, 'ANALYZE TABLE `*PREFIX*reseau_index`'],
			'SQLite' => [IDBConnection::PLATFORM_SQLITE, false, null],
			'within a transaction, which MariaDB would end' => [IDBConnection::PLATFORM_MYSQL, true, null],
		];
	}

	#[DataProvider('databases')]
	public function testTheDatabaseUpdatesItsStatistics(string $provider, bool $inTransaction, ?string $asked): void {
		$db = $this->createStub(IDBConnection::class);
		$db->method('getDatabaseProvider')->willReturn($provider);
		$db->method('inTransaction')->willReturn($inTransaction);
		$all = [];
		$db->method('executeQuery')->willReturnCallback(function (string $sql) use (&$all): IResult {
			$all[] = $sql;
			return $this->createStub(IResult::class);
		});
		$logger = $this->createMock(LoggerInterface::class);
		$logger->expects(self::never())->method('warning');
		(new TableStatistics($db, $logger))->refresh();
		self::assertCount($asked === null ? 0 : 9, $all);
		self::assertSame($asked !== null, in_array($asked, $all, true));
	}
}
