<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\Dashboard\DueCardsWidget;
use OCA\Reseau\Integration\Dashboard\MatchesWidget;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IConfig;
use Sandbox\Service\Deck;

/** People to meet, and what is due in one's groups, on Nextcloud's dashboard; what others may not know of it is checked by TwoWorldsTest. */
class WidgetsTest extends NetworkTestCase {
	public function testThePeopleToMeetAreThoseOfTheirPageWithTheReason(): void {
		$this->load(['values' => [], 'themes' => [['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']]]]);
		foreach (['odile', 'linh', 'noe'] as $uid) {
			$this->account($uid);
		}
		self::assertSame([], $this->items(MatchesWidget::class, 'odile')['items']);
		self::assertSame("Faites votre fiche\u{a0}: elle vous mène à des personnes.", $this->items(MatchesWidget::class, 'odile')['emptyContentMessage']);
		$this->card('odile', ['name' => 'Odile', 'seeks' => [['text' => 'Réparer vingt bicyclettes', 'terms' => ['velo']]]]);
		self::assertStringStartsWith('Personne pour le moment', $this->items(MatchesWidget::class, 'odile')['emptyContentMessage']);
		foreach (['linh', 'noe'] as $uid) {
			$this->card($uid, ['name' => ucfirst($uid), 'offers' => [['text' => "L’atelier de $uid", 'terms' => ['velo']]], 'trades' => ['Mécanicienne de cycles'], 'audience' => ['offers' => 'members', 'trades' => 'members']]);
		}
		$page = $this->data('GET', '/matches', 'odile')['matches'];
		self::assertCount(2, $page);
		$items = $this->items(MatchesWidget::class, 'odile')['items'];
		self::assertSame(array_map(static fn (array $match): array => [$match['member']['name'], $match['reason'], "http://localhost/apps/reseau/members/{$match['member']['id']}"], $page), array_map(static fn (array $item): array => [$item['title'], $item['subtitle'], $item['link']], $items));
		self::assertCount(1, $this->items(MatchesWidget::class, 'odile', 1)['items']);
		self::assertCount(0, $this->items(MatchesWidget::class, 'odile', 0)['items']);
		$this->data('POST', "/matches/{$page[0]['member']['id']}/decline", 'odile', []);
		self::assertSame([$page[1]['member']['name']], array_column($this->items(MatchesWidget::class, 'odile')['items'], 'title'));
	}

	public function testCardsOfTheBoardsOfOnesGroupsAreShownWhenTheyAreDue(): void {
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		foreach (['odile', 'linh'] as $uid) {
			$this->account($uid);
			$this->card($uid, ['name' => ucfirst($uid)]);
		}
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau', 'join' => 'open', 'key' => 'eau'], 201)['id'];
		$deck = $this->kernel->get(Deck::class)->for('odile');
		$board = $deck->createBoard('Citernes', '31CC7C')['id'];
		$stack = $deck->createStack($board, 'À faire', 0)['id'];
		foreach (['Plus tard' => '2026-12-20', 'Bientôt' => '2026-12-01', 'En retard' => '2026-11-20', 'Sans date' => null] as $title => $due) {
			$deck->createCard($stack, ['title' => $title, 'duedate' => $due === null ? null : "{$due}T12:00:00+00:00"]);
		}
		$other = $deck->createBoard('Hors groupe', '31CC7C')['id'];
		$deck->createCard($deck->createStack($other, 'À faire', 0)['id'], ['title' => 'Ailleurs', 'duedate' => '2026-11-25T12:00:00+00:00']);
		$this->data('POST', "/groups/$group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", 'odile', ['runner' => 'r', 'boardId' => $board, 'step' => 'done']);
		$items = $this->items(DueCardsWidget::class, 'odile')['items'];
		self::assertSame([['En retard', '20 novembre 2026, dans « Citernes »'], ['Bientôt', '1er décembre 2026, dans « Citernes »']], array_map(static fn (array $item): array => [$item['title'], strtr($item['subtitle'], ["\u{a0}" => ' '])], $items));
		self::assertStringContainsString("/apps/deck/board/$board/card/", $items[0]['link']);
		// A person in the group who has never used Deck: it is not queried for them.
		$this->data('POST', "/groups/$group/join", 'linh', []);
		self::assertSame(['Rien à rendre bientôt dans vos groupes.', []], [$this->items(DueCardsWidget::class, 'linh')['emptyContentMessage'], $this->items(DueCardsWidget::class, 'linh')['items']]);
		self::assertSame('yes', $this->kernel->get(IConfig::class)->getUserValue('linh', 'deck', 'firstRun', 'yes'));
	}

	/** @param class-string $widget */
	private function items(string $widget, string $uid, int $limit = 7): array {
		$this->kernel->request('GET', '/', $uid);
		return json_decode((string)json_encode($this->kernel->get($widget)->getItemsV2($uid, null, $limit)), true, flags: JSON_THROW_ON_ERROR);
	}
}
