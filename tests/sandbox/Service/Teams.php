<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCA\Circles\Events\CircleDestroyedEvent;
use OCA\Circles\Events\CircleMemberAddedEvent;
use OCA\Circles\Events\CircleMemberRemovedEvent;
use OCA\Circles\Model\Circle;
use OCA\Circles\Model\Member;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use OCP\Security\ISecureRandom;

/**
 * The teams, with what Nextcloud's Teams allows. A team is known by 31 letters and digits; a membership by another 31 of them, not by the
 * account. A request to join has level 0.
 */
class Teams {
	public const VISIBLE = 8;
	public const OPEN = 16;
	public const REQUEST = 64;
	/** Members let others in. */
	public const FRIEND = 128;

	public const MEMBER = 1;
	public const MODERATOR = 4;
	public const ADMIN = 8;
	public const OWNER = 9;

	public function __construct(
		private readonly Things $things,
		private readonly IUserManager $users,
		private readonly ISecureRandom $random,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
		private readonly TeamSpaces $spaces,
	) {
	}

	/** @return list<array{id: int, team: string, name: string, description: string, config: int, creation: int}> */
	public function all(): array {
		return $this->things->all('team');
	}

	/** @return ?array{id: int, team: string, name: string, description: string, config: int, creation: int} */
	public function find(string $team): ?array {
		return $this->things->all('team', $team)[0] ?? null;
	}

	/** @return list<array{id: int, member: string, uid: string, level: int, joined: int}> members and requests, the oldest first */
	public function members(string $team): array {
		return array_values(array_filter($this->things->all('member', $team), fn (array $member): bool => $this->users->userExists($member['uid'])));
	}

	/** @return ?array{id: int, member: string, uid: string, level: int, joined: int} */
	public function membership(string $team, string $uid): ?array {
		return array_values(array_filter($this->members($team), static fn (array $member): bool => $member['uid'] === $uid))[0] ?? null;
	}

	/** Whether an account is in it; who only asked is not. */
	public function has(string $team, string $uid): bool {
		return ($this->membership($team, $uid)['level'] ?? 0) >= self::MEMBER;
	}

	/** @return string the new team */
	public function create(string $name, string $uid): string {
		$team = $this->word();
		$this->things->add('team', $team, ['team' => $team, 'name' => self::name($name), 'description' => '', 'config' => 0, 'creation' => $this->clock->getTime()]);
		$this->put($team, $uid, self::OWNER);
		$this->spaces->begin($team, self::name($name));
		return $team;
	}

	/** @param array{name?: string, description?: string, config?: int} $values */
	public function edit(string $team, string $uid, array $values): void {
		$this->need($team, $uid, self::ADMIN);
		if (isset($values['name'])) {
			$values['name'] = self::name($values['name']);
		}
		$this->things->change('team', $this->find($team)['id'], $values);
	}

	/** @return array<string, mixed> the membership */
	public function add(string $team, string $uid, string $by): array {
		$this->need($team, $by, (($this->find($team)['config'] ?? 0) & self::FRIEND) === 0 ? self::MODERATOR : self::MEMBER);
		if (!$this->users->userExists($uid)) {
			throw new ServiceRefusal(404, "user $uid not found");
		}
		$known = $this->membership($team, $uid);
		if ($known !== null && $known['level'] > 0) {
			throw new ServiceRefusal(122, 'Already member of the team');
		}
		return $this->came($known === null ? $this->put($team, $uid, self::MEMBER) : $this->things->change('member', $known['id'], ['level' => self::MEMBER]));
	}

	/** @return array<string, mixed> the membership of an account that asked to join */
	public function confirm(string $team, string $member, string $by): array {
		$this->need($team, $by, self::MODERATOR);
		return $this->add($team, $this->byWord($team, $member)['uid'], $by);
	}

	/** @return array<string, mixed> the membership */
	public function setLevel(string $team, string $member, int $level, string $by): array {
		$own = $this->need($team, $by, self::MODERATOR);
		$other = $this->byWord($team, $member);
		$handsOver = $level === self::OWNER && $own['level'] === self::OWNER;
		if ($other['level'] >= $own['level'] || ($level >= $own['level'] && !$handsOver)) {
			throw new ServiceRefusal(400, 'Insufficient rights');
		}
		if ($handsOver) {
			$this->things->change('member', $own['id'], ['level' => self::ADMIN]);
		}
		return $this->things->change('member', $other['id'], ['level' => $level]);
	}

	public function removeMember(string $team, string $member, string $by): void {
		$own = $this->need($team, $by, self::MODERATOR);
		$other = $this->byWord($team, $member);
		if ($other['level'] >= $own['level']) {
			throw self::forbidden();
		}
		$this->went($other);
	}

	/** @return array<string, mixed> the membership, at level 0 where it waits for an answer */
	public function join(string $team, string $uid): array {
		$found = $this->find($team);
		$known = $this->membership($team, $uid);
		// An open team is joined by anyone who knows its id, even where it is in no list.
		if ($found === null || ($known === null && ($found['config'] & (self::VISIBLE | self::OPEN)) === 0)) {
			throw new ServiceRefusal(404, 'Circle not found');
		}
		if ($known !== null) {
			throw $known['level'] > 0 ? new ServiceRefusal(122, 'You are already a member') : new ServiceRefusal(123, 'Already requesting to join the team');
		}
		if (($found['config'] & self::OPEN) === 0) {
			throw new ServiceRefusal(400, 'You cannot join this circle');
		}
		$own = $this->put($team, $uid, ($found['config'] & self::REQUEST) === 0 ? self::MEMBER : 0);
		return $own['level'] > 0 ? $this->came($own) : $own;
	}

	/** Ownership passes to the member with the highest level; a team without members is deleted. */
	public function leave(string $team, string $uid): void {
		$own = $this->need($team, $uid, 0);
		$this->went($own);
		$left = array_filter($this->members($team), static fn (array $member): bool => $member['level'] > 0);
		usort($left, static fn (array $a, array $b): int => [$b['level'], $a['id']] <=> [$a['level'], $b['id']]);
		if ($left === []) {
			$this->gone($team);
		} elseif ($own['level'] === self::OWNER) {
			$this->things->change('member', $left[0]['id'], ['level' => self::OWNER]);
		}
	}

	public function destroy(string $team, string $by): void {
		$this->need($team, $by, self::OWNER);
		$this->gone($team);
	}

	/**
	 * The membership of an account, which must have a level.
	 *
	 * @return array{id: int, member: string, uid: string, level: int, joined: int}
	 */
	public function need(string $team, string $uid, int $level): array {
		$own = $this->membership($team, $uid);
		if ($own === null || $own['level'] < $level) {
			throw self::forbidden();
		}
		return $own;
	}

	private function gone(string $team): void {
		foreach ($this->things->all('member', $team) as ['id' => $id]) {
			$this->things->remove('member', $id);
		}
		$this->things->remove('team', $this->find($team)['id']);
		$this->spaces->remove($team);
		$this->events->dispatchTyped(new CircleDestroyedEvent(new Circle($team)));
	}

	/** @return array<string, mixed> the same */
	private function came(array $member): array {
		$this->events->dispatchTyped(new CircleMemberAddedEvent(new Circle($member['parent']), new Member($member)));
		return $member;
	}

	private function went(array $member): void {
		$this->things->remove('member', $member['id']);
		$this->events->dispatchTyped(new CircleMemberRemovedEvent(new Circle($member['parent']), new Member($member)));
	}

	/** @return array<string, mixed> */
	private function put(string $team, string $uid, int $level): array {
		$data = ['member' => $this->word(), 'uid' => $uid, 'level' => $level, 'joined' => $this->clock->getTime()];
		return ['id' => $this->things->add('member', $team, $data), 'parent' => $team] + $data;
	}

	/** @return array<string, mixed> */
	private function byWord(string $team, string $word): array {
		foreach ($this->members($team) as $member) {
			if ($member['member'] === $word) {
				return $member;
			}
		}
		throw new ServiceRefusal(404, 'Member not found');
	}

	private static function name(string $name): string {
		if (mb_strlen(trim($name)) < 3) {
			throw new ServiceRefusal(400, 'Circle name is too short');
		}
		return trim($name);
	}

	private static function forbidden(): ServiceRefusal {
		return new ServiceRefusal(403, 'Autorisations insuffisantes pour effectuer cette action.', true);
	}

	private function word(): string {
		return $this->random->generate(31, ISecureRandom::CHAR_ALPHANUMERIC);
	}
}
