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
use OCA\Reseau\Shared\Markdown;

/** Stories of the showcase as an Atom feed (RFC 4287). */
final class StoryFeed {
	private const EXCERPT = 1000;

	/**
	 * @param list<array<string, mixed>> $sheets as of SheetPresenter::showcase()
	 * @param array{id: string, title: string, by: string, page: string, self: string, next: ?string} $about the feed and its addresses
	 * @param callable(string): string $address of a page of the showcase
	 */
	public static function of(array $sheets, array $about, callable $address): string {
		$published = array_column($sheets, 'published');
		return '<?xml version="1.0" encoding="utf-8"?>' . "\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
			. self::tag('id', $about['id'])
			. self::tag('title', $about['title'])
			. self::tag('updated', self::moment($published === [] ? 0 : max($published)))
			. '<author>' . self::tag('name', $about['by']) . "</author>\n"
			. self::link('alternate', $about['page'])
			. self::link('self', $about['self'])
			. ($about['next'] === null ? '' : self::link('next', $about['next']))
			. implode('', array_map(static fn (array $sheet): string => self::entry($sheet, $address), $sheets))
			. "</feed>\n";
	}

	/**
	 * @param array<string, mixed> $sheet
	 * @param callable(string): string $address
	 */
	private static function entry(array $sheet, callable $address): string {
		$page = $address("stories/{$sheet['id']}");
		$summary = Excerpt::of(Markdown::unmarked($sheet['texts']['summary'] ?? ''), self::EXCERPT);
		$authors = array_map(static fn (array $one): string => '<author>' . self::tag('name', $one['name']) . self::tag('uri', $address("people/{$one['id']}")) . "</author>\n", $sheet['authors']);
		$published = self::moment($sheet['published']);
		return "<entry>\n" . self::tag('id', $page) . self::tag('title', $sheet['title']) . self::tag('published', $published) . self::tag('updated', $published) . self::link('alternate', $page)
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

	/** Without what XML cannot hold. */
	private static function text(string $text): string {
		return htmlspecialchars((string)preg_replace('/[^\x{9}\x{A}\x{D}\x{20}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]/u', '', $text), ENT_XML1 | ENT_QUOTES);
	}
}
