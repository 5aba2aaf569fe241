<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\AskOutcome;
use OCA\Reseau\Group\Invitations;
use OCA\Reseau\Group\KeptMemberAnswers;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class MembershipTest extends GroupTestCase {
	private const ENGAGEMENT = ['commitment' => 'Les citernes', 'hours' => '2 h par mois', 'from' => '2026-12-01', 'until' => '2027-03-01', 'limits' => 'Pas le soir'];

	public function testJoiningNeedsTheConsentOfBothSides(): void {
		$asked = $this->data('POST', "/groups/$this->group/join", 'linh', self::ENGAGEMENT);
		self::assertSame(['requested', 1, false], [$asked['mine']['state'], $asked['people'], $asked['can']['join']]);
		self::assertSame(self::ENGAGEMENT, array_intersect_key($asked['mine'], self::ENGAGEMENT));
		self::assertSame([1, 0], [$this->seen('odile')['requests'], $this->seen('yamina')['requests']]);
		self::assertSame('requested', $this->roster('odile')['Linh']['state']);
		self::assertArrayNotHasKey('Linh', $this->roster('yamina'));
		$path = "/groups/$this->group/people/{$this->cards['linh']['id']}/admit";
		$this->assertRefused(403, 'not_yours', 'POST', $path, 'linh');
		self::assertSame('active', $this->data('POST', $path, 'odile')['state']);
		self::assertSame('active', $this->data('POST', $path, 'odile')['state']);
		$this->assertRefused(409, 'not_requested', 'POST', "/groups/$this->group/people/{$this->cards['yamina']['id']}/admit", 'odile');
		self::assertSame(2, $this->seen('yamina')['people']);
	}

	public function testTheRosterBeginsWithFacilitatorsAndMembersAndEndsWithThoseWhoAreNotIn(): void {
		$this->comeIn('yamina');
		$this->data('POST', "/groups/$this->group/join", 'linh', self::ENGAGEMENT);
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['nadege']['id']]);
		self::assertSame(['Odile', 'Yamina', 'Linh', 'Nadège'], array_keys($this->roster('odile')));
	}

	public function testAnOpenGroupAdmitsEverybodyAndAPrivateOneInvites(): void {
		$open = $this->make(['title' => 'Ouvert', 'join' => 'open'])['id'];
		self::assertSame('active', $this->data('POST', "/groups/$open/join", 'linh', [])['mine']['state']);
		$private = $this->make(['title' => 'Sur invitation', 'join' => 'private'])['id'];
		self::assertFalse($this->seen('linh', $private)['can']['join']);
		$this->assertRefused(403, 'by_invitation', 'POST', "/groups/$private/join", 'linh', []);
		self::assertSame('notified', $this->data('POST', "/groups/$private/invitations", 'odile', ['memberId' => $this->cards['linh']['id']])['outcome']);
		self::assertSame('active', $this->data('POST', "/groups/$private/join", 'linh', [])['mine']['state']);
	}

	public function testCommitmentsAndEndDatesAreOnlyForMembers(): void {
		$this->comeIn('linh', self::ENGAGEMENT);
		self::assertSame('Les citernes', $this->roster('yamina')['Linh']['commitment']);
		self::assertArrayNotHasKey('hours', $this->roster('yamina')['Linh']);
		self::assertArrayNotHasKey('entered', $this->roster('yamina')['Linh']);
		self::assertSame(['Pas le soir', '2026-11-24'], [$this->roster('odile')['Linh']['limits'], $this->roster('odile')['Linh']['entered']]);
		$changed = $this->data('PUT', "/groups/$this->group/membership", 'linh', ['hours' => '3 h']);
		self::assertSame(['3 h', 'Les citernes'], [$changed['mine']['hours'], $changed['mine']['commitment']]);
		$this->assertRefused(400, 'until_before_from', 'PUT', "/groups/$this->group/membership", 'linh', ['until' => '2026-11-30']);
		$this->assertRefused(409, 'not_in_group', 'PUT', "/groups/$this->group/membership", 'yamina', []);
		// Joining again is changing the engagement as a whole.
		$again = $this->data('POST', "/groups/$this->group/join", 'linh', ['commitment' => 'Tout']);
		self::assertSame(['active', 'Tout', ''], [$again['mine']['state'], $again['mine']['commitment'], $again['mine']['hours']]);
	}

	public function testANoteOnLeavingIsShownToTheOtherMembers(): void {
		$this->comeIn('linh', self::ENGAGEMENT);
		$this->comeIn('yamina');
		$left = $this->data('POST', "/groups/$this->group/leave", 'linh', ['note' => 'Servez-vous.']);
		self::assertSame(['left', '2026-11-24', 'Servez-vous.', 2], [$left['mine']['state'], $left['mine']['left'], $left['mine']['exitNote'], $left['people']]);
		// The answer was lost: repeating the request changes nothing, and a word can still be added.
		self::assertSame('Servez-vous.', $this->data('POST', "/groups/$this->group/leave", 'linh', [])['mine']['exitNote']);
		self::assertSame(['left', 'Servez-vous.'], [$this->roster('yamina')['Linh']['state'], $this->roster('yamina')['Linh']['exitNote']]);
		self::assertArrayNotHasKey('Linh', $this->roster('nadege'));
		self::assertArrayHasKey('Linh', $this->roster('linh'));
		$this->assertRefused(409, 'not_in_group', 'POST', "/groups/$this->group/leave", 'nadege', []);
		// The note on leaving is deleted when a person returns.
		$this->comeIn('linh');
		self::assertSame(['active', null, ''], [$this->seen('linh')['mine']['state'], $this->seen('linh')['mine']['left'], $this->seen('linh')['mine']['exitNote']]);
	}

	public function testRequestsAndInvitationsCanBeWithdrawnOrDeclined(): void {
		$linh = $this->cards['linh']['id'];
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		self::assertNull($this->data('POST', "/groups/$this->group/leave", 'linh', [])['mine']);
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->assertRefused(409, 'not_in_group', 'DELETE', "/groups/$this->group/people/$linh", 'yamina');
		$this->data('DELETE', "/groups/$this->group/people/$linh", 'odile');
		self::assertNull($this->seen('linh')['mine']);

		self::assertSame('notified', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $linh])['outcome']);
		self::assertSame('asked_already', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $linh])['outcome']);
		self::assertArrayNotHasKey('Linh', $this->roster('yamina'));
		$declined = $this->data('POST', "/groups/$this->group/decline", 'linh');
		self::assertSame(['declined', true], [$declined['mine']['state'], $declined['can']['join']]);
		self::assertArrayNotHasKey('Linh', $this->roster('odile'));
		self::assertSame('refused_before', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $linh])['outcome']);
		$this->assertRefused(409, 'not_invited', 'POST', "/groups/$this->group/decline", 'yamina');

		// An invitation admits a person who has asked to join.
		$this->data('POST', "/groups/$this->group/join", 'yamina', []);
		self::assertSame('in_already', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']])['outcome']);
		self::assertSame('active', $this->seen('yamina')['mine']['state']);
		$this->assertRefused(422, 'own_account', 'DELETE', "/groups/$this->group/people/{$this->cards['yamina']['id']}", 'odile');
	}

	public function testFacilitatingIsHandedOverAndNeverPreventsLeaving(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->comeIn('yamina');
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/facilitators", 'linh', ['memberId' => $this->cards['linh']['id']]);
		$this->assertRefused(409, 'not_in_group', 'POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['nadege']['id']]);
		$given = $this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id'], 'until' => '2027-03-31', 'handOver' => true]);
		self::assertSame([['Linh', '2027-03-31']], array_map(static fn (array $one): array => [$one['name'], $one['until']], $given['facilitators']));
		self::assertSame([false, 'active'], [$given['mine']['facilitates'], $given['mine']['state']]);

		self::assertTrue($this->seen('linh')['mine']['lastFacilitator']);
		self::assertSame('dormant', $this->data('POST', "/groups/$this->group/leave", 'linh', [])['status']);
		// Nobody facilitates: those of the network decide, and anyone in the group may take it on.
		self::assertSame([true, false, false], [$this->seen('nadege')['can']['edit'], $this->seen('nadege')['can']['stepUp'], $this->seen('nadege')['can']['reopen']]);
		$this->assertRefused(409, 'no_facilitator', 'PUT', "/groups/$this->group/status", 'nadege', ['status' => 'active', 'version' => $this->seen('nadege')['version']]);
		self::assertSame([false, true], [$this->seen('yamina')['can']['edit'], $this->seen('yamina')['can']['stepUp']]);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/facilitators", 'yamina', ['memberId' => $this->cards['odile']['id']]);
		$taken = $this->data('POST', "/groups/$this->group/facilitators", 'yamina', ['memberId' => $this->cards['yamina']['id']]);
		self::assertSame([true, false], [$taken['can']['reopen'], $this->seen('nadege')['can']['edit']]);
		$this->data('PUT', "/groups/$this->group/status", 'yamina', ['status' => 'active', 'version' => $taken['version']]);
		self::assertSame('dormant', $this->data('DELETE', "/groups/$this->group/facilitators", 'yamina')['status']);
		$this->assertRefused(409, 'not_in_group', 'DELETE', "/groups/$this->group/facilitators", 'yamina');
	}

	public function testInvitationsFromMinutesAreSentAndAnswered(): void {
		$invitations = $this->kernel->get(Invitations::class);
		$answers = $this->kernel->get(KeptMemberAnswers::class);
		$kept = $this->keptCard('odile', ['name' => 'Rachida'])['id'];
		self::assertSame(AskOutcome::NoAccount, $invitations->ask($this->group, $kept, 'odile'));
		self::assertSame('invited', $this->roster('odile')['Rachida']['state']);
		$answers->accept($this->group, $kept, 'by the link of a mail');
		$answers->accept($this->group, $kept, 'by the link of a mail');
		self::assertSame('active', $this->roster('yamina')['Rachida']['state']);
		self::assertCount(1, array_filter($this->data('GET', "/members/$kept/export", 'odile')['consents'], static fn (array $consent): bool => $consent['what'] === 'engagement'));
		$answers->refuse($this->group, $this->cards['yamina']['id']);
		self::assertSame(AskOutcome::RefusedBefore, $invitations->ask($this->group, $this->cards['yamina']['id'], 'odile'));
		foreach ([['linh', 'not_yours'], ['nadege', 'not_yours']] as [$uid, $reason]) {
			try {
				$invitations->ask($this->group, $this->cards['linh']['id'], $uid);
				self::fail("$uid may not ask");
			} catch (ReasonException $e) {
				self::assertSame($reason, $e->reason);
			}
		}
	}

	public function testTheCharterIsAcceptedOnceForAllGroupsAndAskedAgainWhenItChanges(): void {
		self::assertNull($this->data('GET', '/charter', 'linh'));
		$this->charter('Tenir parole.');
		self::assertSame(['asked' => 1], $this->seen('odile')['charter']);
		self::assertNull($this->seen('linh')['charter']);
		$refused = $this->assertRefused(409, 'charter_not_signed', 'POST', "/groups/$this->group/join", 'linh', []);
		self::assertSame(1, $refused['current']);
		self::assertNull($this->seen('linh')['mine']);
		$this->comeIn('linh', ['charter' => 1]);
		self::assertNull($this->seen('linh')['charter']);
		$other = $this->make(['title' => 'Autre', 'join' => 'open'])['id'];
		self::assertSame('active', $this->data('POST', "/groups/$other/join", 'linh', [])['mine']['state']);

		$this->charter('Tenir parole, et le dire.');
		self::assertSame(['asked' => 2], $this->seen('linh')['charter']);
		$this->assertRefused(409, 'charter_not_signed', 'PUT', '/charter/acceptance', 'linh', ['version' => 1]);
		$mine = $this->data('PUT', '/charter/acceptance', 'linh', ['version' => 2]);
		self::assertSame([2, '2026-11-24', false], [$mine['accepted']['version'], $mine['accepted']['date'], $mine['asked']]);
		$list = $this->data('GET', "/groups/$this->group/charter-acceptances", 'odile');
		self::assertSame([2, [['Odile', null], ['Linh', 2]]], [$list['current'], array_map(static fn (array $one): array => [$one['name'], $one['version']], $list['people'])]);
		$this->assertRefused(403, 'not_yours', 'GET', "/groups/$this->group/charter-acceptances", 'linh');
		// Taken back, it asks nothing.
		$this->charter('');
		self::assertNull($this->data('GET', '/charter', 'linh'));
		self::assertNull($this->seen('odile')['charter']);
	}

	public function testChangesOfACardAffectItsGroups(): void {
		$this->finish();
		$this->comeIn('linh', self::ENGAGEMENT);
		$pause = fn (string $uid, string $status) => $this->data('PUT', "/members/{$this->cards[$uid]['id']}/status", $uid, [
			'status' => $status, 'version' => $this->data('GET', '/members/me', $uid)['version'],
		]);
		// A person with a paused card stays in the group, hidden.
		$pause('linh', 'paused');
		self::assertSame([1, 'active'], [$this->seen('odile')['people'], $this->seen('linh')['mine']['state']]);
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		$this->assertRefused(422, 'card_hidden', 'POST', "/groups/$this->group/join", 'linh', []);
		$pause('linh', 'published');
		$this->comeIn('linh', self::ENGAGEMENT);
		$this->data('POST', "/groups/$this->group/join", 'yamina', []);
		$export = $this->data('GET', "/members/{$this->cards['linh']['id']}/export", 'linh')['memberships'];
		self::assertSame(['2 h par mois', 'active', false], [$export[0]['hours'], $export[0]['state'], $export[0]['inTeam']]);

		// A person with a withdrawn card has left everything, and their requests end.
		$pause('yamina', 'withdrawn');
		self::assertSame(0, $this->seen('odile')['requests']);
		$pause('odile', 'withdrawn');
		self::assertSame(['dormant', 1, true], [$this->seen('linh')['status'], $this->seen('linh')['people'], $this->seen('linh')['can']['stepUp']]);
		$this->data('DELETE', '/members/me', 'linh');
		self::assertSame([0, []], [$this->seen('nadege')['people'], $this->roster('nadege')]);
	}

	public function testADisabledAccountIsNoFacilitator(): void {
		$this->finish();
		self::assertFalse($this->seen('nadege')['can']['edit']);
		$this->kernel->get(\OCP\IUserManager::class)->get('odile')?->setEnabled(false);
		self::assertSame([true, 0], [$this->seen('nadege')['can']['edit'], $this->seen('nadege')['people']]);
	}

	public function testADeletedAccountIsRemovedFromItsGroups(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]);
		$forming = $this->make(['title' => 'Commencé', 'key' => 'o_d%e'])['id'];
		$this->data('POST', "/groups/$forming/making/lease", 'odile', ['runner' => 'a']);
		$this->kernel->get(\OCP\IUserManager::class)->get('odile')?->delete();
		$db = $this->kernel->get(\OCP\IDBConnection::class);
		foreach (['reseau_groups', 'reseau_memberships'] as $table) {
			$rows = $db->executeQuery("SELECT * FROM `*PREFIX*$table`")->fetchAll();
			self::assertStringNotContainsString('odile', json_encode($rows, JSON_THROW_ON_ERROR), $table);
		}
		self::assertSame(['active', ['Linh'], null], [$this->seen('linh')['status'], array_column($this->seen('linh')['facilitators'], 'name'), $this->seen('yamina')['mine']['invitedBy']]);
		// What she began has no owner: facilitators of the network continue it, and know that something may be there.
		$lease = $this->data('POST', "/groups/$forming/making/lease", 'nadege', ['runner' => 'b']);
		self::assertSame([false, true], [$lease['first'], $lease['mine']]);
	}

	public function testTheListBeginsWithTheOwnGroups(): void {
		$this->make(['title' => 'Abeilles', 'purpose' => str_repeat('miel ', 100)], 'linh');
		$list = $this->data('GET', '/groups', 'odile');
		self::assertSame(['Eau de pluie', 'Abeilles'], array_column($list, 'title'));
		self::assertSame([300, '…'], [mb_strlen($list[1]['purpose']) <= 300 ? 300 : 0, mb_substr($list[1]['purpose'], -1)]);
	}
}
