<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Integration\CardsOfAccounts;
use OCA\Reseau\Integration\ContactsMenuCard;
use OCA\Reseau\Integration\GroupSearchProvider;
use OCA\Reseau\Integration\ProfileCard;
use OCA\Reseau\Integration\References\ThingReferenceProvider;
use OCA\Reseau\Integration\TeamResources;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\IUserSession;
use Sandbox\Service\SearchQuery;

/**
 * Random networks, every viewer and nobody, in the places of Nextcloud where the network stands: addresses unfolded in texts, search of
 * groups, pages of teams, profiles, the menu of contacts. Held against the naive oracle.
 */
class SurfacesLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 6;

	private int $checked = 0;

	public function testNoPlaceOfNextcloudTellsMoreOrLessThanItMay(): void {
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 9, 5);
			$this->drawFacilitators();
			$keys = [];
			foreach ([...$this->viewers(), null] as $viewer) {
				$this->signIn($viewer);
				$where = ($viewer ?? 'nobody') . ", network $seed";
				$this->checkReferences($viewer, $keys, $where);
				$this->checkSearch($viewer, $where);
				$this->checkTeams($where);
				$this->checkWaysToCards($viewer, $where);
			}
			self::assertSame(count($keys), count(array_unique($keys)), 'nobody is answered with what was kept for another');
		}
		self::assertGreaterThanOrEqual(2000, $this->checked);
	}

	/** What Nextcloud keeps of an answer is not asked for again once it tells too much. */
	public function testAnAnswerThatWasKeptIsNotUsedOnceThingsHaveChanged(): void {
		$this->account('alice');
		$this->account('bob');
		$card = $this->card('alice', ['name' => 'Alice Vent']);
		$address = "http://localhost/index.php/apps/reseau/members/{$card['id']}";
		$ask = function () use ($address): array {
			$this->signIn('bob');
			$provider = $this->provider();
			return [$provider->getCacheKey($address), $provider->resolveReference($address)?->getTitle(), $provider->matchReference($address)];
		};
		[$before, $title] = $ask();
		self::assertSame('Alice Vent', $title);
		self::assertStringNotContainsString('Alice', (string)$before);
		self::assertSame([$before, 'Alice Vent', true], $ask(), 'as long as nothing has changed it is');

		$card = $this->data('PUT', '/members/me', 'alice', ['version' => $card['version'], 'name' => 'Alice Brise']);
		[$renamed, $title] = $ask();
		self::assertNotSame($before, $renamed);
		self::assertSame('Alice Brise', $title);

		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'paused', 'version' => $card['version']]);
		[$hidden, $title, $matches] = $ask();
		self::assertNotContains($hidden, [$before, $renamed]);
		self::assertSame([null, true], [$title, $matches], 'an address of ours is never looked at as one of elsewhere would');
	}

	private function drawFacilitators(): void {
		$mapper = $this->kernel->get(MembershipMapper::class);
		foreach (self::GROUPS as $group) {
			foreach (array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group && $row['active']) as $row) {
				$membership = $mapper->find((int)$this->groupId($group), $row['card']);
				if ($membership?->is(Membership::ACTIVE) === true) {
					$membership->setFacilitates(mt_rand(0, 1) === 0);
					$mapper->update($membership);
				}
			}
		}
	}

	/** @param list<string> $keys */
	private function checkReferences(?string $viewer, array &$keys, string $where): void {
		$provider = $this->provider();
		foreach (array_keys($this->cards) as $card) {
			$address = "http://localhost/apps/reseau/members/$card?from=mail";
			$reference = $provider->resolveReference($address);
			$knows = $viewer !== null && $this->oracle->knows($viewer, $card);
			self::assertSame($knows, $reference !== null, "card $card for $where");
			self::assertSame($knows ? $this->cards[$card]['parts']['name'] : null, $reference?->getTitle(), "card $card for $where");
			$this->hidesWhatIsHidden($viewer, [$reference, $provider->getCachePrefix($address), $provider->getCacheKey($address)], "address of $card for $where");
			$keys[] = (string)$provider->getCacheKey($address);
		}
		foreach (self::GROUPS as $group) {
			$reference = $provider->resolveReference("http://localhost/index.php/apps/reseau/groups/{$this->groupId($group)}");
			self::assertSame($viewer === null ? null : "Groupe $group", $reference?->getTitle(), "group $group for $where");
			$this->hidesWhatIsHidden($viewer, $reference, "group $group for $where");
			// Who facilitates it is part of its line: those one may know of, and all of these.
			foreach ($this->facilitating($group) as $card) {
				$named = str_contains((string)json_encode($reference, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), $this->cards[$card]['parts']['name']);
				self::assertSame($viewer !== null && $this->oracle->knows($viewer, $card), $named, "$card of $group for $where");
			}
		}
		self::assertNull($provider->resolveReference('http://localhost/apps/reseau/members/999999'), $where);
		self::assertNull($provider->resolveReference('http://localhost/apps/reseau/groups/999999'), $where);
	}

	private function checkSearch(?string $viewer, string $where): void {
		$user = $viewer === null ? null : $this->kernel->get(IUserManager::class)->get($viewer);
		if ($user === null) {
			return;
		}
		$provider = $this->kernel->get(GroupSearchProvider::class);
		$found = json_decode(self::plain($provider->search($user, new SearchQuery('groupe', 25, null))), true, 16, JSON_THROW_ON_ERROR);
		self::assertEqualsCanonicalizing(array_map(static fn (string $group): string => "Groupe $group", self::GROUPS), array_column($found['entries'], 'title'), $where);
		$this->hidesWhatIsHidden($viewer, $found, "search of groups by $where");
		foreach (array_keys($this->cards) as $card) {
			$name = $this->cards[$card]['parts']['name'];
			self::assertSame([], $provider->search($user, new SearchQuery($name, 25, null))->jsonSerialize()['entries'], 'a group is not found by who is in it');
		}
	}

	private function checkTeams(string $where): void {
		$told = self::plain($this->kernel->get(TeamResources::class)->getSharedWith('a-team-of-nobody'));
		self::assertSame('[]', $told, $where);
	}

	private function checkWaysToCards(?string $viewer, string $where): void {
		$l = $this->kernel->get(IL10N::class);
		$urls = $this->kernel->get(IURLGenerator::class);
		$cards = $this->kernel->get(CardsOfAccounts::class);
		$profile = new ProfileCard($cards, $urls, $l);
		$accounts = array_filter(array_combine(array_keys($this->cards), array_column($this->cards, 'uid')), is_string(...));
		$entries = array_map(static fn (string $uid): MenuEntry => new MenuEntry($uid), $accounts);
		$strangers = [new MenuEntry('cardless'), new MenuEntry(null), ...array_map(static fn (string $uid): MenuEntry => new MenuEntry($uid, false), $accounts)];
		(new ContactsMenuCard($cards, new MenuEntry(), $urls, $l))->process([...array_values($entries), ...$strangers]);
		foreach ($accounts as $card => $uid) {
			$knows = $viewer !== null && $this->oracle->knows($viewer, $card);
			$target = $knows ? "http://localhost/apps/reseau/members/$card" : null;
			$user = $this->kernel->get(IUserManager::class)->get($uid);
			self::assertNotNull($user);
			$profile->preload($user);
			self::assertSame($target, $profile->getTarget(), "profile of $uid for $where");
			self::assertSame($target === null ? [] : [$target], array_column($entries[$card]->links, 'href'), "contact $uid for $where");
			$this->checked++;
		}
		foreach ($strangers as $entry) {
			self::assertSame([], $entry->links, "a contact of somebody's own for $where");
		}
	}

	private function hidesWhatIsHidden(?string $viewer, mixed $answer, string $where): void {
		$this->checked++;
		if ($viewer !== null) {
			$this->assertNothingHidden($viewer, $answer, $where);
			return;
		}
		foreach (array_merge(...array_merge(...array_map(array_values(...), array_values($this->marks)))) as $mark) {
			self::assertStringNotContainsString($mark, self::plain($answer), $where);
		}
	}

	/** @return list<int> */
	private function facilitating(string $group): array {
		$mapper = $this->kernel->get(MembershipMapper::class);
		return array_values(array_filter(
			array_keys($this->cards),
			fn (int $card): bool => $mapper->find((int)$this->groupId($group), $card)?->isFacilitator() === true,
		));
	}

	private function provider(): ThingReferenceProvider {
		return $this->kernel->get(ThingReferenceProvider::class);
	}

	private function signIn(?string $viewer): void {
		$this->kernel->get(IUserSession::class)->setUser($viewer === null ? null : $this->kernel->get(IUserManager::class)->get($viewer));
	}
}
