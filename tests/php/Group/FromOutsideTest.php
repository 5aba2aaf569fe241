<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Integration\RemoveOrphans;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\TeamPreset;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use PHPUnit\Framework\Attributes\Group;

/** Facilitators and administrators of the network admit nobody to groups they are not in. */
#[Group('databases')]
class FromOutsideTest extends GroupTestCase {
	public function testFacilitatorsOfTheNetworkAdmitNobodyToGroupsOfOthers(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/join", 'yamina', []);
		$kept = $this->keptCard('nadege', ['name' => 'Rachida'])['id'];
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		$can = $this->seen('nadege')['can'];
		self::assertSame([true, true, false, false], [$can['edit'], $can['facilitate'], $can['invite'], $this->roster('nadege')['Yamina']['can']['admit']]);
		self::assertSame(0, $this->seen('nadege')['requests']);
		$version = fn (): int => $this->seen('nadege')['version'];
		$this->assertRefused(403, 'outside_group', 'PUT', "/groups/$this->group", 'nadege', ['join' => 'open', 'version' => $version()]);
		$this->assertRefused(403, 'outside_group', 'POST', "/groups/$this->group/people/{$this->cards['yamina']['id']}/admit", 'nadege');
		$this->assertRefused(403, 'outside_group', 'POST', "/groups/$this->group/invitations", 'nadege', ['memberId' => $this->cards['nadege']['id']]);
		$this->assertRefused(403, 'outside_group', 'POST', "/groups/$this->group/people", 'nadege', ['memberId' => $kept, 'how' => 'Oui']);
		$this->assertRefused(403, 'outside_group', 'POST', "/groups/$this->group/asks", 'nadege', ['people' => [['key' => 'a', 'name' => 'Iris', 'email' => 'iris@example.org']]]);
		// They may change the texts and restrict joining; the members are notified.
		self::assertSame('private', $this->data('PUT', "/groups/$this->group", 'nadege', ['title' => 'Pluie', 'join' => 'private', 'version' => $version()])['join']);
		self::assertSame([1, 0], [count(array_filter($this->bell('linh'), static fn (array $one): bool => str_contains($one['subject'], 'extérieur'))), count(array_filter($this->bell('yamina'), static fn (array $one): bool => str_contains($one['subject'], 'extérieur')))]);
		$this->assertRefused(403, 'outside_group', 'PUT', "/groups/$this->group", 'nadege', ['join' => 'request', 'version' => $version()]);
		// Linh is in it: once she takes it on, she lets people in.
		$this->data('POST', "/groups/$this->group/facilitators", 'nadege', ['memberId' => $this->cards['linh']['id']]);
		self::assertSame('active', $this->data('POST', "/groups/$this->group/people/{$this->cards['yamina']['id']}/admit", 'linh')['state']);
	}

	public function testAGroupWithoutMembersIsOpenedByFacilitatorsOfTheNetwork(): void {
		$this->finish();
		$this->data('POST', "/groups/$this->group/leave", 'odile', []);
		self::assertTrue($this->seen('nadege')['can']['invite']);
		$this->data('PUT', "/groups/$this->group", 'nadege', ['join' => 'open', 'version' => $this->seen('nadege')['version']]);
		self::assertSame('active', $this->data('POST', "/groups/$this->group/join", 'linh', [])['mine']['state']);
		self::assertFalse($this->seen('nadege')['can']['invite']);
	}

	/** Rows left behind by an earlier version show nothing about anyone, and an upgrade deletes them. */
	public function testAMembershipWithoutItsGroupOrItsPersonSharesNothing(): void {
		$this->data('PUT', '/members/me', 'linh', ['drives' => 'Perlimpinpin', 'audience' => ['drives' => 'groups'], 'version' => $this->cards['linh']['version']]);
		$mapper = $this->kernel->get(MembershipMapper::class);
		$other = $this->make(['title' => 'Autre'], 'yamina')['id'];
		foreach (['odile', 'linh'] as $uid) {
			$mapper->insert(Membership::of(999, $this->cards[$uid]['id'], Membership::ACTIVE));
		}
		$mapper->insert(Membership::of($this->group, 999, Membership::ACTIVE));
		self::assertArrayNotHasKey('drives', $this->data('GET', "/members/{$this->cards['linh']['id']}", 'odile'));
		self::assertSame([], $this->data('GET', '/members?q=perlimpinpin', 'odile')['members']);
		$mapper->insert(Membership::of(999, $this->cards['yamina']['id'], Membership::INVITED));
		self::assertSame([], $this->data('GET', '/home', 'yamina')['awaits']);
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_groups` SET joining = NULL');
		$this->kernel->get(RemoveOrphans::class)->run($this->createStub(IOutput::class));
		self::assertSame([[$this->group, $this->cards['odile']['id']], [$other, $this->cards['yamina']['id']]], array_map(static fn (Membership $one): array => [$one->getGroupId(), $one->getMemberId()], $mapper->findAll()));
		self::assertSame(['request', 'request'], $this->kernel->get(IDBConnection::class)->executeQuery('SELECT joining FROM `*PREFIX*reseau_groups`')->fetchAll(\PDO::FETCH_COLUMN));
	}

	public function testASettingForNewGroupsDoesNotOpenExistingOnes(): void {
		$this->account('admin', ['admin']);
		$this->group('terre', $this->cards['linh']);
		$id = (int)$this->groupId('terre');
		self::assertSame('request', $this->seen('yamina', $id)['join']);
		$this->kernel->get(Network::class)->setTeamPreset(TeamPreset::Open);
		self::assertSame('requested', $this->data('POST', "/groups/$id/join", 'yamina', [])['mine']['state']);
	}
}
