<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Vocabulary;

use OCA\Reseau\Tests\NetworkTestCase;

/** Themes suggested while a person writes. */
class ThemeSuggestionsTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('odile');
		$this->load(['values' => [], 'themes' => [
			['id' => 'potager', 'fr' => 'Potager', 'words' => ['semis', 'paillage', 'grelinette', 'planter des légumes']],
			['id' => 'velo', 'fr' => 'Vélo', 'words' => ['cargo', 'pédalier']],
			['id' => '12', 'fr' => 'Eau de pluie', 'words' => ['cuve', 'semis']],
			['id' => 'old', 'fr' => 'Jardinage', 'retired' => true, 'words' => ['semis']],
			['id' => 'gone', 'fr' => 'Maraîchage', 'mergedInto' => 'potager', 'words' => ['serre']],
		]]);
	}

	public function testThemesAreReadFromWordsAndNames(): void {
		self::assertSame([], $this->suggested(''));
		self::assertSame([], $this->suggested('Quelqu’un pour m’aider'));
		// As the search does: accents, plurals.
		self::assertSame(['velo'], $this->suggested('Réparer des PEDALIERS'));
		self::assertSame(['velo'], $this->suggested('prêter un vélo'));
		self::assertSame(['potager'], $this->suggested('Une serre froide'));
		// Most words first; a number as id stays a text.
		self::assertSame(['potager', '12'], $this->suggested('Un paillage pour mes semis'));
		self::assertSame([], $this->suggested('planter un arbre'));
		self::assertSame(['potager'], $this->suggested('des légumes à planter'));
	}

	public function testBadInput(): void {
		$this->assertRefused(400, 'wrong_type', 'POST', '/vocabulary/suggestions', 'odile', ['text' => ['semis']]);
		$this->assertRefused(400, 'bad_text', 'POST', '/vocabulary/suggestions', 'odile', ['text' => "semis\0"]);
		$this->assertRefused(400, 'too_long', 'POST', '/vocabulary/suggestions', 'odile', ['text' => str_repeat('a', 2001)]);
	}

	/** @return list<string> */
	private function suggested(string $text): array {
		return $this->data('POST', '/vocabulary/suggestions', 'odile', ['text' => $text])['themes'];
	}
}
