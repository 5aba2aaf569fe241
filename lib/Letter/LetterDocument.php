<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/** A letter as a whole document, without scripts and other files: for reading, and on A4 paper. */
final class LetterDocument {
	private const STYLE = <<<'CSS'
		:root { --text: #222; --quiet: #5b5b5b; --line: #767676; --ground: #fff; --soft: #f3f3f1; color-scheme: light dark; }
		@media (prefers-color-scheme: dark) { :root { --text: #ebebeb; --quiet: #b4b4b4; --line: #949494; --ground: #171717; --soft: #242424; } }
		* { box-sizing: border-box; }
		body { margin: 0; background: var(--ground); color: var(--text); font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
		main, nav { max-width: 44rem; margin: 0 auto; padding: 16px 20px; }
		h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.25; text-wrap: balance; }
		h2 { margin: 32px 0 12px; padding: 0 0 6px; border-bottom: 1px solid var(--line); font-size: 21px; line-height: 1.3; }
		h3 { margin: 0 0 2px; font-size: 17px; line-height: 1.4; }
		h4 { margin: 16px 0 4px; font-size: 17px; line-height: 1.4; }
		p { margin: 0 0 12px; }
		a { color: inherit; }
		ul, ol { margin: 0 0 12px; padding-inline-start: 22px; }
		li { margin: 0 0 4px; }
		img { display: block; width: 100%; max-width: 600px; height: auto; margin: 16px 0; }
		:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
		.letter-line, .letter-head { margin: 0 0 2px; color: var(--quiet); font-size: 15px; }
		.letter-head { margin-block-end: 20px; }
		.letter-part { margin: 0 0 18px; }
		nav > :first-child { padding-block-start: 16px; border-top: 1px solid var(--line); }
		nav h2 { margin: 8px 0; border-bottom: 0; }
		nav li { margin: 0 0 8px; }
		@page { size: A4; margin: 18mm 16mm; }
		@media print {
			:root { --text: #000; --quiet: #333; --line: #666; --ground: #fff; color-scheme: light; }
			body { font-size: 11pt; line-height: 1.45; }
			main { max-width: none; padding: 0; }
			h1 { font-size: 20pt; }
			h2 { margin-block-start: 7mm; font-size: 14pt; break-after: avoid; }
			h3, h4 { font-size: 11.5pt; break-after: avoid; }
			.letter-line, .letter-head { font-size: 10pt; }
			.letter-head { margin-block-end: 5mm; }
			.letter-part, img { break-inside: avoid; }
			img { max-height: 80mm; width: auto; }
			a { text-decoration: none; }
			nav, .letter-more { display: none; }
		}
		CSS;

	/**
	 * @param string $picture base64 of a JPEG picture, empty if there is none
	 * @param list<list<string|array{string, string}>> $foot paragraphs of texts and links, not on paper
	 * @param string $heading above the links
	 * @param list<array{string, string}> $links words and addresses
	 * @param string $language code, of the text below the letter
	 */
	public static function of(Composed $letter, string $picture, array $foot = [], string $heading = '', array $links = [], string $language = ''): string {
		$html = new LetterHtml(LetterHtml::PAGE);
		return self::page($letter->language, $letter->title, '<main>' . $html->body($letter, "data:image/jpeg;base64,$picture") . '</main>' . self::nav($html, $foot, $heading, $links, $language));
	}

	/** @param string $body HTML */
	public static function page(string $language, string $title, string $body): string {
		$title = LetterHtml::escape($title);
		return "<!DOCTYPE html>\n<html lang=\"" . LetterHtml::escape($language) . '"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
			. '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex, nofollow"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">'
			. "<title>$title</title>\n<style>\n" . self::STYLE . "\n</style></head><body>$body</body></html>";
	}

	/**
	 * @param list<list<string|array{string, string}>> $foot
	 * @param list<array{string, string}> $links
	 */
	private static function nav(LetterHtml $html, array $foot, string $heading, array $links, string $language): string {
		$lines = implode('', array_map(static fn (array $line): string => '<p>' . $html->line($line) . '</p>', $foot));
		$list = $links === [] ? '' : '<h2>' . LetterHtml::escape($heading) . '</h2><ul>' . implode('', array_map(static fn (array $link): string => '<li>' . $html->line([$link]) . '</li>', $links)) . '</ul>';
		return $lines . $list === '' ? '' : '<nav lang="' . LetterHtml::escape($language) . "\">$lines$list</nav>";
	}
}
