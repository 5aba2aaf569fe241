<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCP\IDBConnection;

/** Anonymous is anonymous: nothing that names a person is stored, returned or found. */
class AnonymousTest extends LibraryTestCase {
	/** Every column of every table of the library and of the search, as one text. */
	private function stored(): string {
		$text = '';
		foreach (['reseau_sheets', 'reseau_sheet_authors', 'reseau_index', 'reseau_facets', 'reseau_objects'] as $table) {
			$type = in_array($table, ['reseau_index', 'reseau_facets', 'reseau_objects'], true) ? " WHERE object_type = 'sheet'" : '';
			$text .= "\n$table: " . json_encode($this->kernel->get(IDBConnection::class)->executeQuery("SELECT * FROM `*PREFIX*$table`$type")->fetchAll(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
		}
		return $text;
	}

	public function testTheAuthorOfAnAnonymousSheetIsNotRevealed(): void {
		$file = $this->file('a.md');
		$sheet = $this->published($file, ['authors' => [], 'authorNames' => '']);
		foreach (['odile', (string)$this->cards['odile']['id'] . '"'] as $trace) {
			self::assertStringNotContainsString('"' . $trace, $this->stored());
		}
		self::assertStringNotContainsStringIgnoringCase('odile', json_encode($this->data('GET', "/sheets/$file", 'linh'), JSON_THROW_ON_ERROR));
		self::assertFalse($sheet['anonymous']);
	}

	public function testAnAnonymousSheetLosesItsNames(): void {
		$file = $this->file('a.md');
		$sheet = $this->published($file, ['authors' => [$this->cards['odile']['id'], $this->cards['linh']['id']], 'authorNames' => 'Zéphyrin Quatrevaux']);
		self::assertSame(['Le banc'], $this->titles('linh', ['q' => 'zephyrin']));
		$this->data('PUT', "/sheets/$file/evaluation", 'odile', ['standpoint' => 'Voisine', 'answers' => ['helps' => 'Tout']]);
		$hidden = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'anonymous' => true]);
		self::assertSame([[], '', true, false], [$hidden['authors'], $hidden['authorNames'], $hidden['anonymous'], $hidden['deposited']]);
		self::assertStringNotContainsStringIgnoringCase('zephyrin', $this->stored());
		self::assertStringContainsString('reseau_sheet_authors: []', $this->stored());
		self::assertSame([], $this->titles('linh', ['q' => 'zephyrin']));
		// An evaluation has the name of its author.
		self::assertSame('Odile', $this->data('GET', "/sheets/$file", 'linh')['evaluations'][0]['by']['name']);
		$named = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $hidden['version'], 'authors' => [$this->cards['odile']['id']], 'authorNames' => 'Zéphyrin']);
		self::assertSame([[], ''], [$named['authors'], $named['authorNames']]);
		self::assertStringNotContainsStringIgnoringCase('zephyrin', $this->stored());
		$back = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $named['version'], 'anonymous' => false]);
		self::assertSame([[], ''], [$back['authors'], $back['authorNames']]);
	}

	public function testOnlyAFacilitatorDepositsForAnotherPerson(): void {
		$file = $this->file('a.md');
		self::assertTrue($this->data('GET', '/library', 'romain')['can']['deposit']);
		self::assertFalse($this->data('GET', '/library', 'odile')['can']['deposit']);
		$sheet = $this->draft($file, ['anonymous' => true, 'deposited' => true], 'romain');
		self::assertTrue($sheet['deposited']);
		// It stays so after a correction by another person, and is removed with the anonymity.
		self::assertTrue($this->data('PUT', "/sheets/$file", 'odile', ['version' => 1, 'title' => 'Autre'])['deposited']);
		self::assertFalse($this->data('PUT', "/sheets/$file", 'odile', ['version' => 2, 'anonymous' => false])['deposited']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file", 'odile', ['version' => 3, 'anonymous' => true, 'deposited' => true]);
	}

	public function testHiddenAuthorsAreNotNamedButKept(): void {
		$file = $this->file('a.md');
		$this->published($file, ['authors' => [$this->cards['linh']['id']]]);
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', ['standpoint' => 'Cachée', 'answers' => ['helps' => 'Secret']]);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		$seen = $this->data('GET', "/sheets/$file", 'odile');
		self::assertSame([[], []], [$seen['authors'], $seen['evaluations']]);
		self::assertSame('Linh', $this->data('GET', "/sheets/$file", 'linh')['authors'][0]['name']);
		$this->assertRefused(400, 'unknown_member', 'PUT', "/sheets/$file", 'odile', ['version' => 2, 'authors' => [$this->cards['linh']['id']]]);
		// A person who cannot know an author does not remove them by saving the others.
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 2, 'authors' => [$this->cards['odile']['id']]]);
		self::assertSame(['Odile', 'Linh'], array_column($this->data('GET', "/sheets/$file", 'linh')['authors'], 'name'));
	}
}
