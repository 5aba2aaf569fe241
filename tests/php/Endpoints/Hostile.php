<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use Random\Randomizer;

/** Values that fit a JSON schema, and values that nobody would send who means well. */
class Hostile {
	/** In a text that json() writes: becomes what JSON can hold and PHP cannot write. */
	private const RAW = '@raw:';

	private const TEXTS = [
		'', ' ', "\u{200B}", "a\u{0000}b", "\u{0000}", "2026-11-24\u{0000}", "2026-11-24\n", "2026-02-30", '0000-00-00', '9999-12-31', '-1', '0', '00', '1e3', '0x1A', 'null', 'true', '1.5',
		'2147483647', '2147483648', '-2147483649', '9223372036854775807', '9223372036854775808', '999999999999999999999999', "1\n", " 1", '+1',
		"trailing\n", "FF0000\n", "a-slug\n", "\r\n\r\nSet-Cookie: a=b", "a\tb\u{0001}c", "\u{202E}abc", "e\u{0301}\u{0301}", "\u{1F33B}", "\u{FFFF}", "\u{10FFFF}", "'; DROP TABLE oc_reseau_members; --", '" OR 1=1',
		'<script>alert(1)</script>', '../../etc/passwd', '%s%n%1$s', '{{7*7}}', '${x}', 'https://evil.example.org', 'a@b@c', 'someone@example.org', '@', '*', '\\', '%', '_', "\u{FEFF}", 'İ', 'ß', "\u{0300}",
		self::RAW . '"\ud800"', self::RAW . '"a\udfffb"', self::RAW . "\"\xFF\xFE\"", self::RAW . "\"\xC3\x28\"", self::RAW . "\"\xED\xA0\x80\"",
	];

	private const NUMBERS = [
		0, -1, 1, 2, 255, 65_536, 2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649, 4_294_967_296, PHP_INT_MAX, PHP_INT_MIN, 0.5, -0.0, 1.0, 1e10, 1e19, 1e300,
		self::RAW . '9223372036854775808', self::RAW . '-9223372036854775809', self::RAW . '1e400', self::RAW . '123456789012345678901234567890', self::RAW . '1E3',
	];

	public function __construct(
		private readonly Randomizer $random,
	) {
	}

	public function chance(int $percent): bool {
		return $this->random->getInt(1, 100) <= $percent;
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $values
	 * @return T
	 */
	public function one(array $values): mixed {
		return $values[$this->random->getInt(0, count($values) - 1)];
	}

	public function text(): string {
		return match ($this->random->getInt(0, 19)) {
			0 => str_repeat($this->one(['a', 'é ', '1', '-', "\u{0301}", '.', 'a@']), 20_000),
			1 => str_repeat('a', $this->one([63, 64, 65, 80, 81, 120, 121, 255, 256, 500, 501, 1000, 1001, 4001])),
			2 => str_repeat('𝒳', $this->one([80, 120, 128, 255])),
			default => $this->one(self::TEXTS),
		};
	}

	public function value(): mixed {
		return match ($this->random->getInt(0, 11)) {
			0, 1, 2, 3 => $this->text(),
			4, 5, 6 => $this->one(self::NUMBERS),
			7 => $this->one([null, true, false]),
			8 => $this->one([[], [[]], (object)[], [null], [1, 'a', null], ['a' => ['b' => []]], [(object)['a' => 1]], ['0' => 'a', '2' => 'b']]),
			9 => array_fill(0, $this->one([1, 21, 101, 2000]), $this->one(['a', 1, null, [], $this->text()])),
			10 => $this->deep($this->one([5, 40, 600])),
			default => [$this->text() => $this->value(), 'text' => $this->text()],
		};
	}

	/** @param array<string, mixed> $schema */
	public function fitting(array $schema, int $depth = 0): mixed {
		$schema = Endpoint::schema($schema);
		if ($depth > 6) {
			return null;
		}
		if (isset($schema['anyOf'])) {
			return $this->fitting($this->one($schema['anyOf']), $depth + 1);
		}
		return match (true) {
			isset($schema['enum']) => $this->one($schema['enum']),
			array_key_exists('const', $schema) => $schema['const'],
			default => match ($schema['type'] ?? null) {
				'object' => $this->object($schema, $depth),
				'array' => array_map(fn (): mixed => $this->fitting($schema['items'] ?? [], $depth + 1), array_fill(0, $this->random->getInt(0, 3), null)),
				'string' => $this->chance(50) ? $this->text() : $this->one(['Un banc', '2026-12-01', 'permaculture', 'manifesto', str_repeat('a', min($schema['maxLength'] ?? 64, 20_000))]),
				'number', 'integer' => $this->chance(50) ? $this->one(self::NUMBERS) : $this->random->getInt(0, 30),
				'boolean' => $this->chance(50),
				'null' => null,
				default => $this->value(),
			},
		};
	}

	/**
	 * Somewhere in it something else, or something more, or something less.
	 *
	 * @param list<string> $names that might as well be in it
	 */
	public function spoilt(mixed $value, array $names): mixed {
		if (!is_array($value) || $value === [] || $this->chance(10)) {
			return (is_string($value) || is_int($value)) && $this->chance(60) ? $this->nearly($value) : $this->value();
		}
		$key = $this->one(array_keys($value));
		switch ($this->random->getInt(0, 9)) {
			case 0:
				unset($value[$key]);
				return $value;
			case 1:
				return array_is_list($value) ? [...$value, $value[$key], $this->value()] : $value + [$this->one([...$names, 'unknown', '', '0', '_route', 'version', 'uid', 'id', "a\u{0000}"]) => $this->value()];
			case 2:
				return [$key => [$value[$key]]] + $value;
			default:
				return [$key => $this->spoilt($value[$key], [])] + $value;
		}
	}

	/** What would be right, but for a little. */
	private function nearly(string|int $value): mixed {
		if (is_int($value)) {
			return $this->one([-$value, $value + 1, $value - 1, $value + 2 ** 31, $value + 2 ** 32, (string)$value, "$value\n", " $value", "{$value}a", "$value.0", [$value], ['id' => $value], PHP_INT_MAX - $value, self::RAW . "{$value}e30"]);
		}
		return $this->one(["$value\u{0000}", "$value\n", "\u{0000}$value", "\n$value", " $value ", "$value\u{0000}x", strtoupper($value), $value . $value, str_repeat(substr($value, 0, 20) . " ", 900), substr($value, 0, -1), [$value], ['id' => $value], "$value\u{0301}", "\u{202E}$value", self::RAW . json_encode(substr($value, 0, 40) . "\u{1}") , '-' . $value]);
	}

	/** As it goes over the wire, now and then broken or with a key twice. */
	public function json(mixed $value): string {
		$json = json_encode($value, JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR, 2000) ?: 'null';
		$json = preg_replace_callback('/"' . self::RAW . '((?:[^"\\\\]|\\\\.)*)"/u', static fn (array $found): string => (string)json_decode("\"$found[1]\""), $json) ?? $json;
		return match ($this->random->getInt(0, 39)) {
			0 => substr($json, 0, -1),
			1 => $json . $json,
			2 => preg_replace('/^\{("[^"]*"):/', '{$1:null,$1:', $json) ?? $json,
			3 => "\u{FEFF}$json",
			default => $json,
		};
	}

	/** The text as it is put into an address or a form: bytes that are no text among it. */
	public function bytes(mixed $value): string {
		$text = is_scalar($value) ? (string)$value : '';
		return str_starts_with($text, self::RAW) ? trim(substr($text, strlen(self::RAW)), '"') : $text;
	}

	/** @param array<string, mixed> $schema */
	private function object(array $schema, int $depth): array|object {
		$object = [];
		foreach ($schema['properties'] ?? [] as $name => $property) {
			if ($this->chance(in_array($name, $schema['required'] ?? [], true) ? 95 : 50)) {
				$object[$name] = $this->fitting($property, $depth + 1);
			}
		}
		return $object === [] ? (object)[] : $object;
	}

	private function deep(int $levels): array {
		$value = [];
		for ($i = 0; $i < $levels; $i++) {
			$value = $i % 2 === 0 ? [$value] : ['a' => $value];
		}
		return $value;
	}
}
