<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use PHPUnit\Framework\Attributes\Group;

/** People without an account join a group only by their own answer, which the keeper of their card enters. */
#[Group('databases')]
class KeptPeopleTest extends GroupTestCase {
	public function testAPersonWithoutAnAccountJoinsWhenTheKeeperOfTheirCardAccepts(): void {
		$kept = $this->keptCard('linh', ['name' => 'Rachida', 'drives' => 'Pour mes groupes', 'audience' => ['drives' => 'groups']])['id'];
		$draft = $this->data('POST', '/members', 'odile', ['name' => 'Brouillon'], 201)['id'];
		$this->charter('Tenir parole.');
		$this->assertRefused(422, 'own_account', 'POST', "/groups/$this->group/people", 'odile', ['memberId' => $this->cards['linh']['id'], 'how' => 'Oui']);
		$this->assertRefused(422, 'card_hidden', 'POST', "/groups/$this->group/people", 'odile', ['memberId' => $draft, 'how' => 'Oui']);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/people", 'linh', ['memberId' => $kept, 'how' => 'Oui']);
		// Odile does not keep the card: whatever answer she enters, Rachida is invited.
		$row = $this->data('POST', "/groups/$this->group/people", 'odile', ['memberId' => $kept, 'how' => 'Au téléphone', 'commitment' => 'Les plants', 'charter' => 1], 201);
		self::assertSame(['invited', 'Les plants', ['admit' => false, 'remove' => true, 'engage' => false, 'answer' => false, 'facilitate' => false]], [$row['state'], $row['commitment'], $row['can']]);
		self::assertArrayNotHasKey('drives', $this->data('GET', "/members/$kept", 'odile'));
		self::assertSame(['card'], array_column($this->data('GET', "/members/$kept/export", 'linh')['consents'], 'what'));
		self::assertSame('invited', $this->data('POST', "/groups/$this->group/people", 'odile', ['memberId' => $kept, 'how' => 'Oui'], 201)['state']);

		// Linh, who keeps it, is notified, and answers for her.
		self::assertEquals([[
			'kind' => 'group_kept_invited',
			'group' => ['id' => $this->group, 'title' => 'Eau de pluie', 'teamId' => null],
			'member' => ['id' => $kept, 'uid' => null, 'name' => 'Rachida'],
			'by' => 'Odile',
		]], $this->data('GET', '/home', 'linh')['awaits']);
		self::assertCount(1, $this->bell('linh'));
		$asked = $this->roster('linh')['Rachida'];
		self::assertSame([true, 'Odile'], [$asked['can']['answer'], $asked['invitedBy']['name']]);
		foreach (['odile', 'yamina', 'nadege'] as $uid) {
			$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/people/$kept/accept", $uid, ['how' => 'Oui', 'charter' => 1]);
			$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/people/$kept/decline", $uid);
		}
		$this->assertRefused(400, 'how_missing', 'POST', "/groups/$this->group/people/$kept/accept", 'linh', []);
		$this->assertRefused(409, 'charter_not_signed', 'POST', "/groups/$this->group/people/$kept/accept", 'linh', ['how' => 'Oui', 'charter' => 2]);
		$row = $this->data('POST', "/groups/$this->group/people/$kept/accept", 'linh', ['how' => 'Au téléphone', 'hours' => 'le jeudi', 'charter' => 1]);
		self::assertSame(['active', 'Les plants', 'le jeudi'], [$row['state'], $row['commitment'], $row['hours']]);
		self::assertSame('active', $this->data('POST', "/groups/$this->group/people/$kept/accept", 'linh', ['how' => 'Encore'])['state']);
		self::assertSame([[], []], [$this->data('GET', '/home', 'linh')['awaits'], $this->bell('linh')]);
		self::assertSame('Pour mes groupes', $this->data('GET', "/members/$kept", 'odile')['drives']);
		self::assertSame(
			[['charter', '1', 'Au téléphone', 'linh'], ['engagement', (string)$this->group, 'Au téléphone', 'linh']],
			array_map(static fn (array $one): array => [$one['what'], $one['version'], $one['how'], $one['by']], array_slice($this->data('GET', "/members/$kept/export", 'linh')['consents'], 1)),
		);
		$this->assertRefused(422, 'no_account', 'POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $kept]);
		$this->data('POST', "/groups/$this->group/join", 'yamina', ['charter' => 1]);
		self::assertSame([true, true], [$this->roster('odile')['Yamina']['can']['admit'], $this->roster('odile')['Yamina']['can']['remove']]);

		self::assertTrue($this->roster('linh')['Rachida']['can']['remove']);

		// The keeper of the card reads and edits the engagement, without being in the group.
		self::assertSame('le jeudi', $this->roster('linh')['Rachida']['hours']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/groups/$this->group/people/$kept", 'odile', ['hours' => 'jamais']);
		self::assertSame('le lundi', $this->data('PUT', "/groups/$this->group/people/$kept", 'linh', ['hours' => 'le lundi'])['hours']);
		$this->data('DELETE', "/groups/$this->group/people/$kept", 'linh', ['note' => 'Elle déménage.']);
		self::assertSame(['left', 'Elle déménage.'], [$this->roster('odile')['Rachida']['state'], $this->roster('odile')['Rachida']['exitNote']]);
		$this->assertRefused(409, 'not_in_group', 'PUT', "/groups/$this->group/people/$kept", 'linh', []);
		$this->assertRefused(409, 'not_invited', 'POST', "/groups/$this->group/people/$kept/accept", 'linh', ['how' => 'Oui']);
	}

	public function testTheKeeperDeclinesOrAcceptsForThePerson(): void {
		$kept = $this->keptCard('linh', ['name' => 'Rachida'])['id'];
		self::assertSame('keeper_asked', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $kept])['outcome']);
		$this->data('POST', "/groups/$this->group/people/$kept/decline", 'linh');
		$this->data('POST', "/groups/$this->group/people/$kept/decline", 'linh');
		self::assertSame('declined', $this->roster('linh')['Rachida']['state']);
		self::assertSame('refused_before', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $kept])['outcome']);
		$this->assertRefused(409, 'refused_before', 'POST', "/groups/$this->group/people", 'odile', ['memberId' => $kept, 'how' => 'Oui']);
		// Odile keeps this one herself.
		$mine = $this->keptCard('odile', ['name' => 'Brahim'])['id'];
		self::assertSame('no_account', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $mine])['outcome']);
		$this->assertRefused(400, 'how_missing', 'POST', "/groups/$this->group/people", 'odile', ['memberId' => $mine]);
		self::assertSame('active', $this->data('POST', "/groups/$this->group/people", 'odile', ['memberId' => $mine, 'how' => 'De vive voix'], 201)['state']);
	}

	public function testAnyFacilitatorAnswersForACardWithoutAKeeper(): void {
		$this->facilitator('romain');
		$kept = $this->keptCard('nadege', ['name' => 'Rachida'])['id'];
		$this->data('PUT', "/members/$kept/steward", 'nadege', ['uid' => null]);
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $kept]);
		self::assertSame([1, 1], [count($this->bell('nadege')), count($this->bell('romain'))]);
		// Romain has no card of his own.
		self::assertSame('group_kept_invited', $this->data('GET', '/home', 'romain')['awaits'][0]['kind']);
		$this->data('POST', "/groups/$this->group/people/$kept/accept", 'romain', ['how' => 'Par courrier']);
		self::assertSame([0, 0, []], [count($this->bell('nadege')), count($this->bell('romain')), $this->data('GET', '/home', 'nadege')['awaits']]);
	}
}
