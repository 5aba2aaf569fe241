<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use Closure;
use LogicException;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use OCP\Security\ISecureRandom;
use Sandbox\Service\Teams;
use Sandbox\Service\TeamSpaces;
use Sandbox\Service\Things;

/**
 * What people do in Nextcloud's Teams, where Réseau is not asked: they change the settings of a team, let people in and out, and delete it. Half of the
 * time Teams sends no event, as when it was done on the command line, and the hourly job finds it.
 */
final class InTeams {
	private const ACTS = ['add', 'add', 'add', 'join', 'join', 'join', 'config', 'config', 'config', 'confirm', 'level', 'level', 'remove', 'leave', 'destroy'];

	/** By invitation, everyone may join, everyone may ask, members let others in. */
	private const SETTINGS = [0, Teams::VISIBLE + Teams::OPEN, Teams::VISIBLE + Teams::OPEN, Teams::VISIBLE + Teams::OPEN + Teams::REQUEST, Teams::FRIEND];

	public function __construct(
		private readonly World $world,
	) {
	}

	/**
	 * @param ?string $into the team to join; null: anything
	 * @return array{string, array<string, string|int>, Closure(): mixed} its name, what it is done to, and how
	 */
	public function draw(string $by, ?string $into = null): array {
		$what = $into !== null ? 'join' : World::one(self::ACTS);
		// Nobody needs a say in a team to join it.
		$team = $into ?? World::one($this->world->teams($what === 'join' ? null : $by) ?: ['none']);
		$who = World::one($this->world->accounts());
		$on = ['team' => $team, 'uid' => $who] + match ($what) {
			'level' => ['level' => World::one([Teams::MEMBER, Teams::MODERATOR, Teams::ADMIN, Teams::OWNER])],
			'config' => ['config' => World::one(self::SETTINGS)],
			default => [],
		};
		$isHeard = World::chance(50);
		return ["team-$what", $on, fn () => $this->do($what, $isHeard ? $this->world->kernel->get(Teams::class) : $this->unheard(), $on, $by)];
	}

	/** @param array<string, string|int> $on */
	private function do(string $what, Teams $teams, array $on, string $by): mixed {
		['team' => $team, 'uid' => $who] = $on;
		$member = (string)($teams->membership($team, $who)['member'] ?? '');
		return match ($what) {
			'add' => $teams->add($team, $who, $by),
			'confirm' => $teams->confirm($team, $member, $by),
			'join' => $teams->join($team, $by),
			'leave' => $teams->leave($team, $by),
			'remove' => $teams->removeMember($team, $member, $by),
			'level' => $teams->setLevel($team, $member, (int)$on['level'], $by),
			'config' => $teams->edit($team, $by, ['config' => (int)$on['config']]),
			'destroy' => $teams->destroy($team, $by),
			default => throw new LogicException($what),
		};
	}

	/** Teams, whose events are lost. */
	private function unheard(): Teams {
		$kernel = $this->world->kernel;
		return new Teams($kernel->get(Things::class), $kernel->get(IUserManager::class), $kernel->get(ISecureRandom::class), $kernel->clock, new class() implements IEventDispatcher {
			public function addServiceListener(string $eventName, string $className, int $priority = 0): void {
			}

			public function dispatchTyped(Event $event): void {
			}
		}, $kernel->get(TeamSpaces::class));
	}
}
