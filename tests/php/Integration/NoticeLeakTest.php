<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeStore;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/**
 * Notices in random networks, of cards of every status, for everybody and for the people of one group, open and ended. Each has a word that is nowhere else.
 * The readers of a notice are worked out here from the words of the rule.
 */
#[Group('databases')]
class NoticeLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 2;
	private const NETWORKS_ELSEWHERE = 1;

	/** @var array<int, array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>}> by id */
	private array $notices = [];

	public function testNoticesAreShownToNoOneElse(): void {
		$networks = getenv('RESEAU_DSN') === false ? self::NETWORKS : self::NETWORKS_ELSEWHERE;
		$hidden = $shown = $announced = 0;
		for ($seed = 71; $seed < 71 + $networks; $seed++) {
			$this->drawNetwork($seed, 10, 5);
			$this->drawNotices();
			$this->announce();
			foreach ($this->viewers() as $viewer) {
				$reads = array_filter($this->notices, fn (array $one): bool => $this->reads($viewer, $one));
				$finds = array_filter($this->notices, fn (array $one): bool => $this->finds($viewer, $one));
				$this->checkLists($viewer, $finds, "of $viewer, network $seed");
				foreach ($this->notices as $id => $one) {
					$reply = $this->ask('GET', "/notices/$id", $viewer);
					$status = $reply->status;
					self::assertSame(isset($reads[$id]) ? 200 : 404, $status, "notice $id of $viewer, network $seed");
					self::assertSame($status, $this->ask('GET', "/neighbourhood/notice/$id", $viewer)->status, "around notice $id of $viewer, network $seed");
					self::assertSame(isset($reads[$id]) ? $one['how'] : null, $reply->data()['how'] ?? null, "how notice $id was said, to $viewer, network $seed");
				}
				$this->checkMarks($viewer, array_diff_key($this->notices, $reads), "to $viewer, network $seed");
				$announced += $this->checkAnnounced($viewer, $finds, "to $viewer, network $seed");
				$hidden += count($this->notices) - count($reads);
				$shown += count($reads);
			}
		}
		self::assertGreaterThan(25 * $networks, $hidden, 'some notices are hidden');
		self::assertGreaterThan(100 * $networks, $shown, 'others are shown');
		self::assertGreaterThan(10 * $networks, $announced, 'some are announced');
	}

	private function drawNotices(): void {
		$this->notices = [];
		foreach (array_keys($this->cards) as $card) {
			$groups = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['card'] === $card), 'group');
			foreach ([null, $groups === [] ? null : $groups[mt_rand(0, count($groups) - 1)]] as $n => $group) {
				$mark = $this->word('notice', $card * 2 + $n);
				$open = mt_rand(0, 3) !== 0;
				$kind = ['offer', 'need', 'practice'][mt_rand(0, 2)];
				$notice = new Notice();
				$notice->setKeyHash(hash('sha256', $mark));
				$notice->setMemberId($card);
				$notice->setKind($kind);
				$notice->setTitle("Annonce $mark");
				$notice->setText("Une phrase avec $mark et {$this->shared[mt_rand(0, 5)]}.");
				$notice->writePlaces([['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']]);
				$terms = $this->someOf('theme');
				$notice->writeWords($terms);
				$notice->setGroupId($group === null ? null : (int)$this->groupId($group));
				$notice->setOnlyGroup($notice->getGroupId());
				// Of a person who has an account by now, nobody reads how they said it without one.
				$how = [null, ...MessageRules::WAYS][mt_rand(0, 3)];
				$notice->setSaidHow($how);
				$notice->setState($open ? Notice::OPEN : Notice::ENDED);
				$notice->setUntilDay('2027-01-23');
				$notice->setVersion(1);
				$notice->setPublishedAt($this->kernel->clock->getTime() - count($this->notices));
				$this->kernel->get(NoticeStore::class)->insert($notice);
				$this->notices[(int)$notice->getId()] = ['card' => $card, 'group' => $group, 'open' => $open, 'mark' => $mark, 'kind' => $kind, 'how' => $this->cards[$card]['uid'] === null ? $how : null, 'terms' => $terms];
			}
		}
	}

	/** @param array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>} $one */
	private function reads(string $viewer, array $one): bool {
		return $this->oracle->keeps($viewer, $one['card'])
			|| ($this->cards[$one['card']]['status'] === 'published' && ($one['group'] === null || $this->bothIn($viewer, $one['card'], $one['group'])));
	}

	/** @param array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>} $one */
	private function finds(string $viewer, array $one): bool {
		return $one['open'] && $this->cards[$one['card']]['status'] === 'published' && $this->reads($viewer, $one);
	}

	private function bothIn(string $viewer, int $card, string $group): bool {
		$active = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group && $row['active']), 'card');
		$own = array_key_first(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === $viewer));
		return in_array($card, $active, true) && in_array($own, $active, true);
	}

	/** @param array<int, array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>}> $finds */
	private function checkLists(string $viewer, array $finds, string $where): void {
		$list = $this->data('GET', '/notices?limit=100', $viewer);
		self::assertEqualsCanonicalizing(array_keys($finds), array_column($list['notices'], 'id'), "the list $where");
		self::assertSame(count($finds), $list['total'], "the total $where");
		$kinds = array_count_values(array_column($finds, 'kind'));
		self::assertEquals($kinds, array_column($list['facets']['kind'], 'count', 'id'), "the counts $where");
		self::assertSame($finds === [] ? [] : [count($finds)], array_column(array_filter($list['facets']['territory'], static fn (array $one): bool => $one['id'] === 'departement:11'), 'count'), "the count of a place $where");
		foreach ($this->notices as $id => ['mark' => $mark]) {
			$found = $this->data('GET', "/notices?q=$mark", $viewer);
			self::assertSame(isset($finds[$id]) ? [$id] : [], array_column($found['notices'], 'id'), "$mark $where");
			self::assertArrayNotHasKey('corrected', $found, "$mark $where");
			$mistyped = $this->data('GET', '/notices?q=' . substr_replace($mark, 'w', 8, 1), $viewer);
			self::assertSame(isset($finds[$id]) ? [$id] : [], array_column($mistyped['notices'], 'id'), "$mark mistyped $where");
			self::assertSame(isset($finds[$id]) ? [$id] : [], array_column($this->data('GET', "/notices/similar?title=$mark", $viewer)['notices'], 'id'), "$mark, similar $where");
		}
	}

	/** The rounds of a few days, so that everyone is notified of everything that is for them: every second account by mail. */
	private function announce(): void {
		foreach ($this->viewers() as $n => $viewer) {
			$this->kernel->get(IUserManager::class)->get($viewer)?->setEMailAddress($n % 2 === 0 ? "$viewer@example.org" : '');
		}
		foreach (range(1, 8) as $_) {
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
			$this->kernel->runJob(DailyMailJob::class);
		}
	}

	/**
	 * The places and themes of one's own card decide what one is notified of, of what one finds; and of nothing else.
	 *
	 * @param array<int, array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>}> $finds
	 * @return int how many notices were announced
	 */
	private function checkAnnounced(string $viewer, array $finds, string $where): int {
		$own = array_key_first(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === $viewer));
		$rows = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT notice_id FROM *PREFIX*reseau_announced WHERE member_id = ' . (int)$own)->fetchAll();
		$announced = array_map(intval(...), array_column($rows, 'notice_id'));
		$others = array_filter($finds, fn (array $one): bool => !$this->oracle->keeps($viewer, $one['card']));
		self::assertSame([], array_values(array_diff($announced, array_keys($others))), "what was announced $where");
		if ($own === null || $this->cards[$own]['status'] !== 'published') {
			self::assertSame([], $announced, "what was announced $where");
			return 0;
		}
		$parts = $this->cards[$own]['parts'];
		$themes = array_merge($parts['sectors'], ...array_column([...$parts['seeks'], ...$parts['offers']], 'terms'));
		$expected = array_filter($others, static fn (array $one): bool => array_intersect($one['terms'], $themes) !== [] || in_array('11206', array_column($parts['territories'], 'code'), true));
		self::assertSame([], array_values(array_diff(array_keys($expected), $announced)), "what was not announced $where");
		return count($announced);
	}

	/** @param array<int, array{card: int, group: ?string, open: bool, mark: string, kind: string, how: ?string, terms: list<string>}> $hidden */
	private function checkMarks(string $viewer, array $hidden, string $where): void {
		$answers = [];
		$own = array_key_first(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === $viewer));
		foreach (['/notices?limit=100', '/notices/mine?limit=100', '/home', '/matches', '/things?q=annonce', ...array_map(fn (string $group): string => '/neighbourhood/group/' . $this->groupId($group), self::GROUPS), ...array_map(static fn (int $card): string => "/neighbourhood/member/$card", array_keys($this->cards)), ...$own === null ? [] : ["/members/$own/export"]] as $path) {
			$answers[$path] = (string)$this->ask('GET', $path, $viewer)->body;
		}
		$answers['notifications'] = (string)$this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $viewer)->body;
		$answers['mails'] = implode("\n", array_column(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$viewer@example.org"])), 'plain'));
		$answers['unified search'] = (string)$this->kernel->request('GET', '/ocs/v2.php/search/providers/reseau-notices/search', $viewer, ['term' => 'annonce', 'limit' => '100'])->body;
		foreach ($answers as $path => $body) {
			foreach ($hidden as ['mark' => $mark]) {
				self::assertStringNotContainsString($mark, $body, "$path $where");
			}
		}
	}
}
