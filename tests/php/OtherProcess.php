<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests;

/** A second process on the same database, that is asked something and answers when it can. */
final class OtherProcess {
	private const CODE = <<<'PHP'
		require $argv[1] . '/tests/sandbox/autoload.php';
		[, $root, $state, $dsn, $time] = $argv;
		$kernel = new Sandbox\Kernel\Kernel($root, $state, $dsn);
		$kernel->config['ratelimit.protection.enabled'] = false;
		$kernel->config['sandbox.apps'] = 'spreed';
		$kernel->clock->stopAt((int)$time);
		while (($line = fgets(STDIN)) !== false) {
			$kernel->get(OCP\IDBConnection::class)->watch = static function (string $sql) use ($kernel): void {
				if (!str_starts_with($sql, 'SELECT')) {
					fwrite(STDOUT, "\"writes\"\n");
					$kernel->get(OCP\IDBConnection::class)->watch = null;
				}
			};
			$reply = $kernel->request(...json_decode($line, true));
			fwrite(STDOUT, json_encode(['status' => $reply->status, 'error' => strtok((string)$reply->error, "\n"), 'data' => json_decode($reply->body, true)['ocs']['data'] ?? null]) . "\n");
		}
		PHP;

	/** Longest wait for an answer that must come, in milliseconds. */
	public const PATIENCE = 60_000;

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes = [];

	/** @var ?array{status: int, error: string|false, data: mixed} what it has answered, until that is asked for */
	private ?array $answered = null;

	public function __construct(string $state, string $dsn, int $time) {
		$command = [PHP_BINARY, '-r', self::CODE, dirname(__DIR__, 2), $state, $dsn, (string)$time];
		$this->process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $this->pipes);
	}

	/**
	 * @param array<string, mixed>|null $body
	 */
	public function ask(string $method, string $path, string $uid, ?array $body = null): void {
		fwrite($this->pipes[0], json_encode([$method, $path, $uid, $body], JSON_THROW_ON_ERROR) . "\n");
	}

	/**
	 * Whether it has answered, or does within this number of milliseconds.
	 *
	 * @param bool $mustNotWrite it cannot write before we go on: the wait ends once it is about to
	 */
	public function hasAnswered(int $wait, bool $mustNotWrite = false): bool {
		while ($this->answered === null && $this->says($wait)) {
			$line = json_decode((string)fgets($this->pipes[1]), true, 512, JSON_THROW_ON_ERROR);
			if ($line !== 'writes') {
				$this->answered = $line;
			} elseif ($mustNotWrite) {
				return false;
			}
		}
		return $this->answered !== null;
	}

	private function says(int $wait): bool {
		$reading = [$this->pipes[1]];
		$none = [];
		return stream_select($reading, $none, $none, intdiv($wait, 1000), $wait % 1000 * 1000) === 1;
	}

	/** @return array{status: int, error: string|false, data: mixed} */
	public function answer(): array {
		if (!$this->hasAnswered(self::PATIENCE)) {
			throw new \RuntimeException('The other process does not answer');
		}
		[$answer, $this->answered] = [$this->answered, null];
		return $answer;
	}

	public function stop(): void {
		array_map(fclose(...), $this->pipes);
		proc_close($this->process);
	}
}
