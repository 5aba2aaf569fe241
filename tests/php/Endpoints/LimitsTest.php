<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCA\Reseau\Shared\Audience\Audience;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * How long each text and list of a request may be, in tests/fixtures/limits: as long as the refusal says is accepted, and no letter or
 * entry more.
 */
class LimitsTest extends StagedTestCase {
	private const LONG = 210_000;
	private const MANY = 12_000;

	/** Those of minutes are tested where they are written. */
	private const LEFT_OUT = ['ask', 'minutes'];

	/** @return iterable<string, array{string}> */
	public static function domains(): iterable {
		foreach (array_diff(self::domainsOfContract(), self::LEFT_OUT) as $domain) {
			yield $domain => [$domain];
		}
	}

	#[DataProvider('domains')]
	public function testEachTextAndListHasItsLimit(string $domain): void {
		$examples = new Examples($this->things);
		$lines = [];
		foreach ($this->endpoints() as $endpoint) {
			if (!$endpoint->isPage() && $endpoint->writes() && strtok($endpoint->name, '-') === $domain) {
				$body = $examples->of($endpoint)['body'] ?? [];
				if ($endpoint->name === 'member-save') {
					$body = ['version' => $body['version']] + self::fullCard('limite', Audience::Members);
				}
				foreach (self::parts($body) as $path) {
					$lines[] = "$endpoint->name " . implode('.', $path) . ': ' . $this->limit($endpoint, $examples, $body, $path);
				}
			}
		}
		self::assertFixture("limits/$domain.txt", implode("\n", $lines === [] ? ['none'] : $lines) . "\n");
	}

	/**
	 * @param array<string, mixed> $body
	 * @param list<string|int> $path of a part of it
	 */
	private function limit(Endpoint $endpoint, Examples $examples, array $body, array $path): string {
		$refused = $this->refusal($endpoint, $examples, self::with($body, $path, self::MANY, self::LONG));
		$max = $refused['max'] ?? null;
		if (!is_int($max)) {
			return $refused['error'] ?? 'none';
		}
		$where = "$endpoint->name " . implode('.', $path);
		self::assertSame($refused, $this->refusal($endpoint, $examples, self::with($body, $path, $max + 1, $max + 1)), $where);
		$fits = $this->refusal($endpoint, $examples, self::with($body, $path, $max, $max));
		self::assertNotSame($refused, $fits, $where);
		return "$max, else {$refused['error']} of " . ($refused['field'] ?? '') . (isset($fits['error']) ? "; {$fits['error']} where it fits" : '');
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed> what is answered if it is refused
	 */
	private function refusal(Endpoint $endpoint, Examples $examples, array $body): array {
		$reply = $this->example($endpoint, $examples, $body);
		self::assertLessThan(500, $reply->status, "$endpoint->name: $reply->error");
		$this->putBack();
		return $reply->status < 400 ? [] : (array)$reply->data();
	}

	/**
	 * Its texts and lists, those within others too.
	 *
	 * @param array<array-key, mixed> $body
	 * @return iterable<list<string|int>>
	 */
	private static function parts(array $body): iterable {
		foreach ($body as $key => $value) {
			if (is_string($value) || is_array($value) && array_is_list($value) && $value !== []) {
				yield [$key];
			}
			// Of a list, the first entry.
			if (is_array($value) && (!array_is_list($value) || $value !== [])) {
				foreach (self::parts(array_is_list($value) ? [$value[0]] : $value) as $path) {
					yield [$key, ...$path];
				}
			}
		}
	}

	/**
	 * The body with this number of entries, or letters, there.
	 *
	 * @param array<array-key, mixed> $body
	 * @param list<string|int> $path
	 * @return array<array-key, mixed>
	 */
	private static function with(array $body, array $path, int $entries, int $letters): array {
		$key = array_shift($path);
		$value = $body[$key];
		$body[$key] = match (true) {
			$path !== [] => self::with($value, $path, $entries, $letters),
			is_string($value) => str_starts_with($value, '/') ? '/' . str_repeat('é', $letters - 1) : str_repeat('é', $letters),
			default => array_map(static fn (int $n): mixed => is_string($value[0]) ? "{$value[0]} $n" : $value[0], range(1, $entries)),
		};
		return $body;
	}
}
