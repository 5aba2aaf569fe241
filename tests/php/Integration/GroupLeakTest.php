<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Settings\Charters;

/**
 * Random groups with people in every state, every viewer, every surface of groups, compared with the access rules written out flat from the
 * design. Commitments and the notes of people who left contain words that are nowhere else.
 */
class GroupLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 5;

	private const OTHER_STATES = ['invited', 'requested', 'unsigned', 'declined'];

	/** @var list<array{group: string, card: int, state: string, facilitates: bool, mark: string}> */
	private array $rows = [];

	/** @var array<string, int> numbers by name */
	private array $groups = [];

	/** How many groups had news. */
	private int $news = 0;

	/** @var array<int, int> version of the charter accepted, by card */
	private array $accepted = [];

	public function testGroupsRevealNoHiddenPeopleAndNoCommitmentsToOthers(): void {
		for ($seed = 11; $seed < 11 + self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 13, 7);
			$this->drawPeople();
			foreach ($this->viewers() as $viewer) {
				$this->checkList($viewer, "network $seed");
				foreach (array_keys($this->groups) as $group) {
					$this->checkGroup($viewer, $group, "network $seed");
				}
				$this->checkCards($viewer, "network $seed");
			}
		}
		self::assertGreaterThan(0, $this->news, 'some groups had news');
		$states = array_count_values(array_column($this->rows, 'state'));
		self::assertSame([], array_diff([...self::OTHER_STATES, 'active', 'left'], array_keys($states)), 'every state was drawn');
	}

	/** People of the drawn groups engage for something, and others are asked, ask, or came in by the Team. */
	private function drawPeople(): void {
		$this->rows = [];
		$this->groups = [];
		$this->accepted = [];
		$mapper = $this->kernel->get(MembershipMapper::class);
		foreach (self::GROUPS as $group) {
			$id = $this->groups[$group] = (int)$this->groupId($group);
			$there = array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group);
			foreach ($there as $row) {
				$membership = $mapper->find($id, $row['card']);
				self::assertNotNull($membership);
				$this->draw($mapper, $membership, $group, mt_rand(0, 2) === 0);
			}
			$others = array_diff(array_keys($this->cards), array_column($there, 'card'));
			foreach (self::OTHER_STATES as $i => $state) {
				$card = array_values($others)[mt_rand(0, count($others) - 1)];
				$others = array_diff($others, [$card]);
				$this->draw($mapper, $mapper->insert(Membership::of($id, $card, $state)), $group, mt_rand(0, 1) === 0);
			}
		}
		$charters = $this->kernel->get(Charters::class);
		$charters->write('Tenir parole.', 0);
		foreach (array_filter(array_column($this->cards, 'uid')) as $uid) {
			if (mt_rand(0, 1) === 0) {
				$this->data('PUT', '/charter/acceptance', $uid, ['version' => 1]);
				$this->accepted[$this->cardOf($uid)] = 1;
			}
		}
	}

	private function draw(MembershipMapper $mapper, Membership $membership, string $group, bool $facilitates): void {
		$mark = "of{$membership->getMemberId()}in$group";
		$membership->setCommitment("commitment-$mark.");
		$membership->setHours("hours-$mark.");
		$membership->setLimits("limits-$mark.");
		$membership->setUntilDate('2031-01-' . sprintf('%02d', $membership->getMemberId() % 28 + 1));
		if ($membership->is('left')) {
			$membership->setExitNote("note-$mark.");
		}
		$membership->setFacilitates($facilitates && !$membership->is('left'));
		$mapper->update($membership);
		$this->rows[] = ['group' => $group, 'card' => $membership->getMemberId(), 'state' => $membership->getState(), 'facilitates' => $membership->getFacilitates() === true, 'mark' => $mark];
	}

	private function checkList(string $viewer, string $where): void {
		$list = $this->data('GET', '/groups', $viewer);
		$home = $this->data('GET', '/home', $viewer);
		self::assertEqualsCanonicalizing(array_values($this->groups), array_column($list, 'id'));
		foreach ($list as $group) {
			$this->checkSummary($viewer, array_search($group['id'], $this->groups, true), $group, "list, $where");
		}
		$this->assertNothingHidden($viewer, [$list, $home], "list of groups for $viewer, $where");
		$this->checkAwaits($viewer, $home, $where);
	}

	/**
	 * A person who asks to join is named, with what they would do, to the people who decide; an invited person to the keeper of their card. No one else sees more.
	 *
	 * @param array<string, mixed> $home
	 */
	private function checkAwaits(string $viewer, array $home, string $where): void {
		$expected = ['group_requests' => [], 'group_kept_invited' => []];
		foreach ($this->rows as $row) {
			if ($row['state'] === 'requested' && $this->mayAdmit($viewer, $row['group']) && $this->isIn($viewer, $row['group']) && $this->meets($viewer, $row)) {
				$expected['group_requests'][] = [$this->groups[$row['group']], $row['card'], "commitment-{$row['mark']}."];
			}
			if ($row['state'] === 'invited' && $this->cards[$row['card']]['uid'] === null && $this->oracle->keeps($viewer, $row['card'])) {
				$expected['group_kept_invited'][] = [$this->groups[$row['group']], $row['card'], null];
			}
		}
		foreach ($expected as $kind => $rows) {
			$lines = array_filter($home['awaits'], static fn (array $line): bool => $line['kind'] === $kind);
			$named = array_filter($lines, static fn (array $line): bool => !isset($line['others']));
			foreach ($named as $line) {
				self::assertContains([$line['group']['id'], $line['member']['id'], $line['text'] ?? null], $rows, "$kind of $viewer, $where");
			}
			self::assertCount(min(3, count($rows)), $named, "$kind of $viewer, $where");
			self::assertSame(max(0, count($rows) - 3), array_sum(array_column($lines, 'others')), "$kind of $viewer, $where");
		}
		foreach ($home['news'] as $news) {
			$group = (string)array_search($news['group']['id'], $this->groups, true);
			self::assertTrue($this->isIn($viewer, $group), "news of $group to $viewer, $where");
			self::assertSame('joined', $news['kind'], "no mandate was changed, $where");
			$known = array_filter($this->rowsOf($group), fn (array $row): bool => $row['state'] === 'active' && $this->cards[$row['card']]['uid'] !== $viewer && $this->oracle->knows($viewer, $row['card']));
			$names = array_map(fn (array $row): string => $this->cards[$row['card']]['parts']['name'], $known);
			self::assertSame([], array_diff($news['names'], $names), "news of $group to $viewer, $where");
			self::assertLessThanOrEqual(count($known), count($news['names']) + $news['others'], "news of $group to $viewer, $where");
			$this->news++;
		}
		foreach (['hours', 'limits', 'note'] as $what) {
			self::assertStringNotContainsString("$what-of", self::plain($home), "$what at home of $viewer, $where");
		}
	}

	private function checkGroup(string $viewer, string $group, string $where): void {
		$page = $this->data('GET', "/groups/{$this->groups[$group]}", $viewer);
		$this->checkSummary($viewer, $group, $page, "page, $where");

		$roster = $this->data('GET', "/groups/{$this->groups[$group]}/roster", $viewer);
		$this->assertNothingHidden($viewer, [$page, $roster], "group $group for $viewer, $where");
		$byCard = [];
		foreach ($roster as $row) {
			$byCard[$row['member']['id']] = self::plain($row);
		}
		$expected = array_filter($this->rowsOf($group), fn (array $row): bool => $this->meets($viewer, $row));
		self::assertEqualsCanonicalizing(array_column($expected, 'card'), array_keys($byCard), "roster of $group for $viewer, $where");
		$text = self::plain($roster);
		foreach ($this->rows as $row) {
			$meets = $row['group'] === $group && $this->meets($viewer, $row);
			$all = $meets && ($this->isIn($viewer, $group) || $this->oracle->keeps($viewer, $row['card']));
			self::assertSame($meets, str_contains($text, "commitment-{$row['mark']}."), "commitment {$row['mark']} for $viewer, $where");
			foreach (['hours', 'limits', ...$row['state'] === 'left' ? ['note'] : []] as $what) {
				self::assertSame($all, str_contains($text, "$what-{$row['mark']}."), "$what {$row['mark']} for $viewer, $where");
			}
			if ($meets) {
				self::assertSame($all, str_contains($byCard[$row['card']], '2031-01-'), "until {$row['mark']} for $viewer, $where");
			}
		}

		// What the page says before its scripts are there, and what it gives them.
		$first = $this->kernel->request('GET', "/index.php/apps/reseau/groups/{$this->groups[$group]}", $viewer)->body;
		$first .= implode("\n", array_map(base64_decode(...), preg_match_all('/id="initial-state-reseau-[^"]*" value="([^"]*)"/', $first, $states) > 0 ? $states[1] : []));
		foreach ($this->rows as $row) {
			$meets = $row['group'] === $group && $this->meets($viewer, $row);
			$all = $meets && ($this->isIn($viewer, $group) || $this->oracle->keeps($viewer, $row['card']));
			// The viewer's own membership is shown in any state.
			$own = $row['group'] === $group && $this->cards[$row['card']]['uid'] === $viewer;
			self::assertSame($meets || $own, str_contains($first, "commitment-{$row['mark']}."), "first answer, commitment {$row['mark']} for $viewer, $where");
			foreach (['hours', 'limits'] as $what) {
				self::assertSame($all || $own, str_contains($first, "$what-{$row['mark']}."), "first answer, $what {$row['mark']} for $viewer, $where");
			}
		}

		$answer = $this->ask('GET', "/groups/{$this->groups[$group]}/charter-acceptances", $viewer);
		self::assertSame($this->steers($viewer, $group) ? 200 : 403, $answer->status, "acceptances of $group for $viewer, $where");
		if ($answer->status === 200) {
			$active = array_filter($expected, static fn (array $row): bool => $row['state'] === 'active');
			$versions = [];
			foreach ($active as ['card' => $card]) {
				$versions[$card] = $this->accepted[$card] ?? null;
			}
			self::assertEquals($versions, array_column($answer->data()['people'], 'version', 'id'), "acceptances of $group for $viewer, $where");
		}
	}

	/** @param array<string, mixed> $summary */
	private function checkSummary(string $viewer, string $group, array $summary, string $where): void {
		$active = array_filter($this->rowsOf($group), fn (array $row): bool => $row['state'] === 'active' && $this->meets($viewer, $row));
		$asking = array_filter($this->rowsOf($group), fn (array $row): bool => $row['state'] === 'requested' && $this->meets($viewer, $row));
		self::assertSame(count($active), $summary['people'], "people of $group for $viewer, $where");
		self::assertEqualsCanonicalizing(
			array_column(array_filter($active, static fn (array $row): bool => $row['facilitates']), 'card'),
			array_column($summary['facilitators'], 'id'),
			"facilitators of $group for $viewer, $where",
		);
		self::assertSame($this->mayAdmit($viewer, $group) ? count($asking) : 0, $summary['requests'], "requests of $group for $viewer, $where");
		self::assertSame($this->steers($viewer, $group), $summary['can']['edit'], "edit of $group for $viewer, $where");
		// Only the viewer's own membership is shown.
		$text = self::plain($summary);
		foreach ($this->rows as $row) {
			$own = $row['group'] === $group && $this->cards[$row['card']]['uid'] === $viewer;
			foreach (['commitment', 'hours', 'limits'] as $what) {
				self::assertSame($own, str_contains($text, "$what-{$row['mark']}."), "$what {$row['mark']} for $viewer, $where");
			}
		}
	}

	/** An invitation, a request or a place in the Team opens no card; an export contains only the owner's memberships. */
	private function checkCards(string $viewer, string $where): void {
		foreach (array_keys($this->cards) as $card) {
			$this->assertNothingHidden($viewer, $this->ask('GET', "/members/$card", $viewer)->json(), "card $card for $viewer, $where");
			$export = self::plain($this->ask('GET', "/members/$card/export", $viewer)->json());
			foreach ($this->rows as $row) {
				self::assertSame($row['card'] === $card && $this->oracle->keeps($viewer, $card), str_contains($export, "hours-{$row['mark']}."), "export of $card for $viewer, $where");
			}
		}
	}

	/** @return list<array{group: string, card: int, state: string, facilitates: bool, mark: string}> */
	private function rowsOf(string $group): array {
		return array_values(array_filter($this->rows, static fn (array $row): bool => $row['group'] === $group));
	}

	/** @param array{group: string, card: int, state: string} $row */
	private function meets(string $viewer, array $row): bool {
		if (!$this->oracle->knows($viewer, $row['card'])) {
			return false;
		}
		if ($this->oracle->keeps($viewer, $row['card']) || $row['state'] === 'active') {
			return true;
		}
		if ($row['state'] === 'left') {
			return $this->isIn($viewer, $row['group']);
		}
		return $row['state'] !== 'declined' && $this->steers($viewer, $row['group']);
	}

	private function isIn(string $viewer, string $group): bool {
		foreach ($this->rowsOf($group) as $row) {
			if ($row['state'] === 'active' && $this->cards[$row['card']]['uid'] === $viewer) {
				return true;
			}
		}
		return false;
	}

	/** Facilitates the group; or the network, where nobody with an account facilitates the group. */
	private function steers(string $viewer, string $group): bool {
		$facilitators = [];
		foreach ($this->rowsOf($group) as $row) {
			if ($row['state'] === 'active' && $row['facilitates'] && $this->cards[$row['card']]['uid'] !== null) {
				$facilitators[] = $this->cards[$row['card']]['uid'];
			}
		}
		return in_array($viewer, $facilitators === [] ? ['fanny'] : $facilitators, true);
	}

	/** Decides about it and is in it, or nobody at all is. */
	private function mayAdmit(string $viewer, string $group): bool {
		$active = array_filter($this->rowsOf($group), static fn (array $row): bool => $row['state'] === 'active');
		return $this->steers($viewer, $group) && ($active === [] || $this->isIn($viewer, $group));
	}

	private function cardOf(string $uid): int {
		return (int)array_key_first(array_filter($this->cards, static fn (array $card): bool => $card['uid'] === $uid));
	}
}
