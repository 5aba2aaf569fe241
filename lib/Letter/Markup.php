<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/**
 * The part of Markdown that facilitators write in a letter: paragraphs, headings, lists, emphasis, links to pages and mail addresses. Everything else,
 * including HTML and pictures, is text. Line breaks in a paragraph are kept. The app shows it in the same way (src/shared/lib/markdown.ts):
 * tests/fixtures/rules/letter-markup.json checks both.
 *
 * @psalm-type Inline = array{type: 'text', text: string}|array{type: 'break'}|array{type: 'strong'|'em', inline: list<mixed>}|array{type: 'link', href: string, inline: list<mixed>}
 * @psalm-type Block = array{type: 'paragraph', inline: list<Inline>}|array{type: 'heading', level: int, inline: list<Inline>}|array{type: 'list', start: ?int, items: list<list<Inline>>}
 */
final class Markup {
	/** Nested marks; deeper ones are text. */
	private const DEEPEST = 3;

	/** Nested brackets in an address. */
	private const BRACKETS = 32;

	private const ESCAPED = '\\`*_[]()#+-.!>';

	/** What can begin something else than text. */
	private const BEGINNINGS = '\\*_[h';

	/** @return list<Block> headings have the levels 1, 2… without gaps; a list without numbers has no start */
	public static function blocks(string $text): array {
		$blocks = $paragraph = [];
		$list = null;
		// Whether there is a blank line below the last item.
		$gap = false;
		$end = static function () use (&$blocks, &$paragraph, &$list, &$gap): void {
			if ($paragraph !== []) {
				$blocks[] = ['type' => 'paragraph', 'inline' => self::inline(implode("\n", $paragraph), 0)];
			} elseif ($list !== null) {
				$blocks[] = ['type' => 'list', 'start' => $list[0], 'items' => array_map(static fn (array $lines): array => self::inline(implode("\n", $lines), 0), $list[1])];
			}
			$paragraph = [];
			$list = null;
			$gap = false;
		};
		foreach (explode("\n", strtr($text, ["\r\n" => "\n", "\r" => "\n"])) as $raw) {
			$line = trim($raw);
			$heading = self::heading($line);
			$item = self::item($line);
			if ($line === '' && $list !== null) {
				$gap = true;
			} elseif ($line === '' || $heading !== null) {
				$end();
				if ($heading !== null) {
					$blocks[] = ['type' => 'heading', 'level' => $heading[0], 'inline' => self::inline($heading[1], 0)];
				}
			} elseif ($item !== null && ($list === null || ($list[0] === null) === ($item[0] === null))) {
				if ($list === null) {
					$end();
					$list = [$item[0], []];
				}
				$list[1][] = [$item[1]];
				$gap = false;
			} elseif ($item !== null) {
				$end();
				$list = [$item[0], [[$item[1]]]];
			} elseif ($gap) {
				$end();
				$paragraph[] = $line;
			} elseif ($list !== null) {
				// The line continues the item above it.
				$list[1][count($list[1]) - 1][] = $line;
			} else {
				$paragraph[] = $line;
			}
		}
		$end();
		return self::levelled($blocks);
	}

	/**
	 * @param list<Block> $blocks
	 * @return list<Block>
	 */
	private static function levelled(array $blocks): array {
		$levels = array_values(array_unique(array_column(array_filter($blocks, static fn (array $block): bool => $block['type'] === 'heading'), 'level')));
		sort($levels);
		return array_map(static fn (array $block): array => $block['type'] === 'heading'
			? array_replace($block, ['level' => (int)array_search($block['level'], $levels, true) + 1])
			: $block, $blocks);
	}

	/** @return ?array{int, string} level and text */
	private static function heading(string $line): ?array {
		$level = strspn($line, '#');
		$text = trim(substr($line, $level));
		return $level > 0 && $level <= 6 && ($line[$level] ?? '') === ' ' && $text !== '' ? [$level, $text] : null;
	}

	/** @return ?array{?int, string} number, null in an unnumbered list, and text */
	private static function item(string $line): ?array {
		if (in_array(substr($line, 0, 2), ['- ', '* ', '+ '], true)) {
			return [null, trim(substr($line, 2))];
		}
		$digits = strspn($line, '0123456789');
		return $digits > 0 && $digits < 4 && in_array(substr($line, $digits, 2), ['. ', ') '], true) ? [(int)substr($line, 0, $digits), trim(substr($line, $digits + 2))] : null;
	}

	/** @return list<Inline> */
	private static function inline(string $text, int $depth): array {
		$found = $known = [];
		$plain = '';
		$flush = static function () use (&$found, &$plain): void {
			foreach (explode("\n", $plain) as $i => $line) {
				array_push($found, ...$i === 0 ? [] : [['type' => 'break']], ...$line === '' ? [] : [['type' => 'text', 'text' => $line]]);
			}
			$plain = '';
		};
		for ($at = 0; $at < strlen($text);) {
			[$inline, $length] = self::inlineAt($text, $at, $depth, $known) ?? [null, 0];
			if ($inline !== null) {
				$flush();
				$found[] = $inline;
				$at += $length;
				continue;
			}
			if ($text[$at] === '\\' && $at + 1 < strlen($text) && str_contains(self::ESCAPED, $text[$at + 1])) {
				$at++;
			}
			$length = 1 + strcspn($text, self::BEGINNINGS, $at + 1);
			$plain .= substr($text, $at, $length);
			$at += $length;
		}
		$flush();
		return $found;
	}

	/**
	 * @param array<string, int> $known where things were found before
	 * @return ?array{Inline, int} what begins at a place, and its length; null for text
	 */
	private static function inlineAt(string $text, int $at, int $depth, array &$known): ?array {
		return match ($text[$at]) {
			'*', '_' => $depth < self::DEEPEST ? self::emphasisAt($text, $at, $depth, $known) : null,
			'[' => $depth < self::DEEPEST ? self::linkAt($text, $at, $depth, $known) : null,
			'h' => $depth <= self::DEEPEST ? self::addressAt($text, $at) : null,
			default => null,
		};
	}

	/** @param array<string, int> $known */
	private static function emphasisAt(string $text, int $at, int $depth, array &$known): ?array {
		$mark = substr($text, $at, 2) === str_repeat($text[$at], 2) ? str_repeat($text[$at], 2) : $text[$at];
		$from = $at + strlen($mark);
		$end = self::find($text, $mark, $from, $known);
		if ($end <= $from) {
			return null;
		}
		$inner = substr($text, $from, $end - $from);
		// An underscore within a word belongs to the word.
		$within = $mark[0] === '_' && (self::isWord($at === 0 ? '' : $text[$at - 1]) || self::isWord($text[$end + strlen($mark)] ?? ''));
		if ($within || trim($inner[0]) === '' || trim($inner[-1]) === '') {
			return null;
		}
		return [['type' => strlen($mark) === 2 ? 'strong' : 'em', 'inline' => self::inline($inner, $depth + 1)], strlen($inner) + 2 * strlen($mark)];
	}

	/** @param array<string, int> $known */
	private static function linkAt(string $text, int $at, int $depth, array &$known): ?array {
		$middle = self::find($text, '](', $at, $known);
		if ($middle <= $at + 1 || !self::isAddress(substr($text, $middle + 2, 9))) {
			return null;
		}
		$href = self::balanced($text, $middle + 2, " \n\t");
		return self::isAddress($href) && ($text[$middle + 2 + strlen($href)] ?? '') === ')'
			? [['type' => 'link', 'href' => $href, 'inline' => self::inline(substr($text, $at + 1, $middle - $at - 1), self::DEEPEST + 1)], $middle + 3 + strlen($href) - $at]
			: null;
	}

	private static function addressAt(string $text, int $at): ?array {
		if (!self::isAddress(substr($text, $at, 9)) || self::isWord($at === 0 ? '' : $text[$at - 1])) {
			return null;
		}
		// Up to a space, also one that does not break, or a quotation mark.
		$href = rtrim(self::balanced($text, $at, " \n\t<>\"\xC2"), '.,;:!?(\'');
		return self::isAddress($href) ? [['type' => 'link', 'href' => $href, 'inline' => [['type' => 'text', 'text' => $href]]], strlen($href)] : null;
	}

	/** The text from a place up to one of some signs, or to a closing bracket that was not opened there. */
	private static function balanced(string $text, int $from, string $signs): string {
		$depth = 0;
		$at = $from;
		while (true) {
			$at += strcspn($text, "()$signs", $at);
			$sign = $text[$at] ?? '';
			if (($sign !== '(' || $depth === self::BRACKETS) && ($sign !== ')' || $depth === 0)) {
				return substr($text, $from, $at - $from);
			}
			$depth += $sign === '(' ? 1 : -1;
			$at++;
		}
	}

	/**
	 * The next place of something in a text; if it is asked for places in ascending order, each part of the text is searched once.
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

	/** Whether an address may be linked: a page or a mail address; never a script. */
	private static function isAddress(string $text): bool {
		return preg_match('~^(?:https?://|mailto:)[^\s"<>\\\\\x00-\x20]+\z~i', $text) === 1;
	}

	/** A letter, a digit or an underscore; each byte of an accented letter counts as one. */
	private static function isWord(string $sign): bool {
		return $sign !== '' && ($sign > "\x7f" || ctype_alnum($sign) || $sign === '_');
	}
}
