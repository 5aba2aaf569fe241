<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Database;
use Sandbox\Service\Mailer;

/**
 * Every endpoint that writes gets twenty concurrent requests: by one person, as after repeated clicks on a slow connection, and by twenty
 * people. All have read the state before the first of them writes. The result must be that of the same requests
 * one after the other: no errors, no duplicates, no losses.
 */
#[Group('databases')]
class AtOnceTest extends StageTestCase {
	/** What does something more each time it is asked, and why that is right. */
	private const MORE_EACH_TIME = [
		'member-create' => 'two people may have one name, and what is written of them first is little',
	];

	/** Whose example is refused, and why that is right. */
	private const REFUSED = [
		'letter-test' => 'nobody of these has an address; it writes nothing anyway',
	];

	/** @var list<array{resource, resource, resource}> the processes, with their input and output */
	private array $workers = [];

	private string $folder;

	private string|false $before;

	private Snapshot $snapshot;

	/** @var array<string, true> tables that were written since the snapshot was put back */
	private array $touched = [];

	private Examples $examples;

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/reseau-at-once-' . bin2hex(random_bytes(4));
		mkdir($this->folder);
		$this->before = getenv('RESEAU_DSN');
		if ($this->before === false) {
			putenv("RESEAU_DSN=sqlite:///$this->folder/stage.sqlite");
		}
		parent::setUp();
		$this->stage();
		$db = $this->kernel->get(IDBConnection::class);
		$this->snapshot = new Snapshot($db);
		$db->watch = function (?string $sql): void {
			$this->touched[Snapshot::written($sql) ?? ''] = true;
		};
		$this->examples = new Examples($this->things);
		foreach (range(0, self::PEOPLE - 1) as $n) {
			$command = [PHP_BINARY, __DIR__ . '/worker.php', dirname(__DIR__, 3), "$this->folder/$n", (string)getenv('RESEAU_DSN'), (string)$this->kernel->clock->getTime(), json_encode($this->kernel->config, JSON_THROW_ON_ERROR)];
			$this->workers[] = [proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes), ...$pipes];
		}
	}

	protected function tearDown(): void {
		foreach ($this->workers as [$process, $in, $out]) {
			fclose($in);
			fclose($out);
			proc_close($process);
		}
		putenv($this->before === false ? 'RESEAU_DSN' : "RESEAU_DSN=$this->before");
		unset($this->kernel, $this->snapshot);
		foreach (['/*/*/*', '/*/*', '/*'] as $depth) {
			array_map(static fn (string $path): bool => is_dir($path) ? rmdir($path) : unlink($path), glob($this->folder . $depth));
		}
		rmdir($this->folder);
	}

	public function testTwentyConcurrentRequestsHaveTheEffectOfSequentialOnes(): void {
		$found = [];
		foreach ($this->endpoints() as $endpoint) {
			if ($endpoint->writes() && str_contains($endpoint->name, (string)getenv('AT_ONCE'))) {
				self::assertNotNull($this->examples->of($endpoint), "Write an example of $endpoint->name in Examples.php.");
				foreach ([false, true] as $different) {
					foreach ($this->faults($endpoint, $different) as $fault) {
						$found[] = "$endpoint->name by " . ($different ? 'twenty people' : 'one person') . ": $fault";
					}
				}
			}
		}
		self::assertSame([], $found, implode("\n", $found));
	}

	/** Without what makes it impossible, twenty searches are kept for one. */
	public function testItReportsDuplicates(): void {
		$keep = $this->endpoints()['member-keepSearch'];
		self::assertSame([], [...$this->faults($keep, false)]);
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement('DROP INDEX reseau_sea_uid' . ($db->getDatabaseProvider() === IDBConnection::PLATFORM_MYSQL ? ' ON *PREFIX*reseau_searches' : ''));
		try {
			self::assertNotSame([], [...$this->faults($keep, false)]);
		} finally {
			$this->restore();
			$db->executeStatement('CREATE UNIQUE INDEX reseau_sea_uid ON *PREFIX*reseau_searches (uid, hash)');
		}
	}

	/** @return iterable<string> */
	private function faults(Endpoint $endpoint, bool $different): iterable {
		$requests = array_map(fn (int $n): array => $this->request($endpoint, $different ? $n : 0), range(0, self::PEOPLE - 1));
		$this->restore();
		[$first] = $serial = $this->oneByOne($requests, $different, $once);
		$expected = $this->state();
		if ($first[0] >= 400 && !isset(self::REFUSED[$endpoint->name])) {
			yield "the example is refused: $first[0] $first[1]";
		}
		if (!$different && ($once === $expected) === isset(self::MORE_EACH_TIME[$endpoint->name])) {
			yield 'asked again it does ' . self::difference($expected, $once);
		}
		$this->restore();
		$parallel = $this->atOnce($requests);
		$this->touched += array_fill_keys(array_merge(...array_column($parallel, 4)), true);
		foreach ($parallel as [$status, , $error]) {
			if ($status >= 500) {
				yield "$status $error";
				return;
			}
		}
		[$was, $is] = [self::outcomes($serial), self::outcomes($parallel)];
		if (!self::agree($is, $was, $endpoint->isPage())) {
			yield 'answered ' . json_encode($is) . ', one by one ' . json_encode($was);
		}
		[$was, $is] = [array_sum(array_column($serial, 3)), array_sum(array_column($parallel, 3))];
		if ($was !== $is) {
			yield "$is mails, one by one $was";
		}
		$state = $this->state();
		if ($state !== $expected) {
			yield 'left ' . self::difference($state, $expected);
		}
	}

	/**
	 * @param list<array{int, string, string, int}> $answers
	 * @return array<string, int> how many got which
	 */
	private static function outcomes(array $answers): array {
		$counts = array_count_values(array_map(static fn (array $one): string => trim("$one[0] " . self::reason($one[1])), $answers));
		ksort($counts);
		return $counts;
	}

	/**
	 * The second request may get a conflict instead of “already done”, or the reverse; if the object is deleted, its
	 * members are removed before it. A page has no reasons: there the answers must be the same.
	 *
	 * @param array<string, int> $is
	 * @param array<string, int> $was
	 */
	private static function agree(array $is, array $was, bool $page): bool {
		$done = static fn (array $counts): array => array_filter($counts, static fn (int|string $status): bool => (int)$status < 400, ARRAY_FILTER_USE_KEY);
		$refused = array_keys(array_diff_key($is, $done($is)));
		$late = isset($was['404 not_found']) ? [403, 404, 409] : [404, 409];
		return $page ? $is === $was : array_keys($done($is)) === array_keys($done($was)) && ($was['201'] ?? 0) === ($is['201'] ?? 0)
			&& array_filter($refused, static fn (int|string $one): bool => !isset($was[$one]) && !in_array((int)$one, $late, true)) === [];
	}

	/** @return array{string, string, ?string, array<string, mixed>|string|null, array<string, string>} */
	private function request(Endpoint $endpoint, int $n): array {
		$example = $this->examples->of($endpoint) ?? [];
		$path = $this->examples->path($endpoint);
		if ($endpoint->isPage()) {
			return [$endpoint->method, $path, null, http_build_query($example['body'] ?? []), ['content-type' => 'application/x-www-form-urlencoded']];
		}
		return [$endpoint->method, $path, ($example['by'] ?? '') === Examples::FRESH ? self::newcomer($n) : self::person($n), $example['body'] ?? null, []];
	}

	/**
	 * One person's are asked until two in a row changed nothing, sent nothing and were answered alike: the rest, each the same request upon the
	 * same state, would be answered like that too.
	 *
	 * @param list<array{string, string, ?string, array<string, mixed>|string|null, array<string, string>}> $requests
	 * @param ?array<string, list<string>> $once what the first left
	 * @return list<array{int, string, string, int}> status, body, error, mails
	 */
	private function oneByOne(array $requests, bool $different, mixed &$once): array {
		$answers = [];
		foreach ($requests as $request) {
			$this->kernel->get(Mailer::class)->forget();
			$written = $this->kernel->get(IDBConnection::class)->written;
			$this->kernel->forget();
			$this->kernel->resetLimits();
			$reply = $this->kernel->request(...$request);
			$once ??= $this->state();
			$answers[] = [$reply->status, $reply->body, (string)$reply->error, count($this->kernel->mails())];
			$idle = $this->kernel->get(IDBConnection::class)->written === $written && end($answers)[3] === 0 ? ($idle ?? 0) + 1 : 0;
			if (!$different && $idle === 2 && end($answers) === prev($answers)) {
				return array_pad($answers, count($requests), end($answers));
			}
		}
		return $answers;
	}

	/**
	 * @param list<array{string, string, ?string, array<string, mixed>|string|null, array<string, string>}> $requests
	 * @return list<array{int, string, string, int, list<string>}> the same, and tables
	 */
	private function atOnce(array $requests): array {
		foreach ($requests as $n => $request) {
			fwrite($this->workers[$n][1], json_encode($request, JSON_THROW_ON_ERROR) . "\n");
		}
		$answerOf = fn (int $n): mixed => json_decode((string)fgets($this->workers[$n][2]), true, 64, JSON_THROW_ON_ERROR);
		$first = array_map($answerOf, array_keys($requests));
		foreach ($first as $n => $what) {
			$what === 'waits' && fwrite($this->workers[$n][1], "go\n");
		}
		return array_map(static fn (int $n, mixed $what): array => $what === 'waits' ? $answerOf($n) : $what, array_keys($first), $first);
	}

	/** @return array<string, list<string>> which of the twenty it was does not matter */
	private function state(): array {
		$state = $this->snapshot->state(['/(?:crowd|fresh)\d\d/' => 'person', '/"run":"\w+"/' => '"run"', '/\\\\"by\\\\":\d+/' => 'by a person', '/"member_id":\d+(?=,"what":"showcase_(?:sheet|group|notice))/' => '"member_id":"person"'], array_keys($this->touched));
		// Nextcloud knows no unique notification: two requests can each replace the one there was. Both are withdrawn together.
		return array_map(static fn (array $rows): array => array_values(array_unique($rows)), array_intersect_key($state, ['oc_sandbox_notifications' => true])) + $state;
	}

	private function restore(): void {
		$this->snapshot->restore(array_keys($this->touched));
		$this->touched = [];
	}

	private static function reason(string $body): string {
		$data = json_decode($body, true)['ocs']['data'] ?? null;
		return is_array($data) && is_string($data['error'] ?? null) ? $data['error'] : '';
	}

	/**
	 * @param array<string, list<string>> $state
	 * @param array<string, list<string>> $expected
	 */
	private static function difference(array $state, array $expected): string {
		$parts = [];
		foreach (array_keys($state + $expected) as $table) {
			[$is, $should] = [$state[$table] ?? [], $expected[$table] ?? []];
			if ($is !== $should) {
				$parts[] = "$table: " . count($is) . ' rows for ' . count($should) . ', ' . mb_strimwidth(implode(' ', array_diff($is, $should)) . ' / ' . implode(' ', array_diff($should, $is)), 0, 600, '…');
			}
		}
		return implode('; ', $parts);
	}
}
