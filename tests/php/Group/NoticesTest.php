<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupExport;
use OCA\Reseau\Group\GroupImport;
use OCA\Reseau\Integration\EngagementsJob;
use Sandbox\Service\Teams;

/** Notifications list what waits in groups until it is answered, without names; Home with the names the person may see. */
class NoticesTest extends GroupTestCase {
	public function testARequestHasANotificationUntilItIsAnswered(): void {
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$this->data('POST', "/groups/$this->group/join", 'yamina', ['commitment' => "  Trouver\ndes cuisiniers "]);
		self::assertSame([['Vous êtes invité ou invitée dans le groupe « Eau de pluie »'], ['Quelqu’un demande à entrer dans le groupe « Eau de pluie »']], [$this->notified('linh'), $this->notified('odile')]);
		$group = ['id' => $this->group, 'title' => 'Eau de pluie', 'teamId' => null];
		$yamina = ['id' => $this->cards['yamina']['id'], 'uid' => 'yamina', 'name' => 'Yamina'];
		self::assertEquals([['kind' => 'group_invited', 'group' => $group, 'by' => 'Odile']], $this->awaits('linh'));
		self::assertEquals([['kind' => 'group_requests', 'group' => $group, 'member' => $yamina, 'text' => 'Trouver des cuisiniers']], $this->awaits('odile'));
		$other = $this->make(['title' => 'Autre'])['id'];
		$this->data('POST', "/groups/$other/invitations", 'odile', ['memberId' => $this->cards['linh']['id']]);
		self::assertSame(['Eau de pluie', 'Autre'], array_column(array_column($this->awaits('linh'), 'group'), 'title'));
		$this->data('POST', "/groups/$other/decline", 'linh');
		self::assertStringNotContainsString('Yamina', json_encode($this->bell('odile'), JSON_THROW_ON_ERROR));

		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->data('POST', "/groups/$this->group/people/{$this->cards['yamina']['id']}/admit", 'odile');
		self::assertSame([[], [], ['Vous êtes dans le groupe « Eau de pluie »']], [$this->notified('linh'), $this->notified('odile'), $this->notified('yamina')]);
		self::assertSame([[], []], [$this->awaits('linh'), $this->awaits('odile')]);
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		self::assertSame(['Vous facilitez le groupe « Eau de pluie »'], $this->notified('linh'));
		// A closed group waits for nothing.
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		self::assertSame([[], []], [$this->notified('linh'), $this->notified('yamina')]);
	}

	/** Nobody can join the team of a private group by themselves. */
	public function testFacilitatorsHearOfThoseToAddToTheTeamOfAPrivateGroup(): void {
		$this->kernel->config['sandbox.apps'] = 'circles';
		$teams = $this->kernel->get(Teams::class);
		$team = $teams->create('Fête', 'odile');
		$private = $this->make(['title' => 'Fête', 'join' => 'private'])['id'];
		$this->data('POST', "/groups/$private/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$private/making", 'odile', ['runner' => 'r', 'teamId' => $team]);
		$enter = function (string $uid) use ($private): void {
			$this->data('POST', "/groups/$private/invitations", 'odile', ['memberId' => $this->cards[$uid]['id']]);
			$this->data('POST', "/groups/$private/join", $uid, []);
		};
		// One who was added before is not waited for.
		$teams->add($team, 'yamina', 'odile');
		$enter('yamina');
		self::assertSame([], $this->notified('odile'));
		$enter('linh');
		self::assertSame(['Quelqu’un a rejoint le groupe « Fête » et n’est pas encore dans son équipe'], $this->notified('odile'));
		self::assertStringNotContainsString('Linh', json_encode($this->bell('odile'), JSON_THROW_ON_ERROR));
		self::assertSame([], $this->notified('linh'));
		$teams->add($team, 'linh', 'odile');
		self::assertSame([], $this->notified('odile'));
	}

	public function testThreeOfManyRequestsAreNamed(): void {
		foreach (range(1, 5) as $i) {
			$this->account("person$i");
			$this->data('PUT', '/members/me', "person$i", ['name' => "Personne $i", 'version' => 0]);
			$this->data('POST', "/groups/$this->group/join", "person$i", ['commitment' => str_repeat('aider ', 60)]);
		}
		$awaits = $this->awaits('odile');
		self::assertSame(['Personne 1', 'Personne 2', 'Personne 3'], array_column(array_column($awaits, 'member'), 'name'));
		self::assertSame(trim(str_repeat('aider ', 23)) . '…', $awaits[0]['text']);
		self::assertSame(['kind' => 'group_requests', 'others' => 2], $awaits[3]);
		// A facilitator outside the group gets no request.
		self::assertSame([], $this->awaits('linh'));
	}

	public function testAnEndingEngagementHasOneReminderBeforeAndOneAfter(): void {
		$this->comeIn('linh', ['until' => '2026-12-09', 'charter' => null]);
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['odile']['id'], 'until' => '2026-12-08']);
		$this->data('DELETE', '/members/me', 'yamina');
		$soon = 'Votre engagement dans le groupe « Eau de pluie » se termine bientôt';
		$term = 'Votre temps de facilitation du groupe « Eau de pluie » arrive à son terme';
		$this->day(0);
		self::assertSame([[], [$term]], [$this->ending('linh'), $this->notified('odile')]);
		$this->day(1);
		$this->day(2);
		self::assertSame([[$soon], [$term]], [$this->ending('linh'), $this->notified('odile')]);
		$this->day(20);
		$this->day(21);
		self::assertSame(['Votre engagement dans le groupe « Eau de pluie » est arrivé à son terme'], $this->ending('linh'));
		self::assertSame('active', $this->seen('linh')['mine']['state']);
		// An extension settles it; the next reminder comes before the new end.
		$this->data('PUT', "/groups/$this->group/membership", 'linh', ['until' => '2027-03-01']);
		self::assertSame([], $this->ending('linh'));
		$this->day(90);
		self::assertSame([$soon], $this->ending('linh'));
	}

	public function testAChangedCharterNotifiesGroupMembersUntilTheyAcceptIt(): void {
		$this->comeIn('linh');
		$this->charter('Tenir parole.');
		$this->day(0);
		$this->day(1);
		$changed = 'La charte du réseau a changé';
		self::assertSame([1, 1, 0], array_map(fn (string $uid): int => count(array_keys($this->notified($uid), $changed, true)), ['odile', 'linh', 'yamina']));
		self::assertSame([['kind' => 'charter_asked', 'version' => 1]], $this->awaits('linh'));
		$this->data('PUT', '/charter/acceptance', 'linh', ['version' => 1]);
		self::assertNotContains($changed, $this->notified('linh'));
		self::assertSame([], $this->awaits('linh'));
	}

	public function testGroupsAreExportedAndImportedAgain(): void {
		$this->finish();
		$this->comeIn('linh', ['hours' => '2 h', 'until' => '2027-01-01']);
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]);
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['odile']['id'], 'until' => '2027-06-30']);
		$this->data('PUT', "/groups/$this->group", 'odile', ['version' => 1, 'channel' => ['kind' => 'mail', 'value' => 'eau@example.org'], 'join' => 'open', 'mandate' => ['mayAdvance' => ['Compter']]]);
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'dormant', 'version' => 2]);
		$exported = $this->kernel->get(GroupExport::class)->export();
		// An invitation nobody has answered is no membership.
		self::assertCount(2, $exported[0]['memberships']);
		$this->kernel->get(\OCP\IDBConnection::class)->executeStatement('DELETE FROM `*PREFIX*reseau_groups`');
		$this->kernel->get(\OCP\IDBConnection::class)->executeStatement('DELETE FROM `*PREFIX*reseau_memberships`');
		$report = $this->kernel->get(GroupImport::class)->import($exported);
		self::assertSame(0, $report->counts()['skipped']);
		self::assertEquals($exported, $this->kernel->get(GroupExport::class)->export());
	}

	/** @return list<string> what the bell says */
	private function notified(string $uid): array {
		return array_map(static fn (array $one): string => str_replace("\u{a0}", ' ', $one['subject']), $this->bell($uid));
	}

	/** @return list<string> of engagements that end */
	private function ending(string $uid): array {
		return array_values(array_filter($this->notified($uid), static fn (string $subject): bool => str_starts_with($subject, 'Votre engagement')));
	}

	/** @return list<array<string, mixed>> what Home says waits */
	private function awaits(string $uid): array {
		return $this->data('GET', '/home', $uid)['awaits'];
	}

	/** So many days after the first, the daily job has run. */
	private function day(int $days): void {
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 24 + $days, 2026));
		$this->kernel->runJob(EngagementsJob::class);
	}
}
