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
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Teams;
use Sandbox\Service\TeamSpaces;
use Sandbox\Service\Things;

/** Changes in Teams are followed: immediately if Teams sends an event, within the hour if it does not. */
#[Group('databases')]
class TeamsTest extends GroupTestCase {
	private Teams $teams;

	/** The same where its events are late or lost. */
	private Teams $quiet;

	private string $team = '';

	protected function setUp(): void {
		parent::setUp();
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$this->teams = $this->kernel->get(Teams::class);
		$mute = $this->createStub(IEventDispatcher::class);
		$this->quiet = new Teams($this->kernel->get(Things::class), $this->kernel->get(IUserManager::class), $this->kernel->get(ISecureRandom::class), $this->kernel->clock, $mute, $this->kernel->get(TeamSpaces::class));
		$this->team = $this->teams->create('Eau de pluie', 'odile');
		$this->teams->edit($this->team, 'odile', ['config' => Teams::VISIBLE + Teams::OPEN + Teams::REQUEST]);
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'teamId' => $this->team]);
		$this->finish();
		$this->reconcile();
	}

	public function testATeamBelongsToItsMakerAndToOneGroup(): void {
		self::assertSame($this->team, $this->seen('linh')['teamId']);
		$other = $this->make(['title' => 'Autre'], 'linh')['id'];
		$this->data('POST', "/groups/$other/making/lease", 'linh', ['runner' => 'a']);
		// The members of a team that no one in the group administers are not shown here.
		$this->assertRefused(422, 'unknown_team', 'PUT', "/groups/$other/making", 'linh', ['runner' => 'a', 'teamId' => $this->team]);
		$this->teams->add($this->team, 'linh', 'odile');
		$this->assertRefused(422, 'unknown_team', 'PUT', "/groups/$other/making", 'linh', ['runner' => 'a', 'teamId' => $this->team]);
		$mine = $this->make(['title' => 'Encore'])['id'];
		$this->data('POST', "/groups/$mine/making/lease", 'odile', ['runner' => 'a']);
		$this->assertRefused(409, 'team_taken', 'PUT', "/groups/$mine/making", 'odile', ['runner' => 'a', 'teamId' => $this->team]);
	}

	public function testAPersonWhoJoinsTheTeamIsInvitedAndNotAMember(): void {
		$this->teams->add($this->team, 'linh', 'odile');
		$seen = $this->seen('linh');
		self::assertSame(['unsigned', 1, null], [$seen['mine']['state'], $seen['people'], $seen['channel']]);
		self::assertArrayHasKey('Linh', $this->roster('odile'));
		self::assertArrayNotHasKey('Linh', $this->roster('yamina'));
		self::assertCount(1, array_filter($this->bell('linh'), static fn (array $one): bool => str_contains($one['subject'], 'Eau de pluie')));
		self::assertSame('active', $this->data('POST', "/groups/$this->group/join", 'linh', ['commitment' => 'Les citernes'])['mine']['state']);
		self::assertSame([], $this->bell('linh'));
	}

	public function testAPersonWhoAskedHereAndIsAdmittedInTeamsIsAMember(): void {
		$this->teams->join($this->team, 'linh');
		self::assertNull($this->seen('linh')['mine']);
		self::assertSame('requested', $this->data('POST', "/groups/$this->group/join", 'linh', [])['mine']['state']);
		$this->teams->confirm($this->team, (string)$this->teams->membership($this->team, 'linh')['member'], 'odile');
		// The owner of the team must not be queried while Teams is at work.
		self::assertSame('requested', $this->seen('linh')['mine']['state']);
		$this->reconcile();
		self::assertSame('active', $this->seen('linh')['mine']['state']);

		// Or the other way round: in the team first, unnoticed, then here.
		$this->quiet->add($this->team, 'yamina', 'odile');
		self::assertSame('active', $this->data('POST', "/groups/$this->group/join", 'yamina', [])['mine']['state']);
	}

	/** Nadège made the team for Odile's group, is not in the group, and lets herself and others in by it. */
	public function testATeamAdministeredFromOutsideAdmitsNobody(): void {
		$group = $this->make(['title' => 'Fête', 'join' => 'private'])['id'];
		$this->data('POST', "/groups/$group/making/lease", 'nadege', ['runner' => 'a']);
		$team = $this->teams->create('Fête', 'nadege');
		$this->data('PUT', "/groups/$group/making", 'nadege', ['runner' => 'a', 'teamId' => $team, 'step' => 'done']);
		$this->teams->add($team, 'linh', 'nadege');
		$this->quiet->add($team, 'yamina', 'nadege');
		$this->reconcile();
		foreach (['nadege', 'linh', 'yamina'] as $uid) {
			self::assertSame('unsigned', $this->seen($uid, $group)['mine']['state']);
			self::assertSame('requested', $this->data('POST', "/groups/$group/join", $uid, [])['mine']['state'], $uid);
		}
		$this->reconcile();
		self::assertSame(['requested', 'requested', 1], [$this->seen('nadege', $group)['mine']['state'], $this->seen('linh', $group)['mine']['state'], $this->seen('linh', $group)['people']]);
		// Once everybody who lets people into the team is in the group, being in the team is its yes again.
		$this->data('POST', "/groups/$group/people/{$this->cards['nadege']['id']}/admit", 'odile');
		$this->reconcile();
		self::assertSame(['active', 4], [$this->seen('linh', $group)['mine']['state'], $this->seen('linh', $group)['people']]);
	}

	public function testAPersonWhoLeavesTheTeamHasLeftAndMayAddANote(): void {
		$this->teams->add($this->team, 'linh', 'odile');
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->teams->leave($this->team, 'linh');
		$seen = $this->seen('linh');
		self::assertSame(['left', true, '2026-11-24'], [$seen['mine']['state'], $seen['mine']['leftInTeams'], $seen['mine']['left']]);
		self::assertTrue($this->roster('odile')['Linh']['leftInTeams']);
		$mine = $this->data('POST', "/groups/$this->group/leave", 'linh', ['note' => 'À bientôt'])['mine'];
		self::assertSame(['À bientôt', false], [$mine['exitNote'], $mine['leftInTeams']]);
	}

	public function testTheHourlyJobFindsChangesWithoutAnEvent(): void {
		$this->comeIn('yamina');
		$kept = $this->keptCard('odile', ['name' => 'Rachida'])['id'];
		$this->data('POST', "/groups/$this->group/people", 'odile', ['memberId' => $kept, 'how' => 'Oui'], 201);
		$this->quiet->add($this->team, 'linh', 'odile');
		$this->reconcile();
		self::assertSame(['unsigned', 'active'], [$this->seen('linh')['mine']['state'], $this->seen('yamina')['mine']['state']]);
		self::assertArrayHasKey('Rachida', $this->roster('yamina'));
		$this->reconcile();
		self::assertCount(1, $this->bell('linh'));
		$this->quiet->leave($this->team, 'linh');
		$this->reconcile();
		self::assertSame(['left', 'active'], [$this->seen('linh')['mine']['state'], $this->seen('yamina')['mine']['state']]);

		// Odile owned the team, facilitated the group, and is gone from both.
		$this->quiet->add($this->team, 'yamina', 'odile');
		$this->quiet->leave($this->team, 'odile');
		$this->reconcile();
		self::assertSame(['dormant', 'left'], [$this->seen('yamina')['status'], $this->seen('odile')['mine']['state']]);
	}

	public function testADeletedTeamIsReportedAndCanBeCreatedAgain(): void {
		$this->comeIn('linh');
		$this->quiet->destroy($this->team, 'odile');
		$this->reconcile();
		self::assertSame([true, 'active', 2], [$this->seen('linh')['teamGone'], $this->seen('linh')['status'], $this->seen('linh')['people']]);
		$recreated = $this->teams->create('Eau de pluie', 'odile');
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		self::assertSame($recreated, $this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'teamId' => $recreated])['teamId']);
		// Linh was never seen in the new team, so nobody takes her for gone.
		$this->reconcile();
		self::assertSame([false, 2], [$this->seen('linh')['teamGone'], $this->seen('linh')['people']]);
		$this->teams->destroy($recreated, 'odile');
		self::assertTrue($this->seen('linh')['teamGone']);
	}

	public function testWithoutTeamsNothingCountsAsDeleted(): void {
		$this->teams->add($this->team, 'linh', 'odile');
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->kernel->config['sandbox.apps'] = '';
		$this->reconcile();
		self::assertSame([false, 2], [$this->seen('odile')['teamGone'], $this->seen('odile')['people']]);
	}

	private function reconcile(): void {
		$this->kernel->runJob(TeamsJob::class);
	}
}
