<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Deck;

/** Home says what is due in one's groups and which files are new in their folders, as Deck and Files show them. */
#[Group('databases')]
class WorkOfGroupsTest extends LibraryTestCase {
	private int $group = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$this->group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau', 'join' => 'open', 'key' => 'eau'], 201)['id'];
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
	}

	public function testCardsNearestToTodayAreNamedByDay(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T10:00:00Z'));
		$deck = $this->kernel->get(Deck::class)->for('odile');
		$board = $deck->createBoard('Citernes', '31CC7C')['id'];
		$stack = $deck->createStack($board, 'À faire', 0)['id'];
		$cards = [];
		foreach (['2026-11-25', '2026-12-20', '2026-12-01', '2026-08-20', '2026-11-20', '2026-11-24', '2026-11-19', null] as $i => $due) {
			$cards[$i] = $deck->createCard($stack, ['title' => "Tâche $i", 'duedate' => $due === null ? null : "{$due}T12:00:00+00:00"])['id'];
		}
		$this->step(['boardId' => $board]);
		$lines = $this->work('odile');
		self::assertSame(['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25', '2026-12-01'], array_column($lines, 'day'));
		self::assertEquals(['kind' => 'due', 'group' => ['id' => $this->group, 'title' => 'Eau'], 'day' => '2026-11-25', 'title' => 'Tâche 0', 'board' => $board, 'card' => $cards[0]], $lines[3]);
		// Linh is in the group; the board was not shared with them.
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->kernel->get(Deck::class)->for('linh')->createBoard('À moi', '31CC7C');
		self::assertSame([[], []], [$this->work('linh'), $this->work('romain')]);
		// Without Deck there is no card, and no trouble.
		$this->kernel->config['sandbox.apps'] = 'circles';
		self::assertSame([], $this->work('odile'));
	}

	public function testACardInTheStackOfFinishedOnesIsNotLate(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T10:00:00Z'));
		$deck = $this->kernel->get(Deck::class)->for('odile');
		$board = $deck->createBoard('Citernes', '31CC7C')['id'];
		foreach (['À faire', 'Fait', '✅ Terminé !'] as $order => $title) {
			$deck->createCard($deck->createStack($board, $title, $order)['id'], ['title' => "Carte « $title »", 'duedate' => '2025-11-20T12:00:00+00:00']);
		}
		$this->step(['boardId' => $board]);
		self::assertSame(['Carte « À faire »'], array_column($this->work('odile'), 'title'));
	}

	public function testTheLatestThreeFilesAndSheetsOfTheFoldersOfOnesGroupsAreNamed(): void {
		$now = (int)strtotime('2026-11-24T10:00:00Z');
		$this->kernel->clock->stopAt($now);
		$file = function (string $path, int $days) use ($now): int {
			$id = $this->file($path);
			$this->tree()->touch($id, $now - $days * 86_400);
			return $id;
		};
		$story = $file('Eau/Récits/citerne.md', 3);
		$old = $file('Eau/ancien.md', 30);
		$file('Eau/plan.odt', 2);
		$file('Eau/.caché.md', 0);
		$file('Eau/devis.pdf', 1);
		$file('Bois/ailleurs.md', 0);
		$this->step(['folderId' => $this->files('odile')->get(self::ROOT . '/Eau')->getId(), 'folderPath' => self::ROOT . '/Eau']);
		$lines = static fn (array $work): array => array_map(static fn (array $line): array => [$line['title'], $line['sheet']], $work);
		self::assertSame([['devis.pdf', false], ['plan.odt', false], ['citerne.md', false]], $lines($this->work('odile')));
		self::assertSame((string)$story, $this->work('odile')[2]['file']);
		// A published sheet makes an old file news.
		$this->draft($story, ['title' => 'La citerne']);
		$this->published($old, ['title' => 'Le puits'] + self::whole());
		self::assertSame([['Le puits', true], ['devis.pdf', false], ['plan.odt', false]], $lines($this->work('odile')));
		self::assertSame('2026-11-24', $this->work('odile')[0]['day']);
		// People outside the group see nothing, and neither do its people without access to the folder.
		self::assertSame([], $this->work('linh'));
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		self::assertCount(3, $this->work('linh'));
		$this->tree()->rule('linh', '/Eau', false, false);
		self::assertSame([], $this->work('linh'));
		$this->away('linh');
		self::assertSame([], $this->work('linh'));
	}

	public function testPeopleWhoMayNotChangeTheFileDoNotReadTheDraft(): void {
		$id = $this->file('Eau/citerne.md');
		$this->step(['folderId' => $this->files('odile')->get(self::ROOT . '/Eau')->getId(), 'folderPath' => self::ROOT . '/Eau']);
		$this->draft($id, ['title' => 'Brouillon secret']);
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->tree()->rule('linh', '/Eau', true, false);
		self::assertSame([['citerne.md', false]], array_map(static fn (array $line): array => [$line['title'], $line['sheet']], $this->work('linh')));
	}

	public function testOneOfTheGroupsIsAskedAbout(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T10:00:00Z'));
		$this->tree()->touch($this->file('Eau/plan.odt'), $this->kernel->clock->getTime());
		$this->step(['folderId' => $this->files('odile')->get(self::ROOT . '/Eau')->getId(), 'folderPath' => self::ROOT . '/Eau']);
		$other = $this->data('POST', '/groups', 'odile', ['title' => 'Bois', 'join' => 'open', 'key' => 'bois'], 201)['id'];
		$titles = fn (string $group, string $uid = 'odile'): array => array_column($this->data('GET', "/news?group=$group", $uid)['lines'], 'title');
		self::assertSame(['plan.odt'], $titles((string)$this->group));
		// Another of mine, one that does not exist, none at all; and to people outside.
		self::assertSame([[], [], [], []], [$titles((string)$other), $titles('999999'), $titles('eau'), $titles((string)$this->group, 'linh')]);
	}

	/** @param array<string, mixed> $made */
	private function step(array $made): void {
		$this->data('PUT', "/groups/$this->group/making", 'odile', $made + ['runner' => 'r', 'step' => 'done']);
	}

	/** @return list<array<string, mixed>> */
	private function work(string $uid): array {
		return $this->data('GET', '/news', $uid)['lines'];
	}
}
