<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\MembershipMapper;

/**
 * Random networks in which an account looks up and invites everybody, by address and by card: the result for each depends only on
 * what the account may read, and mails and pages contain nothing about anyone else.
 */
class AskLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 5;
	private const ASKER = 'fanny';

	/** Networks where a facilitator of a group invited by card. */
	private int $byCard = 0;

	public function testLookingUpAndInvitingPeopleRevealsNothingHidden(): void {
		for ($seed = 31; $seed < 31 + self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 13, 7);
			// A facilitator of the network invites people into a group without members; into another only as its member.
			$this->group('lune');
			$this->checkLookup("network $seed");
			$this->checkByAddress("network $seed");
			$this->checkByCard("network $seed");
		}
		self::assertGreaterThan(2, $this->byCard);
	}

	/** Only by a name shown to the viewer, or an address the viewer may read. */
	private function checkLookup(string $where): void {
		foreach ($this->cards as $card => ['parts' => $parts]) {
			$found = $this->data('POST', '/minutes/people', self::ASKER, ['people' => [
				['key' => 'name', 'name' => mb_strtoupper($parts['name'])],
				['key' => 'email', 'name' => 'Personne', 'email' => mb_strtoupper($parts['contact']['email'])],
			]])['people'];
			$known = $this->oracle->knows(self::ASKER, $card);
			self::assertSame(
				[$known ? [$card] : [], $known && $this->oracle->mayRead(self::ASKER, $card, 'contact') ? [$card] : []],
				array_map(static fn (array $person): array => array_map(static fn (array $match): int => $match['member']['id'], $person['matches']), $found),
				"lookup of card $card, $where",
			);
			$this->assertNothingHidden(self::ASKER, $found, "lookup of card $card, $where");
		}
	}

	/** For any owner of an address, the answer, the list, the mail and the page are those of an unknown person. */
	private function checkByAddress(string $where): void {
		$group = $this->groupId('lune');
		$people = array_map(static fn (int $card, array $facts): array => ['key' => "$card", 'email' => $facts['parts']['contact']['email']], array_keys($this->cards), $this->cards);
		$answer = $this->data('POST', "/groups/$group/asks", self::ASKER, ['people' => [...$people, ['key' => '0', 'email' => 'personne@example.org']]]);
		self::assertSame(['mailed'], array_values(array_unique(array_column($answer['people'], 'outcome'))), $where);
		$list = $this->data('GET', "/groups/$group/asks", self::ASKER);
		$mails = $this->kernel->mails();
		self::assertCount(count($this->cards) + 1, $mails);
		$pages = array_map(fn (array $mail): string => $this->page($mail), $mails);
		self::assertCount(1, array_unique(array_map(static fn (string $page): string => preg_replace('~/ask/\w+~', '', $page) ?? '', $pages)), $where);
		$shown = self::plain([$answer, $list, array_column($mails, 'subject'), array_column($mails, 'plain'), array_column($mails, 'html'), $pages]);
		foreach (array_keys($this->cards) as $card) {
			$this->compare($shown, $card, static fn (): bool => false, "asking by address, $where");
		}
		foreach ($list as ['id' => $id]) {
			$this->data('DELETE', "/asks/$id", self::ASKER);
		}
	}

	/** Only cards shown to the viewer, at addresses the viewer may read; the page shows the card as every member sees it. */
	private function checkByCard(string $where): void {
		$group = $this->groupId('eau');
		$active = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['group'] === 'eau' && $row['active']), 'card');
		$asker = $this->someoneWhoFacilitates((int)$group, $active);
		if ($asker === null) {
			return;
		}
		$this->byCard++;
		// Mails and pages say who asks.
		$named = array_search($asker, array_map(static fn (array $facts): ?string => $facts['uid'], $this->cards), true);
		$before = count($this->kernel->mails());
		$answer = $this->data('POST', "/groups/$group/asks", $asker, ['people' => array_map(static fn (int $card): array => ['key' => "$card", 'memberId' => $card], array_keys($this->cards))]);
		$mailed = [];
		$listed = [];
		foreach ($answer['people'] as ['key' => $key, 'outcome' => $outcome]) {
			$card = (int)$key;
			$expected = match (true) {
				!$this->oracle->knows($asker, $card) => 'gone',
				in_array($card, $active, true) => 'in_already',
				$this->cards[$card]['uid'] !== null => 'notified',
				$this->oracle->mayRead($asker, $card, 'contact') => 'mailed',
				default => 'by_hand',
			};
			self::assertSame($expected, $outcome, "asking card $card, $where");
			$outcome !== 'mailed' || $mailed[] = $card;
			!in_array($outcome, ['mailed', 'by_hand'], true) || $listed[] = $card;
		}
		$mails = array_slice($this->kernel->mails(), $before);
		self::assertCount(count($mailed), $mails);
		$shown = self::plain([$answer, $this->data('GET', "/groups/$group/asks", $asker)]);
		foreach (array_keys($this->cards) as $card) {
			$this->compare($shown, $card, static fn (string $part): bool => $part === 'name' && in_array($card, $listed, true), "asking by card, $where");
		}
		foreach ($mails as $i => $mail) {
			$page = $this->page($mail);
			foreach (array_keys($this->cards) as $card) {
				$own = $card === $mailed[$i];
				$this->compare($mail['plain'] . $mail['html'], $card, static fn (string $part): bool => ($own || $card === $named) && $part === 'name', "mail, $where");
				$this->compare($page, $card, fn (string $part): bool => ($card === $named && $part === 'name') || $own && ($part === 'name' || $this->oracle->previewShows('member', $card, $part)), "page of $card, $where");
			}
		}
		foreach (array_diff(['admin', 'cardless', 'u0'], [$asker]) as $other) {
			self::assertSame(403, $this->ask('GET', "/groups/$group/asks", $other)->status);
		}
	}

	/**
	 * @param list<int> $active cards of those in the group
	 * @return ?string an account of one of them, who facilitates it from now on; null where no such account shows its card
	 */
	private function someoneWhoFacilitates(int $group, array $active): ?string {
		foreach ($active as $card) {
			if ($this->cards[$card]['uid'] !== null && $this->cards[$card]['status'] === 'published') {
				$mapper = $this->kernel->get(MembershipMapper::class);
				$membership = $mapper->find($group, $card);
				$membership->setFacilitates(true);
				$mapper->update($membership);
				return $this->cards[$card]['uid'];
			}
		}
		return null;
	}

	/** @param array<string, mixed> $mail */
	private function page(array $mail): string {
		self::assertSame(1, preg_match('~/ask/(\w{32})\b~', $mail['plain'], $token));
		$reply = $this->kernel->request('GET', "/index.php/apps/reseau/ask/$token[1]");
		self::assertSame(200, $reply->status);
		return html_entity_decode($reply->body);
	}

	/** @param callable(string): bool $may whether a part may be read */
	private function compare(string $text, int $card, callable $may, string $where): void {
		foreach ($this->marks[$card] as $part => $marks) {
			foreach ($marks as $mark) {
				// A page has the names of terms and places; two cards may have the same.
				if ($part !== 'territories' && str_contains($text, $this->labels[$mark] ?? $mark) !== $may($part)) {
					self::fail("$part of card $card ({$this->cards[$card]['audience'][$part]}, {$this->cards[$card]['status']}): "
						. ($may($part) ? 'missing from ' : 'leaked by ') . $where);
				}
			}
		}
		$this->addToAssertionCount(1);
	}
}
