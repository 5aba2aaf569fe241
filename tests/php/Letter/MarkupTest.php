<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Letter\Composed;
use OCA\Reseau\Letter\LetterHtml;
use OCA\Reseau\Letter\LetterText;
use OCA\Reseau\Letter\Markup;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What facilitators write in a letter, as HTML and as text. */
class MarkupTest extends TestCase {
	/** @return array<string, array{string, string}> */
	public static function shared(): array {
		$rows = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/letter-markup.json'), true, 8, JSON_THROW_ON_ERROR);
		return array_combine(array_column($rows, 'what'), array_map(static fn (array $row): array => [$row['text'], $row['html']], $rows));
	}

	#[DataProvider('shared')]
	public function testIsReadAsInTheApp(string $text, string $html): void {
		$made = (new LetterHtml(LetterHtml::PAGE))->blocks(Markup::blocks($text), 3);
		$plain = str_replace([' rel="noopener noreferrer nofollow"', '&#039;', "\u{a0}"], ['', "'", '&nbsp;'], $made);
		self::assertSame($html, $plain);
	}

	/** Whatever is written: no element but ours, no attribute but ours, no address but those of pages and mails. */
	public function testNothingElseComesThrough(): void {
		mt_srand(20);
		$pieces = ['<', '>', '"', "'", '&', '[', ']', '(', ')', '*', '**', '_', '`', '\\', "\n", ' ', '# ', '- ', '1. ', 'a', 'é', 'javascript:', 'https://', 'http://x.example.org', 'mailto:', 'onerror=', '<script>', '</p>', '&lt;', "\u{a0}", '%0a', "\t"];
		for ($i = 0; $i < 3000; $i++) {
			$text = implode('', array_map(static fn (): string => $pieces[mt_rand(0, count($pieces) - 1)], range(0, mt_rand(1, 25))));
			$html = (new LetterHtml([LetterHtml::MAIL, LetterHtml::PAGE, LetterHtml::PAPER][$i % 3]))->blocks(Markup::blocks($text), 3);
			$left = preg_replace('~</?(?:p|h[1-6]|ul|ol|li|strong|em|br)(?: start="\d+")?(?: style="[a-z0-9:;#. -]*")?>|</a>|<a href="(?:https?://|mailto:)[^"<>\s]*"(?: rel="[a-z ]+")?(?: style="[a-z0-9:;#. -]*")?>~i', '', $html);
			self::assertDoesNotMatchRegularExpression('/[<>]|"/', (string)$left, $text);
		}
	}

	public function testATextSaysTheSame(): void {
		$letter = new Composed('fr', 'Une lettre', 'Cordée', 'Une grange', [
			['heading' => '', 'parts' => [['blocks' => Markup::blocks("**Bonjour** à [tous](https://example.org)\n\n## Titre\n\n1. un\n2. deux")]]],
			['heading' => 'Annonces', 'parts' => [['title' => 'Un four', 'line' => 'Offre', 'text' => "À prêter\nle samedi", 'href' => 'https://example.org/1', 'more' => 'Répondre']]],
		]);
		self::assertSame(
			"Une lettre\n==========\n\nCordée\n\n[Une grange]\n\nBonjour à tous (https://example.org)\n\nTitre\n-----\n\n1. un\n2. deux\n\nAnnonces\n--------\n\n- Un four\n  Offre\n  À prêter\n  le samedi\n  https://example.org/1\n\n---\n\nNe plus recevoir\nhttps://example.org/2\n",
			LetterText::of($letter, [[['Ne plus recevoir', 'https://example.org/2']]]),
		);
	}
}
