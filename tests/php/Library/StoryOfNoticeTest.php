<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** A story that tells what came of a notice is linked with it, as long as it names the author of the notice. */
#[Group('databases')]
class StoryOfNoticeTest extends LibraryTestCase {
	/** @return array<string, string> words by title, of a kind of neighbours */
	private function around(string $uid, string $type, int $id, string $kind): array {
		$kinds = array_column($this->data('GET', "/neighbourhood/$type/$id", $uid, ['kind' => $kind])['kinds'], null, 'kind');
		return array_map(static fn (array $bonds): string => implode(', ', array_column($bonds, 'words')), array_column($kinds[$kind]['items'] ?? [], 'bonds', 'title'));
	}

	/** @return array{list<string>, list<string>} titles at both ends of the tie, as a viewer reads them */
	private function tie(string $uid, int $notice, int $file): array {
		return [array_keys($this->around($uid, 'notice', $notice, 'resources')), array_keys($this->around($uid, 'file', $file, 'notices'))];
	}

	public function testTheStoryAndItsNoticeAreLinked(): void {
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un four à pain', 'key' => 'a-key-of-it'], 201)['id'];
		$this->data('PUT', "/notices/$notice/closing", 'odile', ['outcome' => 'Quarante miches.']);
		$file = $this->file('Four.md');
		$sheet = $this->published($file, ['title' => 'Cuire dehors', 'authors' => [$this->cards['odile']['id']], 'notice' => $notice]);
		self::assertSame([['Cuire dehors'], ['Un four à pain']], $this->tie('linh', $notice, $file));
		self::assertSame(['Un four à pain' => 'est l’annonce d’où vient ce récit'], $this->around('linh', 'file', $file, 'notices'));
		// What is written later leaves it.
		$sheet = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'title' => 'Cuire le pain dehors']);
		self::assertSame([['Cuire le pain dehors'], ['Un four à pain']], $this->tie('linh', $notice, $file));
		// Another author tells another story.
		$sheet = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'authors' => [$this->cards['linh']['id']]]);
		self::assertSame([[], []], $this->tie('linh', $notice, $file));
		$sheet = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'authors' => [$this->cards['odile']['id']]]);
		// An anonymous one must not lead to its author, in the database neither.
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'anonymous' => true]);
		self::assertSame([[], []], $this->tie('odile', $notice, $file));
		self::assertNull($this->kernel->get(IDBConnection::class)->executeQuery('SELECT notice_id FROM `*PREFIX*reseau_sheets`')->fetchOne());
	}

	public function testWhatIsHiddenAtOneEndIsNotShownAtTheOther(): void {
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un four à pain', 'key' => 'a-key-of-it'], 201)['id'];
		$file = $this->file('Four.md');
		$this->draft($file, ['authors' => [$this->cards['odile']['id']], 'notice' => $notice]);
		// Only those who can edit the file see a draft.
		$this->away('linh');
		self::assertNotSame([[], []], $this->tie('odile', $notice, $file));
		self::assertSame([], $this->around('linh', 'notice', $notice, 'resources'));
		$this->data('DELETE', "/notices/$notice", 'odile');
		self::assertSame([], $this->around('odile', 'file', $file, 'notices'));
	}

	public function testANumberIsWanted(): void {
		$file = $this->file('Four.md');
		foreach (['no number', 0, -3, null, [4], '99999999999999999999'] as $notice) {
			$this->assertRefused(400, 'wrong_type', 'PUT', "/sheets/$file", 'odile', ['version' => 0, 'kind' => 'method', 'title' => 'Le banc', 'notice' => $notice]);
		}
		$this->draft($file, ['notice' => 999_999, 'authors' => [$this->cards['odile']['id']]]);
		self::assertSame([], $this->around('odile', 'file', $file, 'notices'));
	}
}
