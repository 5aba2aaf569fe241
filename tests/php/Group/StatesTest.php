<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Integration\TeamsJob;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use OCP\Security\ISecureRandom;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Teams;
use Sandbox\Service\TeamSpaces;
use Sandbox\Service\Things;

/**
 * Random actions on a group by its members, its facilitators and in Teams, in any order, with events or without: nobody is in
 * it without their own consent, nobody facilitates from outside, no active group is without a facilitator, and following Teams twice
 * changes nothing more than once.
 */
class StatesTest extends GroupTestCase {
	private const PEOPLE = ['odile', 'linh', 'yamina', 'nadege'];

	private const STEPS = ['join', 'join', 'leave', 'decline', 'invite', 'admit', 'refuse', 'facilitate', 'stepDown', 'reopen', 'teamAdd', 'teamJoin', 'teamLeave', 'teamQuietly', 'reconcile'];

	/** @var array<string, bool> by account, whether they have joined and not left */
	private array $agreed = [];

	private Teams $teams;

	private Teams $quiet;

	private string $team = '';

	public function testTheRulesHoldAfterRandomActions(): void {
		$met = [];
		for ($seed = 1; $seed <= 20; $seed++) {
			mt_srand($seed);
			$this->begin(mt_rand(0, 1) === 0 ? 'request' : 'private');
			$log = [];
			for ($i = 0; $i < 25; $i++) {
				$step = self::STEPS[mt_rand(0, count(self::STEPS) - 1)];
				$who = self::PEOPLE[mt_rand(0, 3)];
				$by = self::PEOPLE[mt_rand(0, 3)];
				$log[] = "$step $who by $by";
				$this->step($step, $who, $by);
				$this->check("seed $seed: " . implode(', ', $log), $met);
			}
			$this->kernel->runJob(TeamsJob::class);
			$before = array_map($this->seen(...), self::PEOPLE);
			$this->kernel->runJob(TeamsJob::class);
			self::assertSame($before, array_map($this->seen(...), self::PEOPLE), "seed $seed");
		}
		ksort($met);
		self::assertSame(['active', 'declined', 'invited', 'left', 'none', 'requested', 'unsigned'], array_keys($met));
	}

	private function begin(string $join): void {
		$this->setUp();
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$this->teams = $this->kernel->get(Teams::class);
		$this->quiet = new Teams(
			$this->kernel->get(Things::class), $this->kernel->get(IUserManager::class), $this->kernel->get(ISecureRandom::class), $this->kernel->clock,
			$this->createStub(IEventDispatcher::class), $this->kernel->get(TeamSpaces::class),
		);
		$this->group = $this->make(['title' => 'Terre', 'join' => $join])['id'];
		$this->team = $this->teams->create('Terre', 'odile');
		$this->teams->edit($this->team, 'odile', ['config' => Teams::VISIBLE + Teams::OPEN]);
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'teamId' => $this->team, 'step' => 'done']);
		$this->agreed = array_fill_keys(self::PEOPLE, false);
		$this->agreed['odile'] = true;
	}

	private function step(string $step, string $who, string $by): void {
		$id = $this->cards[$who]['id'];
		$path = "/groups/$this->group";
		match ($step) {
			'join' => $this->agreed[$who] = $this->ask('POST', "$path/join", $who, [])->status === 200 || $this->agreed[$who],
			'leave' => $this->agreed[$who] = $this->ask('POST', "$path/leave", $who, [])->status !== 200 && $this->agreed[$who],
			'decline' => $this->ask('POST', "$path/decline", $who),
			'invite' => $this->ask('POST', "$path/invitations", $by, ['memberId' => $id]),
			'admit' => $this->ask('POST', "$path/people/$id/admit", $by),
			'refuse' => $this->agreed[$who] = $this->ask('DELETE', "$path/people/$id", $by)->status !== 200 && $this->agreed[$who],
			'facilitate' => $this->ask('POST', "$path/facilitators", $by, ['memberId' => $id, 'handOver' => mt_rand(0, 1) === 0]),
			'stepDown' => $this->ask('DELETE', "$path/facilitators", $who),
			'reopen' => $this->ask('PUT', "$path/status", $by, ['status' => 'active', 'version' => $this->seen($by)['version']]),
			'reconcile' => $this->kernel->runJob(TeamsJob::class),
			default => $this->stepInTeams($step, $who),
		};
	}

	private function stepInTeams(string $step, string $who): void {
		if ($this->teams->find($this->team) === null) {
			return;
		}
		$teams = $step === 'teamQuietly' ? $this->quiet : $this->teams;
		$in = $teams->has($this->team, $who);
		try {
			match (true) {
				$step === 'teamAdd' => $teams->add($this->team, $who, $teams->members($this->team)[0]['uid']),
				$step === 'teamJoin' => $teams->join($this->team, $who),
				$step === 'teamLeave' || $in => $teams->leave($this->team, $who),
				default => $teams->join($this->team, $who),
			};
		} catch (ServiceRefusal) {
			// Nothing was done, as Teams does.
			return;
		}
		if ($in && !$teams->has($this->team, $who) && ($this->seen($who)['mine']['state'] ?? '') === 'left') {
			$this->agreed[$who] = false;
		}
	}

	/** @param array<string, true> $met states that were seen */
	private function check(string $log, array &$met): void {
		$facilitators = 0;
		foreach (self::PEOPLE as $uid) {
			$mine = $this->seen($uid)['mine'];
			$state = $mine['state'] ?? 'none';
			$met[$state] = true;
			if ($state === 'left') {
				$this->agreed[$uid] = false;
			}
			self::assertTrue($state !== 'active' || $this->agreed[$uid], "$uid is in it without having agreed, $log");
			self::assertTrue($mine === null || !$mine['facilitates'] || in_array($state, ['active', 'invited'], true), "$uid facilitates as $state, $log");
			$facilitators += $state === 'active' && $mine['facilitates'] ? 1 : 0;
		}
		$group = $this->seen('odile');
		self::assertTrue($group['status'] !== 'active' || $facilitators > 0, "nobody facilitates, $log");
		self::assertSame($facilitators, count($group['facilitators']), $log);
	}
}
