<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Tree;

/** The panel does not repeat what the page of a thing shows itself (OnPage); elsewhere it shows everything, and links made by people it always shows. */
#[Group('databases')]
class OnPageTest extends LinkTestCase {
	public function testAGroupsPageHasItsRosterAndForItsPeopleItsBoardAndFolder(): void {
		$board = $this->board('linh', 'yamina');
		$this->deckCard($board, 'Compter les tuyaux');
		$this->set('folder_id', $this->file('odile', Tree::COMMON . '/Eau', null));
		$this->comeIn('linh');
		$this->link('odile', "group:$this->group", 'inspired-by', $this->member('yamina'));
		self::assertSame(['Yamina' => ['s’inspire de']], $this->beside('linh', "group:$this->group"));
		self::assertSame(
			['Yamina' => ['s’inspire de'], 'Citernes' => ['est le tableau de ce groupe'], 'Compter les tuyaux' => ['est sur le tableau de ce groupe'], 'Eau' => ['est le dossier de ce groupe']],
			$this->beside('yamina', "group:$this->group"),
			'its page shows the board and the folder to the people in it alone',
		);
		self::assertArrayHasKey('Linh', $this->around('linh', "group:$this->group"), 'elsewhere everything is shown');
	}

	public function testALinkStaysWhereThePageSaysTheRest(): void {
		$this->comeIn('linh');
		$this->link('odile', $this->member('linh'), 'carries', "group:$this->group");
		self::assertSame(['Linh' => ['est porté par']], $this->beside('odile', "group:$this->group"));
	}

	public function testAPersonsPageHasTheGroupsInCommon(): void {
		$this->comeIn('linh');
		self::assertSame(['Linh' => ['vous participez aussi à Eau de pluie']], $this->beside('linh', $this->member('odile')));
		self::assertSame(['Linh' => ['participe aussi à Eau de pluie'], 'Eau de pluie' => ['est facilité par Odile']], $this->beside('yamina', $this->member('odile')), 'she is not in it');
		self::assertSame(['Odile' => ['facilite Eau de pluie'], 'Eau de pluie' => ['vous participez à ce groupe']], $this->beside('linh', $this->member('linh')), 'one’s own page has none');
	}

	public function testASheetsPageHasItsAuthorsAndGroups(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/citerne.md');
		$this->sheet($file, ['title' => 'La citerne du bourg', 'authors' => [$this->cards['odile']['id']], 'groups' => [$this->group]]);
		self::assertSame([], $this->beside('yamina', "file:$file"));
		self::assertSame(['La citerne du bourg' => ['ce groupe y travaille']], $this->beside('yamina', "group:$this->group"));
		$this->link('yamina', "file:$file", 'thanks-to', $this->member('linh'));
		self::assertSame(['Linh' => ['a reçu l’aide de']], $this->beside('yamina', "file:$file"));
	}

	public function testANoticesPageHasItsAuthorItsGroupAndThePeopleItThanks(): void {
		$id = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un pressoir', 'groupId' => $this->group, 'key' => 'a-first-notice'], 201)['id'];
		$this->data('PUT', "/notices/$id/closing", 'odile', ['thanks' => [$this->cards['linh']['id']]]);
		self::assertCount(3, $this->around('yamina', "notice:$id"));
		self::assertSame([], $this->beside('yamina', "notice:$id"));
	}

	public function testWhatIsAskedForIsSaidOrRefused(): void {
		self::assertSame('beside', $this->assertRefused(400, 'wrong_type', 'GET', "/neighbourhood/group/$this->group?beside=me", 'odile')['field']);
		self::assertSame([], $this->data('GET', "/neighbourhood/group/$this->group?kind=people&beside=page", 'odile')['kinds']);
	}

	/** @return array<string, list<string>> as LinkTestCase::around(), beside the page of the thing */
	private function beside(string $uid, string $thing): array {
		$path = '/neighbourhood/' . str_replace(':', '/', $thing);
		$words = [];
		foreach (["$path?beside=page", "$path?kind=resources&limit=3&beside=page"] as $asked) {
			foreach ($this->data('GET', $asked, $uid)['kinds'] as $part) {
				self::assertCount($part['total'], $part['items']);
				foreach ($part['items'] as $item) {
					$words[$item['title']] = array_column($item['bonds'], 'words');
				}
			}
		}
		return $words;
	}
}
