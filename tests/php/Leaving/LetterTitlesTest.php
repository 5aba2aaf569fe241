<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Tests\Letter\LetterTestCase;

/** What letters say of a person is theirs; the letter itself is not. */
class LetterTitlesTest extends LetterTestCase {
	public function testAnExportNamesOnlyLettersThatItsReaderMayRead(): void {
		$this->group('pluie', ['id' => $this->cards['linh']]);
		$this->subscribe('odile', 'linh');
		$hash = $this->found($this->draft()['id'])["person {$this->cards['odile']}"]['hash'];
		$person = ['items' => [['kind' => 'person', 'id' => $this->cards['odile'], 'taken' => true, 'text' => 'Elle cherche un four.', 'hash' => $hash]], 'editorial' => 'Bonjour.'];
		$this->store($this->draft(['title' => 'Brouillon']), $person);
		foreach (['Au groupe' => ['kind' => 'group', 'of' => $this->groupId('pluie')], 'À tous' => ['kind' => 'all']] as $title => $readers) {
			$this->send($this->store($this->draft(['title' => $title, 'readers' => $readers]), $person));
		}
		$export = "/members/{$this->cards['odile']}/export";
		$letters = $this->data('GET', $export, 'odile')['letters'];
		self::assertSame(['', '', 'À tous'], array_column($letters, 'title'));
		self::assertSame(['Elle cherche un four.'], array_values(array_unique(array_column($letters, 'text'))));
		$page = $this->data('GET', "$export/page", 'odile')['page'];
		self::assertStringContainsString('À tous', $page);
		self::assertStringNotContainsString('Brouillon', $page);
		self::assertStringNotContainsString('Au groupe', $page);
	}
}
