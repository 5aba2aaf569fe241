<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use Random\Engine\Mt19937;
use Random\Randomizer;

/** Requests by what openapi.json says of an endpoint, and against it; the same ones again for the same seed. */
class Fuzzer {
	private readonly Hostile $hostile;

	/**
	 * @param non-empty-list<Endpoint> $endpoints
	 * @param list<?string> $others other accounts that ask; null: nobody
	 */
	public function __construct(
		int $seed,
		private readonly array $endpoints,
		private readonly Examples $examples,
		private readonly array $others,
	) {
		$this->hostile = new Hostile(new Randomizer(new Mt19937($seed)));
	}

	/** @return array{Endpoint, string, ?string, ?string, array<string, string>} endpoint, address, who asks, body, headers */
	public function next(): array {
		$endpoint = $this->hostile->one($this->endpoints);
		if (!$endpoint->writes() && $this->hostile->chance(50)) {
			// There is more to break where something is written.
			$endpoint = $this->hostile->one($this->endpoints);
		}
		$example = $this->examples->of($endpoint) ?? [];
		$who = ($example['by'] ?? '') === Examples::FRESH ? 'fresh00' : 'crowd00';
		$who = $this->hostile->chance(70) ? $who : $this->hostile->one($this->others);
		$form = $endpoint->isPage() || ($endpoint->method === 'POST' && $this->hostile->chance(5));
		$body = $endpoint->writes() && ($endpoint->body !== null || $this->hostile->chance(10)) ? $this->body($endpoint, $example['body'] ?? []) : null;
		$headers = match (true) {
			$body === null => [],
			$form => ['content-type' => 'application/x-www-form-urlencoded'],
			default => ['content-type' => $this->hostile->chance(97) ? 'application/json' : $this->hostile->one(['application/json; charset=utf-16', 'text/plain', 'application/xml', 'multipart/form-data'])],
		};
		$sent = $body === null ? null : ($form ? http_build_query($this->flat($body)) : $this->hostile->json($body));
		return [$endpoint, $this->address($endpoint), $endpoint->isPage() && $this->hostile->chance(70) && $endpoint->inPath() === ['token'] ? null : $who, $sent, $headers];
	}

	/** @param array<string, mixed> $example */
	private function body(Endpoint $endpoint, array $example): mixed {
		$body = $this->hostile->chance(70) ? $example : $this->hostile->fitting($endpoint->body ?? ['type' => 'object']);
		$body = is_object($body) ? (array)$body : $body;
		for ($times = $this->hostile->one([0, 1, 1, 1, 2, 3]); $times > 0; $times--) {
			$body = $this->hostile->chance(3) ? $this->hostile->value() : $this->hostile->spoilt($body, $endpoint->inPath());
		}
		return $body;
	}

	private function address(Endpoint $endpoint): string {
		[$path, $query] = explode('?', $this->examples->path($endpoint), 2) + [1 => ''];
		if ($endpoint->inPath() !== [] && $this->hostile->chance(20)) {
			$path = preg_replace_callback('/\{(\w+)\}/', fn (array $found): string => rawurlencode(substr($this->hostile->bytes($this->hostile->one([
				$this->hostile->text(), '0', '1', '2147483647', '2147483648', '999999999999999999', '1000000000000000000', '9223372036854775807', '9223372036854775808', '-1', "1\n", '1e3', '1.5', $found[1],
			])), 0, 2000)), $endpoint->path);
		}
		parse_str($query, $asked);
		foreach ($endpoint->query as $name => $schema) {
			if ($this->hostile->chance(45)) {
				$asked[$name] = $name === 'cursor' && $this->hostile->chance(70) ? $this->cursor() : ($this->hostile->chance(50) ? $this->hostile->fitting($schema) : $this->hostile->value());
			}
		}
		if ($this->hostile->chance(5)) {
			$asked[$this->hostile->one(['unknown', '_route', ...$endpoint->inPath()])] = $this->hostile->value();
		}
		$query = http_build_query($this->flat($asked));
		return $path . ($query === '' ? '' : "?$query");
	}

	/** As lib/Shared/Cursor writes them, but for what it holds. */
	private function cursor(): string {
		$key = $this->hostile->one([['name', 'dubois', 7], ['recent', 1_795_521_600, 7], ['relevance', 20, 1_795_521_600, 7], ['kept', 'dubois', 7]]);
		return rtrim(strtr(base64_encode($this->hostile->json($this->hostile->spoilt($key, []))), '+/', '-_'), '=');
	}

	/** As an address or a form can hold it. */
	private function flat(mixed $value): array {
		return array_map(
			fn (mixed $one): mixed => is_array($one) || is_object($one) ? $this->flat($one) : $this->hostile->bytes($one),
			array_slice((array)$value, 0, 150),
		);
	}
}
