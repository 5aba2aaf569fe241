<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Tests\Endpoints\Snapshot;
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

	/** Two people of the group could have written it: nothing that is stored, waits or was sent says which of them did, nor which did not. */
	public function testNothingDependsOnWhoPublishesAnAnonymousSheet(): void {
		$group = $this->data('POST', '/groups', 'romain', ['title' => 'Bancs', 'join' => 'open', 'key' => 'bancs'], 201)['id'];
		$this->data('POST', "/groups/$group/making/lease", 'romain', ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", 'romain', ['runner' => 'r', 'step' => 'done']);
		$this->data('POST', "/groups/$group/join", 'odile', []);
		$this->data('POST', "/groups/$group/join", 'linh', []);
		$file = $this->file('a.md');
		array_map($this->files(...), ['odile', 'linh']);
		$this->kernel->runQueued();
		$snapshot = new Snapshot($this->kernel->get(IDBConnection::class));
		$left = [];
		foreach (['odile', 'linh'] as $uid) {
			$this->published($file, ['anonymous' => true, 'groups' => [$group]], $uid);
			$waiting = $snapshot->state();
			$this->kernel->runQueued();
			$left[] = [$waiting, $snapshot->state(), $this->kernel->mails()];
			$snapshot->restore();
			$this->kernel->forget();
		}
		self::assertArrayHasKey('oc_sandbox_jobs', $left[0][0]);
		$stories = array_filter($left[0][1]['oc_sandbox_activities'], static fn (string $row): bool => str_contains($row, 'story'));
		self::assertCount(3, $stories, 'of all people of the group, its author among them');
		self::assertSame($left[0], $left[1]);
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
