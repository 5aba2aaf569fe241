<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use DateTimeImmutable;
use DateTimeInterface;
use OCA\Reseau\Shared\Excerpt;

/** An Atom feed (RFC 4287) of the showcase. */
final class Feed {
	private const EXCERPT = 1000;

	/**
	 * @param list<array{page: string, title: string, published: int, summary: string, authors: list<array{name: string, page: string}>}> $entries with the addresses
	 *        of pages, the newest first
	 * @param array{title: string, by: string, page: string, self: string, next: ?string} $about the feed and its addresses
	 */
	public static function of(array $entries, array $about): string {
		$published = array_column($entries, 'published');
		return '<?xml version="1.0" encoding="utf-8"?>' . "\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
			. self::tag('id', $about['page'])
			. self::tag('title', $about['title'])
			. self::tag('updated', self::moment($published === [] ? 0 : max($published)))
			. '<author>' . self::tag('name', $about['by']) . "</author>\n"
			. self::link('alternate', $about['page'])
			. self::link('self', $about['self'])
			. ($about['next'] === null ? '' : self::link('next', $about['next']))
			. implode('', array_map(self::entry(...), $entries))
			. "</feed>\n";
	}

	/** @param array{page: string, title: string, published: int, summary: string, authors: list<array{name: string, page: string}>} $entry */
	private static function entry(array $entry): string {
		$summary = Excerpt::of($entry['summary'], self::EXCERPT);
		$authors = array_map(static fn (array $one): string => '<author>' . self::tag('name', $one['name']) . self::tag('uri', $one['page']) . "</author>\n", $entry['authors']);
		$published = self::moment($entry['published']);
		return "<entry>\n" . self::tag('id', $entry['page']) . self::tag('title', $entry['title']) . self::tag('published', $published) . self::tag('updated', $published) . self::link('alternate', $entry['page'])
			. implode('', $authors) . ($summary === '' ? '' : self::tag('summary', $summary)) . "</entry>\n";
	}

	private static function tag(string $name, string $text): string {
		return "<$name>" . self::text($text) . "</$name>\n";
	}

	private static function link(string $relation, string $address): string {
		return "<link rel=\"$relation\" href=\"" . self::text($address) . "\"/>\n";
	}

	private static function moment(int $time): string {
		return (new DateTimeImmutable("@$time"))->format(DateTimeInterface::ATOM);
	}

	/** Without characters that XML cannot contain. */
	private static function text(string $text): string {
		return htmlspecialchars((string)preg_replace('/[^\x{9}\x{A}\x{D}\x{20}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]/u', '', $text), ENT_XML1 | ENT_QUOTES);
	}
}
