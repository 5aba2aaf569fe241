<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Enquiry;

use OCA\Reseau\Enquiry\EnquiryMapper;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\Database;

/** What each Home asks of the messages of visitors does not read their texts. */
class EnquiryPlanTest extends TestCase {
	/** @return iterable<string, array{callable(EnquiryMapper): mixed}> */
	public static function questions(): iterable {
		yield 'what they are about' => [static fn (EnquiryMapper $enquiries): array => $enquiries->subjects()];
		yield 'how many are not answered' => [static fn (EnquiryMapper $enquiries): int => $enquiries->countUnanswered(['group' => [1, 2], 'network' => [0]])];
	}

	/** @param callable(EnquiryMapper): mixed $question */
	#[DataProvider('questions')]
	public function testOnlyAnIndexIsRead(callable $question): void {
		$kernel = sandbox();
		$db = $kernel->get(IDBConnection::class);
		self::assertInstanceOf(Database::class, $db);
		$asked = [];
		$db->watch = static function (string $sql, array $params, array $types) use (&$asked): void {
			$asked[] = [$sql, $params, $types];
		};
		$question($kernel->get(EnquiryMapper::class));
		$db->watch = null;
		self::assertCount(1, $asked);
		$plan = array_column($db->executeQuery("EXPLAIN QUERY PLAN {$asked[0][0]}", $asked[0][1], $asked[0][2])->fetchAll(), 'detail');
		$read = preg_grep('/^(SCAN|SEARCH) /', $plan);
		self::assertNotSame([], $read);
		self::assertSame([], preg_grep('/ USING COVERING INDEX reseau_enq_of/', $read, PREG_GREP_INVERT), implode("\n", $plan));
	}
}
