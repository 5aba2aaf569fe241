<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class LibraryStoriesTest extends LibraryTestCase {
	/** @return array<string, mixed> */
	private function stories(string $uid): array {
		return $this->data('GET', '/library/stories', $uid);
	}

	/** @return list<string> */
	private static function titlesOf(array $sheets): array {
		return array_column($sheets, 'title');
	}

	public function testTheNewestOfAllOutcomesComeFirst(): void {
		foreach (['worked', 'failed', 'mixed', 'failed', 'worked'] as $i => $outcome) {
			$this->kernel->clock->stopAt(gmmktime(12, $i, 0, 11, 24, 2026));
			$this->published($this->file("$i.md"), ['title' => "Banc $i", 'outcome' => $outcome, 'learnt' => "Un banc\n suffit.", 'terms' => $i < 2 ? ['permaculture'] : ['enfants']] + self::whole());
		}
		// What nobody lived through is no story, and has its themes.
		$this->kernel->clock->stopAt(gmmktime(13, 0, 0, 11, 24, 2026));
		$this->published($this->file('m.md'), ['title' => 'Méthode', 'terms' => ['enfants']]);
		$stories = $this->stories('linh');
		self::assertSame([6, ['Méthode', 'Banc 4', 'Banc 3', 'Banc 2']], [$stories['all']['total'], self::titlesOf($stories['all']['sheets'])]);
		self::assertSame([5, ['Banc 4', 'Banc 3', 'Banc 2', 'Banc 1']], [$stories['fresh']['total'], self::titlesOf($stories['fresh']['sheets'])]);
		self::assertSame('Un banc suffit.', $stories['fresh']['sheets'][0]['learnt']);
		self::assertSame(['enfants' => 4, 'permaculture' => 2], array_column($stories['themes'], 'count', 'id'));
		self::assertSame([['sheets' => [], 'total' => 0], null, []], [$stories['wanted'], $stories['near'], $stories['mine']]);
	}

	public function testStoriesAskingForHelpAreFoundByACriterionToo(): void {
		$file = $this->file('a.md');
		$sheet = $this->published($file, ['title' => 'La grange', 'wanted' => 'Un maçon']);
		$this->published($this->file('b.md'), ['title' => 'Le lavoir']);
		$wanted = $this->stories('linh')['wanted'];
		self::assertSame([1, 'La grange', 'Un maçon'], [$wanted['total'], $wanted['sheets'][0]['title'], $wanted['sheets'][0]['wanted']]);
		self::assertSame(['La grange'], $this->titles('linh', ['facet' => ['help' => ['wanted']]]));
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'wanted' => '']);
		self::assertSame([0, []], [$this->stories('linh')['wanted']['total'], $this->titles('linh', ['facet' => ['help' => ['wanted']]])]);
	}

	public function testTextsToSignAreNamed(): void {
		$this->published($this->file('a.md'), ['title' => 'Tenir parole', 'kind' => 'manifesto']);
		$this->published($this->file('b.md'), ['title' => 'Le lavoir']);
		self::assertSame(['Tenir parole'], self::titlesOf($this->stories('linh')['signable']['sheets']));
	}

	public function testNewTextsWaitForPeopleWhoCanSignAndHaveNot(): void {
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 10, 1, 2026));
		$this->published($this->file('a.md'), ['title' => 'Ancien', 'kind' => 'manifesto']);
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 24, 2026));
		$file = $this->file('b.md');
		$this->published($file, ['title' => 'Tenir parole', 'kind' => 'manifesto']);
		$this->published($this->file('c.md'), ['title' => 'Le lavoir']);
		$toSign = fn (string $uid): array => $this->stories($uid)['toSign'];
		self::assertSame([(string)$file], $toSign('linh'));
		$this->data('POST', "/sheets/$file/signatures", 'odile', ['hash' => hash('sha256', 'Un texte.')]);
		self::assertSame([[], [(string)$file]], [$toSign('odile'), $toSign('linh')]);
		// A hidden person cannot sign, and after a month nobody is asked any more.
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		self::assertSame([], $toSign('linh'));
		$this->data('DELETE', "/sheets/$file/signatures/" . $this->data('GET', "/sheets/$file", 'odile')['signing']['mine']['id'], 'odile');
		self::assertSame([(string)$file], $toSign('odile'));
		$this->kernel->clock->stopAt(gmmktime(12, 0, 1, 12, 24, 2026));
		self::assertSame([], $toSign('odile'));
	}

	public function testStoriesInTheDepartementsOfOnesCardAreNear(): void {
		$this->published($this->file('a.md'), ['title' => 'Limoux'] + self::whole());
		$this->published($this->file('b.md'), ['title' => 'Partout']);
		self::assertNull($this->stories('linh')['near']);
		$this->data('PUT', '/members/me', 'linh', ['version' => $this->cards['linh']['version'], 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']]]);
		$near = $this->stories('linh')['near'];
		self::assertSame([['departement:11'], ['Aude'], 1, ['Limoux']], [array_column($near['places'], 'id'), array_column($near['places'], 'label'), $near['total'], self::titlesOf($near['sheets'])]);
	}

	public function testOwnOnesBeginWithWhatIsUnfinished(): void {
		$odile = $this->cards['odile']['id'];
		$this->published($this->file('a.md'), ['title' => 'Dit', 'authors' => [$odile]]);
		$this->draft($this->file('b.md'), ['title' => 'Commencé', 'authors' => [$odile]]);
		$this->published($this->file('c.md'), ['title' => 'Sans nom', 'anonymous' => true, 'authors' => [$odile]]);
		self::assertSame(['Commencé', 'Dit'], self::titlesOf($this->stories('odile')['mine']));
		self::assertSame([], $this->stories('linh')['mine']);
	}

	public function testFilesWithoutAccessAreNotListed(): void {
		$this->published($this->file('a.md'), ['title' => 'Le banc', 'wanted' => 'Un clou', 'authors' => [$this->cards['linh']['id']], 'terms' => ['enfants']] + self::whole());
		$this->away('linh');
		$stories = $this->stories('linh');
		self::assertSame([0, 0, 0, [], []], [$stories['all']['total'], $stories['fresh']['total'], $stories['wanted']['total'], $stories['themes'], $stories['mine']]);
	}
}
