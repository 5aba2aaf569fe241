<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/**
 * The part of Markdown that people write in running text: headings, lists, quotes, rules, emphasis, code, links. Everything else, markup included, is
 * text. Lines of a paragraph stay lines. src/shared/lib/markdown.ts does the same: both sides are held to tests/fixtures/rules/markdown.json.
 */
final class Markdown {
	/** Lists in lists, and marks in marks; deeper ones are text. */
	private const DEEPEST = 4;

	private const MARKS = ['**', '__', '*', '_'];

	private const ADDRESSES = ['https://', 'http://', 'mailto:'];

	/** @return list<array<string, mixed>> blocks, as Block of src/shared/lib/markdown.ts */
	public static function blocks(string $text): array {
		$blocks = self::of(explode("\n", str_replace("\r\n", "\n", $text)), 0);
		$levels = array_values(array_unique(array_column(array_filter($blocks, static fn (array $block): bool => $block['type'] === 'heading'), 'level')));
		sort($levels);
		return array_map(static fn (array $block): array => $block['type'] === 'heading'
			? array_replace($block, ['level' => (int)array_search($block['level'], $levels, true) + 1])
			: $block, $blocks);
	}

	/**
	 * @param list<string> $lines
	 * @return list<array<string, mixed>>
	 */
	private static function of(array $lines, int $depth): array {
		$blocks = $paragraph = [];
		$end = static function () use (&$blocks, &$paragraph): void {
			if ($paragraph !== []) {
				$blocks[] = ['type' => 'paragraph', 'inline' => self::inline(implode("\n", $paragraph), 0)];
				$paragraph = [];
			}
		};
		for ($at = 0; $at < count($lines); $at++) {
			$line = self::trim($lines[$at]);
			$heading = self::heading($line);
			if ($line === '') {
				$end();
			} elseif ($heading !== null) {
				$end();
				$blocks[] = ['type' => 'heading', 'level' => $heading[0], 'inline' => self::inline($heading[1], 0)];
			} elseif (self::isRule($line)) {
				$end();
				$blocks[] = ['type' => 'rule'];
			} elseif ($line[0] === '>' && $depth < self::DEEPEST) {
				$end();
				$quoted = [];
				for (; $at < count($lines) && str_starts_with(self::trim($lines[$at]), '>'); $at++) {
					$quoted[] = substr(self::trim($lines[$at]), 1);
				}
				$at--;
				$blocks[] = ['type' => 'quote', 'blocks' => self::of($quoted, $depth + 1)];
			} elseif ($depth < self::DEEPEST && self::item($line) !== null) {
				$end();
				[$blocks[], $next] = self::list($lines, $at, $depth);
				$at = $next - 1;
			} else {
				$paragraph[] = $line;
			}
		}
		$end();
		return $blocks;
	}

	/**
	 * The list that begins at a line, and the line after it.
	 *
	 * @param list<string> $lines
	 * @return array{array<string, mixed>, int}
	 */
	private static function list(array $lines, int $from, int $depth): array {
		$indent = self::indent($lines[$from]);
		[$start] = self::item(self::trim($lines[$from])) ?? [null];
		$items = [];
		for ($at = $from; $at < count($lines); $at++) {
			$line = $lines[$at];
			$text = self::trim($line);
			$item = self::item($text);
			$deeper = self::indent($line) > $indent + 1;
			if ($text === '') {
				// An empty line ends the list unless it goes on.
				$next = $at;
				while ($next < count($lines) && self::trim($lines[$next]) === '') {
					$next++;
				}
				$after = $next === count($lines) ? null : self::item(self::trim($lines[$next]));
				if ($next === count($lines) || (self::indent($lines[$next]) <= $indent + 1 && ($after === null || ($after[0] !== null) !== ($start !== null)))) {
					break;
				}
				$items[count($items) - 1][] = '';
				$at = $next - 1;
			} elseif ($item !== null && !$deeper) {
				if (($item[0] !== null) !== ($start !== null) || self::isRule($text)) {
					break;
				}
				$items[] = [$item[1]];
			} elseif (!$deeper && (self::heading($text) !== null || self::isRule($text) || $text[0] === '>' || self::trim($lines[$at - 1]) === '')) {
				break;
			} else {
				$items[count($items) - 1][] = substr($line, min(self::indent($line), $indent + 2));
			}
		}
		return [['type' => 'list', 'start' => $start, 'items' => array_map(static fn (array $item): array => self::of($item, $depth + 1), $items)], $at];
	}

	private static function trim(string $line): string {
		return trim($line, " \t\r\n\u{0B}\f");
	}

	/** Spaces and tabs before a line. */
	private static function indent(string $line): int {
		return strspn($line, " \t");
	}

	/** @return ?array{int, string} level and text */
	private static function heading(string $line): ?array {
		$level = strspn($line, '#');
		$text = self::trim(substr($line, $level));
		return $level > 0 && $level <= 6 && ($line[$level] ?? '') === ' ' && $text !== '' ? [$level, $text] : null;
	}

	/** @return ?array{?int, string} number, null in a list without, and text */
	private static function item(string $line): ?array {
		foreach (['-', '*', '+', '•'] as $sign) {
			if (str_starts_with($line, "$sign ")) {
				return [null, self::trim(substr($line, strlen($sign) + 1))];
			}
		}
		$digits = strspn($line, '0123456789');
		return $digits > 0 && $digits < 4 && in_array($line[$digits] ?? '', ['.', ')'], true) && ($line[$digits + 1] ?? '') === ' '
			? [(int)substr($line, 0, $digits), self::trim(substr($line, $digits + 2))]
			: null;
	}

	private static function isRule(string $line): bool {
		return strlen($line) >= 3 && in_array($line[0], ['-', '*', '_'], true) && $line === str_repeat($line[0], strlen($line));
	}

	/** @return list<array<string, mixed>> */
	private static function inline(string $text, int $depth): array {
		$found = $known = [];
		$plain = '';
		for ($at = 0; $at < strlen($text);) {
			[$inline, $length] = self::inlineAt($text, $at, $depth, $known) ?? [null, 0];
			if ($inline !== null) {
				if ($plain !== '') {
					$found[] = ['type' => 'text', 'text' => $plain];
					$plain = '';
				}
				$found[] = $inline;
				$at += $length;
				continue;
			}
			$escaped = $text[$at] === '\\' && strpbrk($text[$at + 1] ?? '', '\\`*_[]()#+-.!>') !== false;
			$plain .= $text[$at + ($escaped ? 1 : 0)];
			$at += $escaped ? 2 : 1;
		}
		return $plain === '' ? $found : [...$found, ['type' => 'text', 'text' => $plain]];
	}

	/**
	 * Where something comes next in a text; asked for places further and further on, it looks at each part of the text once.
	 *
	 * @param array<string, int> $known what was found before
	 */
	private static function find(string $text, string $sought, int $from, array &$known): int {
		$before = $known[$sought] ?? null;
		if ($before !== null && ($before < 0 || $before >= $from)) {
			return $before;
		}
		$found = strpos($text, $sought, min($from, strlen($text)));
		return $known[$sought] = $found === false ? -1 : $found;
	}

	/**
	 * @param array<string, int> $known
	 * @return ?array{array<string, mixed>, int} what begins at a place, and its length; null for text
	 */
	private static function inlineAt(string $text, int $at, int $depth, array &$known): ?array {
		switch ($text[$at]) {
			case '`':
				$end = self::find($text, '`', $at + 1, $known);
				return $end > $at + 1 ? [['type' => 'code', 'text' => substr($text, $at + 1, $end - $at - 1)], $end + 1 - $at] : null;
			case '*':
			case '_':
				return $depth < self::DEEPEST ? self::emphasisAt($text, $at, $depth, $known) : null;
			case '[':
				$middle = self::find($text, '](', $at, $known);
				$end = $middle < 0 ? -1 : self::find($text, ')', $middle, $known);
				if ($end < 0 || $middle <= $at + 1 || $depth >= self::DEEPEST) {
					return null;
				}
				$href = substr($text, $middle + 2, $end - $middle - 2);
				return self::isAddress($href)
					? [['type' => 'link', 'href' => $href, 'inline' => self::inline(substr($text, $at + 1, $middle - $at - 1), self::DEEPEST)], $end + 1 - $at]
					: null;
			case 'h':
				if ($depth >= self::DEEPEST || !self::isAddress(substr($text, $at, 9)) || self::isWord($at === 0 ? '' : $text[$at - 1])) {
					return null;
				}
				// Up to a space, also one that does not break, or a quotation mark.
				$href = rtrim(substr($text, $at, strcspn($text, " \n\t<>\"\xC2", $at)), '.,;:!?)\'');
				return self::isAddress($href) ? [['type' => 'link', 'href' => $href, 'inline' => [['type' => 'text', 'text' => $href]]], strlen($href)] : null;
			default:
				return null;
		}
	}

	/**
	 * @param array<string, int> $known
	 * @return ?array{array<string, mixed>, int}
	 */
	private static function emphasisAt(string $text, int $at, int $depth, array &$known): ?array {
		$mark = '';
		foreach (self::MARKS as $one) {
			if (substr_compare($text, $one, $at, strlen($one)) === 0) {
				$mark = $one;
				break;
			}
		}
		$from = $at + strlen($mark);
		$end = self::find($text, $mark, $from, $known);
		if ($end <= $from) {
			return null;
		}
		$inner = substr($text, $from, $end - $from);
		// An underscore within a word is part of it.
		$within = $mark[0] === '_' && (self::isWord($at === 0 ? '' : $text[$at - 1]) || self::isWord($text[$end + strlen($mark)] ?? ''));
		if ($within || trim($inner[0], " \n\t") === '' || trim($inner[-1], " \n\t") === '' || str_contains($inner, "\n\n")) {
			return null;
		}
		return [['type' => strlen($mark) === 2 ? 'strong' : 'em', 'inline' => self::inline($inner, $depth + 1)], strlen($inner) + 2 * strlen($mark)];
	}

	/** Whether one can be led there: to a page, or to write a mail; never to a script. */
	private static function isAddress(string $text): bool {
		foreach (self::ADDRESSES as $scheme) {
			if (str_starts_with($text, $scheme) && strlen($text) > strlen($scheme)) {
				return strpbrk($text, " \n\t\"<>") === false;
			}
		}
		return false;
	}

	/** A letter, a digit or an underscore; every byte of a letter with an accent is one. */
	private static function isWord(string $sign): bool {
		return $sign !== '' && ($sign > "\x7f" || ctype_alnum($sign) || $sign === '_');
	}
}
