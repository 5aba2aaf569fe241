<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use ErrorException;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Database;
use Sandbox\Service\Mailer;

/**
 * Every endpoint and page is asked what openapi.json says and what it does not say. Nothing is ever answered by an error, a refusal
 * leaves everything as it was, reading too, and every answer can be read. `npm run fuzz` asks more.
 */
#[Group('databases')]
class FuzzTest extends StageTestCase {
	private const REQUESTS = 10_000;

	/** On another database than SQLite. */
	private const REQUESTS_ELSEWHERE = 2_000;

	/** After this number of requests that changed something the network is restored. */
	private const CHANGES = 10;

	/** Seconds of the processor that no request may take. */
	private const LONGEST = 2.0;

	/** What any endpoint may answer without the right to use it, or to unexpected input. */
	private const ANYWHERE = ['not_yours', 'not_found', 'wrong_type'];

	/** How many different faults are reported. */
	private const TOLD = 60;

	private Database $db;

	/** @var array<string, true> tables that were written since the network was put back */
	private array $touched = [];

	public function testNoInputCausesAServerError(): void {
		$requests = (int)(getenv('FUZZ_REQUESTS') ?: (getenv('RESEAU_DSN') === false ? self::REQUESTS : self::REQUESTS_ELSEWHERE));
		$seed = (int)(getenv('FUZZ_SEED') ?: 1);
		$only = (string)getenv('FUZZ_ENDPOINT');
		$this->stage();
		$endpoints = array_filter($this->endpoints(), static fn (Endpoint $one): bool => $only === '' || $one->name === $only);
		self::assertNotSame([], $endpoints, "There is no endpoint $only.");
		$fuzzer = new Fuzzer($seed, array_values($endpoints), new Examples($this->things), [null, 'nobody-yet', 'linh', 'odile', self::person(0), self::person(1), self::newcomer(1)]);
		$this->db = $this->kernel->get(IDBConnection::class);
		$this->db->watch = function (?string $sql): void {
			$this->touched[Snapshot::written($sql) ?? ''] = true;
		};
		$snapshot = new Snapshot($this->db);
		$faults = $statuses = [];
		$changes = 0;
		set_error_handler(self::warned(...));
		try {
			for ($n = 1; $n <= $requests && count($faults) < self::TOLD; $n++) {
				[$endpoint, $address, $who, $body, $headers] = $fuzzer->next();
				[$written, $mails, $computed] = [$this->db->written, $this->mailCount(), self::computed()];
				$this->kernel->resetLimits();
				$reply = $this->kernel->request($endpoint->method, $address, $who, $body, $headers);
				$changed = $this->db->written !== $written || $this->mailCount() !== $mails;
				$fault = self::computed() - $computed > self::LONGEST ? 'takes too long' : self::fault($endpoint, $reply, $changed);
				if ($fault !== null) {
					$faults["$endpoint->name $fault"] ??= "$endpoint->name: $fault\n  request $n of seed $seed: " . self::curl($endpoint, $address, $who, $body, $headers);
				}
				$statuses[$reply->status] = ($statuses[$reply->status] ?? 0) + 1;
				if ($changed && ++$changes % self::CHANGES === 0 || $fault !== null) {
					$snapshot->restore(array_keys($this->touched));
					$this->touched = [];
					$this->kernel->forget();
					$this->kernel->get(Mailer::class)->forget();
				}
				if (getenv('FUZZ_REQUESTS') !== false && ($n % self::REQUESTS === 0 || $n === $requests)) {
					ksort($statuses);
					fwrite(STDERR, "$n requests of seed $seed, $changes changed something, " . count($faults) . ' faults; answers by status: ' . json_encode($statuses) . "\n");
				}
			}
		} finally {
			restore_error_handler();
		}
		self::assertSame('', implode("\n\n", $faults), count($faults) . ' faults');
		self::assertGreaterThan($requests / 20, $only === '' ? $changes : $requests, 'Most requests are refused before they do anything.');
	}

	public function testItReportsEachKindOfFault(): void {
		['member-list' => $reads, 'member-saveMine' => $writes, 'page.index' => $page] = $this->endpoints();
		$answer = static fn (array $data): string => json_encode(['ocs' => ['meta' => ['status' => 'ok'], 'data' => $data]], JSON_THROW_ON_ERROR);
		foreach ([
			'an error' => [$reads, new Reply(500, $answer([])), false],
			'a refusal that wrote' => [$writes, new Reply(400, $answer(['error' => 'wrong_type'])), true],
			'reading that wrote' => [$reads, new Reply(200, $answer([])), true],
			'no JSON' => [$reads, new Reply(200, 'Fatal error'), false],
			'a reason nobody knows' => [$writes, new Reply(400, $answer(['error' => 'because'])), false],
			'a blank page' => [$page, new Reply(200, ''), false],
		] as $what => $planted) {
			self::assertNotNull(self::fault(...$planted), $what);
		}
		foreach ([[$reads, new Reply(200, $answer([])), false], [$writes, new Reply(200, $answer([])), true], [$writes, new Reply(409, $answer(['error' => 'stale_version'])), false], [$page, new Reply(200, '<p>'), false]] as $fine) {
			self::assertNull(self::fault(...$fine));
		}
	}

	private static function fault(Endpoint $endpoint, Reply $reply, bool $changed): ?string {
		return match (true) {
			$reply->status >= 500 => "$reply->status " . preg_replace('/\d+/', 'N', strtok((string)$reply->error, "\n") ?: ''),
			$changed && $reply->status >= 400 => "$reply->status and something was changed",
			$changed && !$endpoint->writes() => 'reading changes something',
			$endpoint->isPage() => $reply->body === '' && $reply->status !== 303 ? 'an empty page' : null,
			default => self::unread($endpoint, $reply),
		};
	}

	/** Why an answer cannot be read. */
	private static function unread(Endpoint $endpoint, Reply $reply): ?string {
		if ($reply->status === 400 && $reply->body === '') {
			// Nextcloud's own, where something in the body bears the name of something in the path, and wins.
			return null;
		}
		$answer = json_decode($reply->body, true);
		if (!is_array($answer) || !is_array($answer['ocs']['meta'] ?? null) || !array_key_exists('data', $answer['ocs'])) {
			return "$reply->status is no answer";
		}
		$reason = $answer['ocs']['data']['error'] ?? null;
		// Nextcloud gives no reason: logged out, another method, no such route.
		return $reply->status < 400 || $reason === null || in_array($reason, [...self::ANYWHERE, ...(array)$endpoint->reasons], true) ? null : "$reply->status gives a reason that api.ts does not name: $reason";
	}

	private function mailCount(): int {
		return count($this->kernel->mails());
	}

	/** Seconds this process has had a processor to itself. */
	private static function computed(): float {
		$usage = getrusage();
		return $usage['ru_utime.tv_sec'] + $usage['ru_utime.tv_usec'] / 1e6;
	}

	/** What PHP only warns of is a fault too. */
	private static function warned(int $level, string $message, string $file, int $line): bool {
		if (str_starts_with($file, dirname(__DIR__, 3) . '/lib/') || str_starts_with($file, dirname(__DIR__, 3) . '/templates/')) {
			throw new ErrorException($message, 0, $level, $file, $line);
		}
		return true;
	}

	/** @param array<string, string> $headers */
	private static function curl(Endpoint $endpoint, string $address, ?string $who, ?string $body, array $headers): string {
		$quote = static fn (string $text): string => "$'" . preg_replace_callback('/[^\x20-\x7E]|[\'\\\\]/', static fn (array $found): string => sprintf('\x%02x', ord($found[0])), strlen($text) > 1500 ? substr($text, 0, 1500) . '…' : $text) . "'";
		return 'curl -X ' . $endpoint->method . ($who === null ? '' : " -u $who")
			. ($endpoint->isPage() ? '' : ' -H OCS-APIRequest:true')
			. implode('', array_map(static fn (string $name, string $value): string => " -H '$name: $value'", array_keys($headers), $headers))
			. ($body === null ? '' : ' --data-binary ' . $quote($body)) . ' ' . $quote("http://localhost$address");
	}
}
