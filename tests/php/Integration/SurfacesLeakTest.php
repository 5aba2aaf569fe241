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
use OCA\Reseau\Integration\SheetSearchProvider;
use OCA\Reseau\Integration\TeamResources;
use OCA\Reseau\Settings\Network;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\IUserSession;
use Sandbox\Service\SearchQuery;
use Sandbox\Service\Tree;

/**
 * Random networks, every viewer and nobody, in the places of Nextcloud where the network is shown: link previews, search of
 * groups and sheets, pages of teams, profiles, the contacts menu. Compared with the naive oracle.
 */
class SurfacesLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 6;

	private int $checked = 0;

	/** @var array<int, array{title: string, name: string, published: bool, read: list<string>, write: list<string>}> sheets by file: their title and the name of the file, and who may read and change it */
	private array $sheets = [];

	/** @var array<string, int> */
	private array $met = [];

	public function testNoPlaceOfNextcloudRevealsMoreOrLessThanAllowed(): void {
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 9, 5);
			$this->drawFacilitators();
			$this->drawSheets();
			$keys = [];
			foreach ([...$this->viewers(), null] as $viewer) {
				$this->signIn($viewer);
				$where = ($viewer ?? 'nobody') . ", network $seed";
				$this->checkReferences($viewer, $keys, $where);
				$this->checkSheets($viewer, $keys, $where);
				$this->checkSearch($viewer, $where);
				$this->checkTeams($where);
				$this->checkWaysToCards($viewer, $where);
			}
			self::assertSame(count($keys), count(array_unique($keys)), 'nobody is answered with what was kept for another');
		}
		self::assertGreaterThanOrEqual(2000, $this->checked);
		foreach (['listed', 'titled', 'its file alone', 'hidden'] as $case) {
			self::assertGreaterThan(10, $this->met[$case] ?? 0, "enough sheets that are $case");
		}
	}

	/** An answer cached by Nextcloud is not used any more once it contains too much. */
	public function testACachedAnswerIsNotUsedAfterAChange(): void {
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
		self::assertSame([null, true], [$title, $matches], 'an address of ours is never treated as an external one');
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

	/** In a Team folder that is the library, with rules for some of its files. */
	private function drawSheets(): void {
		$this->sheets = [];
		$tree = $this->kernel->get(Tree::class);
		for ($i = 0; $i < 4; $i++) {
			[$title, $name] = [$this->word('sheet', $i), $this->word('name', 100 + $i) . '.md'];
			$id = $tree->make('fanny', Tree::COMMON . "/$name", 'Texte')[0];
			$this->sheets[$id] = ['title' => $title, 'name' => $name, 'published' => $i % 2 === 0, 'read' => [], 'write' => []];
		}
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		foreach ($this->sheets as $id => &$sheet) {
			$this->data('PUT', "/sheets/$id", 'fanny', ['version' => 0, 'title' => $sheet['title'], 'kind' => 'practice', 'outcome' => 'worked', 'context' => [
				'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine',
			]]);
			if ($sheet['published']) {
				$this->data('PUT', "/sheets/$id/status", 'fanny', ['version' => 1, 'status' => 'published']);
			}
			foreach ($this->viewers() as $viewer) {
				[$read, $write] = $viewer === 'fanny' ? [true, true] : [[true, true], [true, false], [false, false]][mt_rand(0, 2)];
				$tree->rule($viewer, "/{$sheet['name']}", $read, $write);
				array_push($sheet['read'], ...$read ? [$viewer] : []);
				array_push($sheet['write'], ...$write ? [$viewer] : []);
			}
		}
	}

	/** @param list<string> $keys */
	private function checkSheets(?string $viewer, array &$keys, string $where): void {
		$provider = $this->provider();
		$user = $viewer === null ? null : $this->kernel->get(IUserManager::class)->get($viewer);
		foreach ($this->sheets as $id => $sheet) {
			$reads = in_array($viewer, $sheet['read'], true);
			$titled = $reads && ($sheet['published'] || in_array($viewer, $sheet['write'], true));
			$found = [];
			foreach (["library/sheet/$id", "library?file=$id"] as $page) {
				$address = "http://localhost/index.php/apps/reseau/$page";
				$reference = $provider->resolveReference($address);
				self::assertSame($titled ? $sheet['title'] : ($reads ? $sheet['name'] : null), $reference?->getTitle(), "$page for $where");
				$keys[] = (string)$provider->getCacheKey($address);
				$found[] = [$reference, $provider->getCachePrefix($address), $provider->getCacheKey($address)];
			}
			if ($user !== null) {
				$listed = $this->kernel->get(SheetSearchProvider::class)->search($user, new SearchQuery($sheet['title'], 25, null))->jsonSerialize();
				self::assertCount($titled && $sheet['published'] ? 1 : 0, $listed['entries'], "search of $id by $where");
				$found[] = $listed['entries'];
			}
			$text = self::plain($found);
			self::assertSame([$titled, $reads && !$titled], [str_contains($text, $sheet['title']), str_contains($text, $sheet['name'])], "sheet $id for $where");
			$this->hidesWhatIsHidden($viewer, $found, "sheet $id for $where");
			$case = $titled ? ($sheet['published'] ? 'listed' : 'titled') : ($reads ? 'its file alone' : 'hidden');
			$this->met[$case] = ($this->met[$case] ?? 0) + 1;
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
			// The line names the facilitators: all that the viewer may know of, and no others.
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
			self::assertSame([], $provider->search($user, new SearchQuery($name, 25, null))->jsonSerialize()['entries'], 'a group is not found by the names of its people');
		}
	}

	private function checkTeams(string $where): void {
		$titled = self::plain($this->kernel->get(TeamResources::class)->getSharedWith('a-team-of-nobody'));
		self::assertSame('[]', $titled, $where);
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
			self::assertSame([], $entry->links, "a contact of a person's own for $where");
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
