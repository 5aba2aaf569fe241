<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\MembershipMapper;

/** The export of a card contains all data about the person in groups. */
class ExportTest extends GroupTestCase {
	public function testEveryTextOfAMembershipIsExported(): void {
		$this->comeIn('linh');
		$mapper = $this->kernel->get(MembershipMapper::class);
		[$membership] = $mapper->findOfMember($this->cards['linh']['id']);
		$membership->setRole('Trésorerie');
		$membership->setFacilitates(true);
		$membership->setFacilitatesUntil('2027-03-31');
		$membership->setCommitment('Les citernes');
		$membership->setHours('2 h par mois');
		$membership->setFromDate('2026-12-01');
		$membership->setUntilDate('2027-03-01');
		$membership->setLimits('Pas le soir');
		$membership->setLeftDate('2027-02-01');
		$membership->setLeftInTeams(true);
		$membership->setExitNote('Servez-vous.');
		$membership->setInvitedAt(gmmktime(12, 0, 0, 11, 24, 2026));
		$membership->setInvitedBy('odile');
		$membership->setInTeam(true);
		$mapper->update($membership);
		[$exported] = $this->data('GET', "/members/{$this->cards['linh']['id']}/export", 'linh')['memberships'];
		$expected = [
			'group' => 'Eau de pluie', 'role' => 'Trésorerie', 'facilitates' => true, 'facilitatesUntil' => '2027-03-31', 'state' => 'active',
			'commitment' => 'Les citernes', 'hours' => '2 h par mois', 'from' => '2026-12-01', 'until' => '2027-03-01', 'limits' => 'Pas le soir',
			'left' => '2027-02-01', 'leftInTeams' => true, 'exitNote' => 'Servez-vous.', 'invited' => '2026-11-24T12:00:00+00:00', 'invitedBy' => 'odile',
			'inTeam' => true,
		];
		self::assertSame($expected, array_intersect_key($exported, $expected));
		// Nothing was given: nothing is exported, and nothing fails.
		[$bare] = $this->data('GET', "/members/{$this->cards['odile']['id']}/export", 'odile')['memberships'];
		self::assertSame(['', '', '', '', '', null, false], [$bare['role'], $bare['commitment'], $bare['hours'], $bare['limits'], $bare['exitNote'], $bare['left'], $bare['inTeam']]);
	}
}
