<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Settings\Network;
use OCP\IDBConnection;
use OCP\IUserManager;
use Sandbox\Kernel\Kernel;

/** The state of everything at one moment, read from the tables without the app's rules. */
final class Facts {
	/** @var array<int, array{uid: ?string, steward: ?string}> cards by id */
	public readonly array $cards;

	/** @var array<int, array{joining: string}> groups by id */
	public readonly array $groups;

	/** @var array<string, string> states by `group member` */
	public readonly array $states;

	/** @var array<string, true> `group member` of facilitators, active or asked to be */
	public readonly array $facilitating;

	/** @var list<int> cards whose person can log in */
	private readonly array $acting;

	/** @var list<string> accounts that facilitate the network */
	public readonly array $network;

	/** @var array<int, int> groups by questions sent to people */
	public readonly array $asks;

	/** @var array<string, list<int>> groups by the hash of a link that asks into them */
	public readonly array $askedInto;

	/** @var array<string, int> cards by the hash of a link that is their person's */
	public readonly array $links;

	public function __construct(Kernel $kernel) {
		$db = $kernel->get(IDBConnection::class);
		$rows = static fn (string $sql): array => $db->executeQuery($sql)->fetchAll();
		$users = $kernel->get(IUserManager::class);
		$this->cards = array_map(static fn (array $row): array => ['uid' => $row['uid'], 'steward' => $row['steward_uid']], array_column($rows('SELECT id, uid, steward_uid FROM `*PREFIX*reseau_members`'), null, 'id'));
		$this->groups = array_map(static fn (array $row): array => ['joining' => $row['joining'] ?? 'request'], array_column($rows('SELECT id, joining FROM `*PREFIX*reseau_groups`'), null, 'id'));
		$this->acting = array_values(array_filter(array_keys($this->cards), fn (int $card): bool => $this->cards[$card]['uid'] !== null && $users->get($this->cards[$card]['uid'])?->isEnabled() === true));
		$states = [];
		$facilitating = [];
		foreach ($rows('SELECT * FROM `*PREFIX*reseau_memberships`') as $row) {
			$states["{$row['group_id']} {$row['member_id']}"] = $row['state'];
			if ((bool)$row['facilitates']) {
				$facilitating["{$row['group_id']} {$row['member_id']}"] = true;
			}
		}
		$this->states = $states;
		$this->facilitating = $facilitating;
		$this->network = array_values(array_filter($kernel->get(Network::class)->facilitating(), $users->userExists(...)));
		$this->asks = array_column($rows('SELECT id, group_id FROM `*PREFIX*reseau_asks`'), 'group_id', 'id');
		$askedInto = [];
		foreach ($rows('SELECT token_hash, group_id FROM `*PREFIX*reseau_asks` WHERE token_hash IS NOT NULL') as $ask) {
			$askedInto[$ask['token_hash']][] = (int)$ask['group_id'];
		}
		$this->askedInto = $askedInto;
		$this->links = array_map(intval(...), array_column([
			...$rows('SELECT token_hash, member_id FROM `*PREFIX*reseau_claims`'),
			...$rows('SELECT token_hash, member_id FROM `*PREFIX*reseau_invitations`'),
			...$rows('SELECT token_hash, member_id FROM `*PREFIX*reseau_own_links` WHERE member_id IS NOT NULL'),
			// The person who was invited by the address of their agreement.
			...$rows('SELECT a.token_hash, i.member_id FROM `*PREFIX*reseau_asks` a INNER JOIN `*PREFIX*reseau_invitations` i ON i.address_hash = a.person_hash WHERE a.token_hash IS NOT NULL'),
			...$rows('SELECT token_hash, member_id FROM `*PREFIX*reseau_asks` WHERE member_id IS NOT NULL AND token_hash IS NOT NULL'),
		], 'member_id', 'token_hash'));
	}

	public function state(int $group, ?int $card): string {
		return $this->states["$group $card"] ?? 'none';
	}

	public function cardOf(?string $uid): ?int {
		foreach ($uid === null ? [] : $this->cards as $id => $card) {
			if ($card['uid'] === $uid) {
				return $id;
			}
		}
		return null;
	}

	/** @return list<string> accounts that decide about a card */
	public function deciders(int $card): array {
		['uid' => $uid, 'steward' => $steward] = $this->cards[$card];
		return $uid !== null ? [$uid] : ($steward !== null ? [$steward] : $this->network);
	}

	/** @return list<int> cards that are active in a group */
	public function inside(int $group): array {
		return array_values(array_filter(array_keys($this->cards), fn (int $card): bool => $this->state($group, $card) === 'active'));
	}

	/** @return list<int> cards of those who facilitate a group, are in it and can log in */
	private function facilitators(int $group): array {
		return array_values(array_filter($this->inside($group), fn (int $card): bool => in_array($card, $this->acting, true) && isset($this->facilitating["$group $card"])));
	}

	/** @return list<string> accounts that decide about a group: those who facilitate it, else the network */
	public function steering(int $group): array {
		return array_map(fn (int $card): string => (string)$this->cards[$card]['uid'], $this->facilitators($group)) ?: $this->network;
	}

	/** Whether an account may let others into a group: in it, it facilitates it, or the network where nobody who can log in does. */
	public function mayAdmit(?string $uid, int $group): bool {
		$inside = $this->inside($group);
		if ($inside === []) {
			return true;
		}
		$own = $this->cardOf($uid);
		if ($own === null || !in_array($own, $inside, true)) {
			return false;
		}
		$facilitators = $this->facilitators($group);
		return in_array($own, $facilitators, true) || ($facilitators === [] && in_array($uid, $this->network, true));
	}
}
