<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use JsonException;

/** Reads JSON files that people wrote, and reports where one is broken. */
final class JsonFile {
	/** A JSON token, or the white space between two. */
	private const TOKEN = '/\G(?:[ \t\r\n]+|[{}\[\],:]|"(?:[^"\\\\\x00-\x1F]|\\\\(?:["\\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/';

	/**
	 * @return array<array-key, mixed>
	 * @throws ReasonException broken_json with the `line`, counted from 1
	 */
	public static function parse(string $json): array {
		$json = str_starts_with($json, "\u{FEFF}") ? substr($json, 3) : $json;
		try {
			$value = json_decode($json, true, 64, JSON_THROW_ON_ERROR);
		} catch (JsonException) {
			throw new ReasonException('broken_json', details: ['line' => self::brokenLine($json)]);
		}
		if (!is_array($value)) {
			throw new ReasonException('broken_json', details: ['line' => 1]);
		}
		return $value;
	}

	/** The line of the first unexpected token; the last line if something is missing. */
	private static function brokenLine(string $json): int {
		$offset = 0;
		$open = [];
		$before = '';
		while ($offset < strlen($json) && preg_match(self::TOKEN, $json, $found, 0, $offset) === 1) {
			$token = $found[0];
			$kind = match (true) {
				trim($token) === '' => '',
				$token[0] === '"' => 's',
				str_contains('{}[],:', $token) => $token,
				default => 'v',
			};
			if ($kind !== '') {
				if (!self::mayFollow($kind, $before, end($open) ?: '')) {
					break;
				}
				match ($kind) {
					'{', '[' => $open[] = $kind,
					'}', ']' => array_pop($open),
					default => null,
				};
				// What comes next distinguishes a name before its colon from a value; a closed list or object is a value.
				$before = $kind === '}' || $kind === ']' ? 'v' : $kind;
			}
			$offset += strlen($token);
		}
		return substr_count(substr($json, 0, $offset), "\n") + 1;
	}

	private static function mayFollow(string $kind, string $before, string $inside): bool {
		$ended = $before === 's' || $before === 'v';
		return match ($kind) {
			'}' => $inside === '{' && ($ended || $before === '{'),
			']' => $inside === '[' && ($ended || $before === '['),
			',' => $inside !== '' && $ended,
			':' => $inside === '{' && $before === 's',
			's' => in_array($before, ['', '[', ',', ':', '{'], true),
			default => in_array($before, ['', '[', ':'], true) || ($before === ',' && $inside === '['),
		};
	}
}
