<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\FixedSpaces;

/**
 * A letter as HTML: for a mail, whose programs know no style sheets, with a style at each element; for a page, which has one (LetterDocument), without; for
 * paper, with printed addresses of links. It loads nothing from anywhere.
 */
final class LetterHtml {
	/** The uses of a letter. */
	public const MAIL = 'mail';
	public const PAGE = 'page';
	public const PAPER = 'paper';

	/** Bytes of a mail: some programs cut longer mails. */
	public const MOST = 60_000;

	private const FONT = 'font-family:-apple-system,Segoe UI,Roboto,Ubuntu,Noto Sans,Helvetica,Arial,sans-serif';

	private const STYLES = [
		'h1' => 'margin:0 0 4px;font-size:26px;line-height:1.25;font-weight:700',
		'h2' => 'margin:32px 0 12px;padding:0 0 6px;border-bottom:1px solid #767676;font-size:20px;line-height:1.3;font-weight:700',
		'h3' => 'margin:0 0 2px;font-size:17px;line-height:1.4;font-weight:700',
		'h4' => 'margin:16px 0 4px;font-size:17px;line-height:1.4;font-weight:700',
		'p' => 'margin:0 0 12px',
		'p.line' => 'margin:0 0 2px;font-size:15px',
		'p.head' => 'margin:0 0 20px;font-size:15px',
		'p.more' => 'margin:0 0 12px',
		'p.foot' => 'margin:0 0 8px;font-size:15px',
		'ul' => 'margin:0 0 12px;padding:0 0 0 22px',
		'ol' => 'margin:0 0 12px;padding:0 0 0 22px',
		'li' => 'margin:0 0 4px',
		'div.part' => 'margin:0 0 18px',
		'div.foot' => 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #767676',
		'a' => 'color:inherit;text-decoration:underline',
		'img' => 'display:block;width:100%;max-width:600px;height:auto;margin:16px 0;border:0',
	];

	/** @param self::MAIL|self::PAGE|self::PAPER $for */
	public function __construct(
		private readonly string $for,
	) {
	}

	/**
	 * The whole document of a mail.
	 *
	 * @param list<list<string|array{string, string}>> $foot paragraphs of texts and links, a link being its words and its address
	 */
	public static function mail(Composed $letter, array $foot): string {
		$html = new self(self::MAIL);
		$title = self::escape($letter->title);
		return "<!DOCTYPE html>\n<html lang=\"" . self::escape($letter->language) . '"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
			. '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
			. "<title>$title</title>"
			// With both colours given, a program that inverts colours inverts both.
			. '<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.ground{background:#171717!important;color:#ebebeb!important}}</style></head>'
			. '<body class="ground" style="margin:0;padding:0;background:#ffffff;color:#222222"><table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;color:#222222"><tr><td style="padding:24px 16px">'
			. '<div style="max-width:600px;margin:0 auto;' . self::FONT . ';font-size:17px;line-height:1.5;overflow-wrap:break-word;word-break:break-word">'
			. $html->body($letter, 'cid:' . Composed::PICTURE)
			. $html->tag('div.foot', implode('', array_map(fn (array $line): string => $html->tag('p.foot', $html->line($line)), $foot)))
			. '</div></td></tr></table></body></html>';
	}

	/**
	 * @param string $picture its address
	 * @param bool $titled false if the page already shows the title
	 */
	public function body(Composed $letter, string $picture, bool $titled = true): string {
		return ($titled ? $this->tag('h1', $this->text($letter->title)) : '')
			. $this->tag('p.head', $this->text($letter->line))
			. ($letter->pictureAlt === null ? '' : '<img src="' . self::escape($picture) . '" alt="' . self::escape($letter->pictureAlt) . '"' . ($this->for === self::MAIL ? ' width="600"' : '') . $this->style('img') . '>')
			. implode('', array_map($this->section(...), $letter->sections));
	}

	/** @param list<string|array{string, string}> $line */
	public function line(array $line): string {
		return implode(' ', array_map(fn (string|array $one): string => is_string($one) ? $this->text($one) : $this->link($one[1], $this->text($one[0])), $line));
	}

	/** @param array<string, mixed> $section as in Composed */
	private function section(array $section): string {
		return ($section['heading'] === '' ? '' : $this->tag('h2', $this->text($section['heading'])))
			. implode('', array_map(fn (array $part): string => isset($part['blocks']) ? $this->blocks($part['blocks'], $section['heading'] === '' ? 2 : 3) : $this->passage($part), $section['parts']));
	}

	/** @param array<string, mixed> $part as in Composed */
	private function passage(array $part): string {
		$title = $this->text($part['title']);
		$lines = array_filter(explode("\n", $part['text']), static fn (string $line): bool => trim($line) !== '');
		return $this->tag('div.part', $this->tag('h3', $part['href'] === null ? $title : $this->link($part['href'], $title))
			. ($part['line'] === '' ? '' : $this->tag('p.line', $this->text($part['line'])))
			. ($lines === [] ? '' : $this->tag('p', implode('<br>', array_map($this->text(...), $lines))))
			. ($part['href'] === null || $part['more'] === '' ? '' : $this->tag('p', $this->link($part['href'], $this->text($part['more'])))));
	}

	/**
	 * @param list<array<string, mixed>> $blocks of Markup
	 * @param int $level of the first headings
	 */
	public function blocks(array $blocks, int $level): string {
		return implode('', array_map(fn (array $block): string => match ($block['type']) {
			'heading' => $this->heading(min($level + $block['level'] - 1, 4), $this->inline($block['inline'])),
			'list' => $this->items($block),
			default => $this->tag('p', $this->inline($block['inline'])),
		}, $blocks));
	}

	private function heading(int $level, string $inner): string {
		return $this->tag("h$level", $inner);
	}

	/** @param array<string, mixed> $block */
	private function items(array $block): string {
		$tag = $block['start'] === null ? 'ul' : 'ol';
		$start = in_array($block['start'], [null, 1], true) ? '' : " start=\"{$block['start']}\"";
		return "<$tag$start{$this->style($tag)}>" . implode('', array_map(fn (array $item): string => $this->tag('li', $this->inline($item)), $block['items'])) . "</$tag>";
	}

	/** @param list<array<string, mixed>> $inline */
	private function inline(array $inline): string {
		return implode('', array_map(fn (array $one): string => match ($one['type']) {
			'text' => $this->text($one['text']),
			'break' => '<br>',
			'strong' => "<strong>{$this->inline($one['inline'])}</strong>",
			'em' => "<em>{$this->inline($one['inline'])}</em>",
			'link' => $this->link($one['href'], $this->inline($one['inline'])),
		}, $inline));
	}

	private function link(string $href, string $inner): string {
		if ($this->for === self::PAPER) {
			$address = (string)preg_replace('/^mailto:/i', '', $href);
			return in_array($inner, [$this->text($href), $this->text($address)], true) ? $this->text($address) : "$inner ({$this->text($address)})";
		}
		return '<a href="' . self::escape($href) . '"' . ($this->for === self::MAIL ? '' : ' rel="noopener noreferrer nofollow"') . $this->style('a') . ">$inner</a>";
	}

	/** @param string $kind name of the element, and a class if it has several styles */
	private function tag(string $kind, string $inner): string {
		[$name, $class] = explode('.', $kind) + ['', ''];
		return "<$name" . ($this->for === self::MAIL || $class === '' ? '' : " class=\"letter-$class\"") . $this->style($kind) . ">$inner</$name>";
	}

	private function style(string $kind): string {
		return $this->for === self::MAIL ? ' style="' . self::STYLES[$kind] . '"' : '';
	}

	private function text(string $text): string {
		return self::escape(FixedSpaces::in($text));
	}

	public static function escape(string $text): string {
		return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE);
	}
}
