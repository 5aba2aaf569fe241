<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use Doctrine\DBAL\Schema\Index;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * The same request has written its rows since this one looked whether they are there: what is answered then is in tests/fixtures/collisions. AtOnceTest
 * does it with twenty processes on three databases, and shows that what a lock keeps apart never meets; here each table is tried by itself.
 */
class CollisionsTest extends StagedTestCase {
	/** Those of minutes are tested where they are written. */
	private const LEFT_OUT = ['ask', 'minutes'];

	/** Written only by a request that has locked their thing. */
	private const LOCKED = ['oc_reseau_objects', 'oc_reseau_facet_sums', 'oc_reseau_facet_sets', 'oc_reseau_facets', 'oc_reseau_subjects', 'oc_reseau_index', 'oc_reseau_spellings'];

	/** @return iterable<string, array{string}> */
	public static function domains(): iterable {
		foreach (array_diff(self::domainsOfContract(), self::LEFT_OUT) as $domain) {
			yield $domain => [$domain];
		}
	}

	#[DataProvider('domains')]
	public function testWhatIsThereAlready(string $domain): void {
		$examples = new Examples($this->things);
		$lines = [];
		foreach ($this->endpoints() as $endpoint) {
			if ($endpoint->isPage() || !$endpoint->writes() || strtok($endpoint->name, '-') !== $domain) {
				continue;
			}
			$body = $examples->of($endpoint)['body'] ?? null;
			$this->example($endpoint, $examples, $body);
			$added = self::$snapshot->added(array_keys(self::$touched));
			$this->putBack();
			foreach (array_filter($added, $this->hasUnique(...), ARRAY_FILTER_USE_KEY) as $table => $rows) {
				$answer = $this->collide($endpoint, $examples, $body, $table, $rows);
				$lines[] = "$endpoint->name, " . substr($table, 3) . ": $answer";
			}
		}
		self::assertFixture("collisions/$domain.txt", implode("\n", $lines === [] ? ['none'] : $lines) . "\n");
	}

	private function hasUnique(string $table): bool {
		$indexes = $this->kernel->get(IDBConnection::class)->doctrine->createSchemaManager()->listTableIndexes($table);
		return str_starts_with($table, 'oc_reseau_') && !in_array($table, self::LOCKED, true) && array_filter($indexes, static fn (Index $one): bool => $one->isUnique() && !$one->isPrimary()) !== [];
	}

	/**
	 * The rows appear just before the request writes its first one into the table, and stay where its transaction is taken back.
	 *
	 * @param ?array<string, mixed> $body
	 * @param list<array<string, mixed>> $rows
	 */
	private function collide(Endpoint $endpoint, Examples $examples, ?array $body, string $table, array $rows): string {
		$db = $this->kernel->get(IDBConnection::class);
		$watch = $db->watch;
		$begun = false;
		$db->watch = static function (?string $sql) use ($watch, $db, $table, $rows, &$begun): void {
			$watch($sql);
			$begun = $begun || Snapshot::written($sql) === $table && str_starts_with(ltrim((string)$sql), 'INSERT');
			if ($begun && $db->doctrine->fetchOne("SELECT 1 FROM $table WHERE id = ?", [$rows[0]['id']]) === false) {
				self::$snapshot->insert($table, $rows);
			}
		};
		try {
			$reply = $this->example($endpoint, $examples, $body);
		} finally {
			$db->watch = $watch;
		}
		self::$touched[$table] = true;
		$this->putBack();
		return $reply->status < 500 ? trim("$reply->status " . ($reply->data()['error'] ?? '')) : 'never, for only one at a time gets there';
	}
}
