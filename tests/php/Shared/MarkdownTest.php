<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Markdown;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class MarkdownTest extends TestCase {
	#[TestWith(["# Charte\n\n## Écoute", "Charte\n\nÉcoute"])]
	#[TestWith(['On **laisse** __finir__, *vraiment*, _toujours_.', 'On laisse finir, vraiment, toujours.'])]
	#[TestWith(["- un\n- 2 * 3 * 4\n\n> cité", "- un\n- 2 * 3 * 4\n\n> cité"])]
	#[TestWith(['été_d_été https://example.org/_a_/ a__b__c', 'été_d_été https://example.org/_a_/ a__b__c'])]
	#[TestWith(['[la **charte**](https://example.org/charte)', 'la charte (https://example.org/charte)'])]
	#[TestWith(['#mot, nom_de_fichier, **seul', '#mot, nom_de_fichier, **seul'])]
	public function testMarksOfHeadingsAndEmphasisGo(string $text, string $shown): void {
		self::assertSame($shown, Markdown::unmarked($text));
	}
}
