<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\FixedSpaces;

/** A letter as plain text, for mail programs without HTML and for the library: headings and lists are Markdown as well. */
final class LetterText {
	/**
	 * @param list<list<string|array{string, string}>> $foot as in LetterHtml::mail()
	 */
	public static function of(Composed $letter, array $foot): string {
		$parts = [self::heading($letter->title, '='), $letter->line];
		if ($letter->pictureAlt !== null && $letter->pictureAlt !== '') {
			$parts[] = "[$letter->pictureAlt]";
		}
		foreach ($letter->sections as $section) {
			if ($section['heading'] !== '') {
				$parts[] = self::heading($section['heading'], '-');
			}
			foreach ($section['parts'] as $part) {
				array_push($parts, ...isset($part['blocks']) ? self::blocks($part['blocks']) : [self::passage($part)]);
			}
		}
		if ($foot !== []) {
			$parts[] = '---';
			foreach ($foot as $line) {
				$parts[] = implode(' ', array_map(static fn (string|array $one): string => is_string($one) ? $one : "$one[0]\n$one[1]", $line));
			}
		}
		return FixedSpaces::in(implode("\n\n", array_filter($parts, static fn (string $part): bool => trim($part) !== ''))) . "\n";
	}

	private static function heading(string $text, string $sign): string {
		return "$text\n" . str_repeat($sign, max(3, min(60, mb_strlen($text))));
	}

	/** @param array<string, mixed> $part as in Composed */
	private static function passage(array $part): string {
		return implode("\n", array_filter(["- {$part['title']}", ...array_map(
			static fn (string $line): string => trim($line) === '' ? '' : '  ' . trim($line),
			[$part['line'], ...explode("\n", $part['text']), (string)$part['href']],
		)], static fn (string $line): bool => $line !== ''));
	}

	/**
	 * @param list<array<string, mixed>> $blocks of Markup
	 * @return list<string>
	 */
	private static function blocks(array $blocks): array {
		return array_map(static fn (array $block): string => match ($block['type']) {
			'heading' => self::heading(self::inline($block['inline']), '-'),
			'list' => implode("\n", array_map(
				static fn (int $at, array $item): string => ($block['start'] === null ? '- ' : $block['start'] + $at . '. ') . str_replace("\n", "\n  ", self::inline($item)),
				array_keys($block['items']),
				$block['items'],
			)),
			default => self::inline($block['inline']),
		}, $blocks);
	}

	/** @param list<array<string, mixed>> $inline */
	private static function inline(array $inline): string {
		return implode('', array_map(static fn (array $one): string => match ($one['type']) {
			'text' => $one['text'],
			'break' => "\n",
			'link' => self::link($one['href'], self::inline($one['inline'])),
			default => self::inline($one['inline']),
		}, $inline));
	}

	private static function link(string $href, string $words): string {
		$address = preg_replace('/^mailto:/i', '', $href);
		return in_array($words, [$href, $address], true) ? (string)$address : "$words ($address)";
	}
}
