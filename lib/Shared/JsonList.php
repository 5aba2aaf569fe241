<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Generator;
use IteratorAggregate;
use JsonException;

/**
 * The elements of a JSON list in a file, decoded one after the other: a file of any size takes the memory of its largest element. Can be read again.
 *
 * @implements IteratorAggregate<int, mixed>
 */
final class JsonList implements IteratorAggregate {
	private const BYTES = 65_536;
	private const DEPTH = 63;

	/** Some editors begin a file with it, and json_decode() refuses it. */
	private const BYTE_ORDER_MARK = "\u{FEFF}";

	/** @param resource $file */
	public function __construct(
		private readonly mixed $file,
	) {
	}

	/** Whether the file holds a list. */
	public function isList(): bool {
		return str_starts_with($this->beginning(), '[');
	}

	/**
	 * The content of a file that does not hold a list.
	 *
	 * @throws JsonException
	 */
	public function whole(): mixed {
		return json_decode($this->beginning() . stream_get_contents($this->file), true, self::DEPTH + 1, JSON_THROW_ON_ERROR);
	}

	/** @throws JsonException also after elements that can be decoded: read all of them before using any, if that matters */
	public function getIterator(): Generator {
		$text = $this->beginning();
		$start = $at = 1;
		$depth = $count = 0;
		$quoted = false;
		while (true) {
			$at += strcspn($text, $quoted ? '"\\' : '"[]{},', $at);
			// A backslash is read together with the escaped character.
			if ($at + 1 >= strlen($text) && !feof($this->file)) {
				$text = substr($text, $start) . fread($this->file, self::BYTES);
				[$at, $start] = [$at - $start, 0];
				continue;
			}
			switch ($text[$at] ?? throw new JsonException('Syntax error', JSON_ERROR_SYNTAX)) {
				case '"':
					$quoted = !$quoted;
					break;
				case '\\':
					$at++;
					break;
				case '[':
				case '{':
					$depth++;
					break;
				case '}':
					$depth--;
					break;
				default:
					$isEnd = $text[$at] === ']';
					if ($depth > 0) {
						$depth -= $isEnd ? 1 : 0;
						break;
					}
					$element = substr($text, $start, $at - $start);
					if ($count > 0 || !$isEnd || trim($element) !== '') {
						yield $count++ => json_decode($element, true, self::DEPTH, JSON_THROW_ON_ERROR);
					}
					if ($isEnd) {
						if (trim(substr($text, $at + 1) . stream_get_contents($this->file)) !== '') {
							throw new JsonException('Syntax error', JSON_ERROR_SYNTAX);
						}
						return;
					}
					$start = $at + 1;
			}
			$at++;
		}
	}

	private function beginning(): string {
		rewind($this->file);
		$text = (string)fread($this->file, self::BYTES);
		return ltrim(str_starts_with($text, self::BYTE_ORDER_MARK) ? substr($text, strlen(self::BYTE_ORDER_MARK)) : $text);
	}
}
