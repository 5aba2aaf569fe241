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
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Teams;
use Sandbox\Service\TeamSpaces;
use Sandbox\Service\Things;

/** Changes in Teams are followed, immediately if Teams sends an event, within the hour if it does not; but nobody enters a group by them. */
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

	public function testAPersonInTheTeamOfAnOpenGroupIsAskedForTheirEngagementAndNotAMember(): void {
		$this->admitBy('open');
		$this->teams->add($this->team, 'linh', 'odile');
		$seen = $this->seen('linh');
		self::assertSame(['unsigned', 1, null], [$seen['mine']['state'], $seen['people'], $seen['channel']]);
		self::assertArrayHasKey('Linh', $this->roster('odile'));
		self::assertArrayNotHasKey('Linh', $this->roster('yamina'));
		self::assertCount(1, array_filter($this->bell('linh'), static fn (array $one): bool => str_contains($one['subject'], 'Eau de pluie')));
		self::assertCount(1, $this->waiting('linh'));
		self::assertSame('active', $this->data('POST', "/groups/$this->group/join", 'linh', ['commitment' => 'Les citernes'])['mine']['state']);
		self::assertSame([], $this->bell('linh'));
	}

	/** However they got into the team there, and whether its event came or not. */
	public function testTheTeamOfAGroupThatIsNotOpenAdmitsNobody(): void {
		$this->teams->join($this->team, 'linh');
		self::assertNull($this->seen('linh')['mine']);
		self::assertSame('requested', $this->data('POST', "/groups/$this->group/join", 'linh', [])['mine']['state']);
		$this->teams->confirm($this->team, (string)$this->teams->membership($this->team, 'linh')['member'], 'odile');
		$this->quiet->add($this->team, 'yamina', 'odile');
		$this->reconcile();
		self::assertSame(['requested', 'unsigned', [], []], [$this->seen('linh')['mine']['state'], $this->seen('yamina')['mine']['state'], $this->bell('yamina'), $this->waiting('yamina')]);
		self::assertSame('requested', $this->data('POST', "/groups/$this->group/join", 'yamina', [])['mine']['state']);
		$this->reconcile();
		self::assertSame(1, $this->seen('odile')['people']);
		// The group does.
		$this->data('POST', "/groups/$this->group/people/{$this->cards['linh']['id']}/admit", 'odile');
		self::assertSame(2, $this->seen('odile')['people']);
	}

	/** An open group becomes private; a stranger has joined its team, which was left open. */
	public function testAPrivateGroupIsNotEnteredThroughItsTeam(): void {
		$this->card('odile', ['version' => $this->cards['odile']['version'], 'availability' => 'Le soir', 'audience' => ['availability' => 'groups']]);
		$this->admitBy('open');
		$this->teams->edit($this->team, 'odile', ['config' => Teams::VISIBLE + Teams::OPEN]);
		$this->teams->join($this->team, 'yamina');
		$this->admitBy('private');
		$this->teams->join($this->team, 'linh');
		$this->reconcile();
		$seen = $this->seen('linh');
		self::assertSame(['unsigned', false, true, [], []], [$seen['mine']['state'], $seen['can']['join'], $seen['can']['leave'], $this->waiting('linh'), $this->bell('linh')]);
		foreach (['linh', 'yamina'] as $uid) {
			$this->assertRefused(403, 'by_invitation', 'POST', "/groups/$this->group/join", $uid, []);
		}
		self::assertSame([], $this->waiting('yamina'));
		self::assertArrayNotHasKey('availability', $this->data('GET', "/members/{$this->cards['odile']['id']}", 'linh'));
		// The facilitators see who is there, and may ask them.
		self::assertSame('unsigned', $this->roster('odile')['Linh']['state']);
		self::assertSame('notified', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['linh']['id']])['outcome']);
		self::assertSame('active', $this->data('POST', "/groups/$this->group/join", 'linh', [])['mine']['state']);
		self::assertArrayHasKey('availability', $this->data('GET', "/members/{$this->cards['odile']['id']}", 'linh'));
	}

	/** @return iterable<string, array{string, ?string}> */
	public static function standings(): iterable {
		yield 'they were invited' => ['invited', 'invite'];
		yield 'they declined' => ['declined', 'decline'];
		yield 'they left' => ['left', 'leave'];
	}

	#[DataProvider('standings')]
	public function testAddingThemToTheTeamChangesNothing(string $state, string $how): void {
		foreach (['open', 'request', 'private'] as $at => $join) {
			$this->group = $this->make(['title' => "Groupe $join", 'join' => $join])['id'];
			$team = $this->teams->create('Une équipe', 'odile');
			$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
			$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'teamId' => $team, 'step' => 'done']);
			$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['linh']['id']]);
			match ($how) {
				'decline' => $this->data('POST', "/groups/$this->group/decline", 'linh'),
				'leave' => [$this->data('POST', "/groups/$this->group/join", 'linh', []), $this->data('POST', "/groups/$this->group/leave", 'linh', [])],
				default => null,
			};
			foreach ([$this->teams, $this->quiet, $this->teams] as $teams) {
				$teams->add($team, 'linh', 'odile');
				$this->reconcile();
				self::assertSame($state, $this->seen('linh')['mine']['state'], $join);
				$teams->leave($team, 'linh');
				$this->reconcile();
				self::assertSame($state, $this->seen('linh')['mine']['state'], $join);
			}
			// Only the invitation itself was notified.
			self::assertCount($state === 'invited' ? $at + 1 : 0, $this->bell('linh'));
		}
	}

	/** Nadège facilitates the network and is not in Odile's groups. */
	public function testNobodyGivesAPrivateGroupATeamFromOutside(): void {
		$private = $this->make(['title' => 'Fête', 'join' => 'private'])['id'];
		self::assertFalse($this->seen('nadege', $private)['can']['make']);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$private/making/lease", 'nadege', ['runner' => 'a']);
		// A run that began before the group became private ends.
		$group = $this->make(['title' => 'Foire', 'join' => 'request'])['id'];
		$this->data('POST', "/groups/$group/making/lease", 'nadege', ['runner' => 'a']);
		$this->data('PUT', "/groups/$group", 'odile', ['version' => $this->seen('odile', $group)['version'], 'join' => 'private']);
		$team = $this->teams->create('Foire', 'nadege');
		$this->assertRefused(403, 'not_yours', 'PUT', "/groups/$group/making", 'nadege', ['runner' => 'a', 'teamId' => $team]);
		$this->data('PUT', "/groups/$group", 'odile', ['version' => $this->seen('odile', $group)['version'], 'join' => 'request']);
		$this->data('PUT', "/groups/$group/making", 'nadege', ['runner' => 'a', 'teamId' => $team, 'step' => 'done']);
		$this->teams->add($team, 'linh', 'nadege');
		$this->quiet->add($team, 'odile', 'nadege');
		$this->reconcile();
		foreach (['nadege', 'linh'] as $uid) {
			self::assertSame('requested', $this->data('POST', "/groups/$group/join", $uid, [])['mine']['state'], $uid);
		}
		$this->reconcile();
		self::assertSame(1, $this->seen('odile', $group)['people']);
	}

	/** @return iterable<string, array{string, int, bool}> */
	public static function settings(): iterable {
		[$open, $request] = [Teams::VISIBLE + Teams::OPEN, Teams::VISIBLE + Teams::OPEN + Teams::REQUEST];
		foreach (['open' => [], 'request' => ['open', 'unlisted', 'friend'], 'private' => ['open', 'unlisted', 'request', 'friend']] as $join => $wider) {
			foreach (['private' => 0, 'listed' => Teams::VISIBLE, 'open' => $open, 'unlisted' => Teams::OPEN, 'request' => $request, 'friend' => Teams::FRIEND] as $name => $config) {
				yield "$name team of a group by $join" => [$join, $config, in_array($name, $wider, true)];
			}
		}
	}

	#[DataProvider('settings')]
	public function testATeamThatIsMoreOpenThanItsGroupIsReported(string $join, int $config, bool $isReported): void {
		$this->admitBy($join);
		$this->comeInto('yamina');
		$this->teams->edit($this->team, 'odile', ['config' => $config]);
		self::assertSame([$isReported, false, false], [$this->seen('odile')['teamOpen'], $this->seen('yamina')['teamOpen'], $this->seen('nadege')['teamOpen']]);
		$this->reconcile();
		self::assertCount($isReported ? 1 : 0, $this->reports('odile'));
		self::assertSame([], $this->reports('yamina'));
	}

	public function testAnOpenTeamIsReportedOnceUntilItIsSetRight(): void {
		$this->teams->edit($this->team, 'odile', ['config' => Teams::VISIBLE + Teams::OPEN]);
		$this->reconcile();
		[$report] = $this->reports('odile');
		self::assertStringContainsString('Eau de pluie', $report['subject']);
		self::assertStringEndsWith("/groups/$this->group", $report['link']);
		$this->dismiss('odile', $report);
		$this->reconcile();
		self::assertSame([], $this->reports('odile'));
		$this->teams->edit($this->team, 'odile', ['config' => 0]);
		self::assertFalse($this->seen('odile')['teamOpen']);
		$this->reconcile();
		$this->teams->edit($this->team, 'odile', ['config' => Teams::FRIEND]);
		$this->reconcile();
		$this->reconcile();
		self::assertCount(1, $this->reports('odile'));
		// Set right: the notification is dismissed when it is read, before the job knows.
		$this->teams->edit($this->team, 'odile', ['config' => 0]);
		self::assertSame([], $this->reports('odile'));
	}

	public function testAnOpenTeamIsReportedToTheNextFacilitator(): void {
		$this->comeInto('yamina');
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		$this->teams->edit($this->team, 'odile', ['config' => Teams::VISIBLE + Teams::OPEN]);
		$this->reconcile();
		$this->data('POST', "/groups/$this->group/facilitators", 'yamina', ['memberId' => $this->cards['yamina']['id']]);
		$this->reconcile();
		self::assertSame([0, 1], [count($this->reports('odile')), count($this->reports('yamina'))]);
	}

	public function testAPersonWhoLeavesTheTeamHasLeftAndMayAddANote(): void {
		$this->comeIn('linh');
		$this->teams->add($this->team, 'linh', 'odile');
		$this->teams->leave($this->team, 'linh');
		$seen = $this->seen('linh');
		self::assertSame(['left', true, '2026-11-24'], [$seen['mine']['state'], $seen['mine']['leftInTeams'], $seen['mine']['left']]);
		self::assertTrue($this->roster('odile')['Linh']['leftInTeams']);
		self::assertSame([1, 1], [count($this->reports('linh', 'group_left_in_teams')), count($this->reports('odile', 'group_someone_left_in_teams'))]);
		$mine = $this->data('POST', "/groups/$this->group/leave", 'linh', ['note' => 'À bientôt'])['mine'];
		self::assertSame(['À bientôt', false], [$mine['exitNote'], $mine['leftInTeams']]);
		// She left here as well, so there is nothing to report any more.
		self::assertSame([[], []], [$this->reports('linh', 'group_left_in_teams'), $this->reports('odile', 'group_someone_left_in_teams')]);
	}

	/** Removed there and added there again, a former member is in the team and not in the group. */
	public function testAPersonRemovedInTeamsAndAddedAgainIsInvitedBack(): void {
		$this->comeInto('linh');
		$this->teams->add($this->team, 'linh', 'odile');
		$this->teams->removeMember($this->team, (string)$this->teams->membership($this->team, 'linh')['member'], 'odile');
		$this->teams->add($this->team, 'linh', 'odile');
		self::assertSame(['left', true], [$this->seen('linh')['mine']['state'], $this->seen('linh')['mine']['inTeam']]);
		self::assertSame('notified', $this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['linh']['id']])['outcome'] ?? null);
		self::assertSame([], $this->reports('linh', 'group_left_in_teams'));
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		self::assertSame([], $this->reports('odile', 'group_someone_left_in_teams'));
	}

	/** Who leaves here leaves the team afterwards; nobody is notified of that. */
	public function testLeavingHereIsNotReportedAsLeavingTheTeam(): void {
		$this->comeInto('linh');
		$this->teams->add($this->team, 'linh', 'odile');
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		$this->teams->leave($this->team, 'linh');
		self::assertSame([[], []], [$this->reports('linh', 'group_left_in_teams'), $this->reports('odile', 'group_someone_left_in_teams')]);
	}

	public function testTheHourlyJobFindsChangesWithoutAnEvent(): void {
		$this->admitBy('open');
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
		// Linh was only in the team, and so has not left the group.
		self::assertSame([null, 'active'], [$this->seen('linh')['mine'], $this->seen('yamina')['mine']['state']]);
		self::assertArrayNotHasKey('Linh', $this->roster('yamina'));

		// Odile owned the team, facilitated the group, and is gone from both.
		$this->quiet->add($this->team, 'yamina', 'odile');
		$this->quiet->leave($this->team, 'odile');
		$this->reconcile();
		self::assertSame(['dormant', 'left'], [$this->seen('yamina')['status'], $this->seen('odile')['mine']['state']]);
	}

	public function testADeletedTeamIsReportedAndCanBeCreatedAgain(): void {
		$this->comeIn('linh');
		$this->quiet->add($this->team, 'yamina', 'odile');
		$this->reconcile();
		self::assertSame('unsigned', $this->seen('yamina')['mine']['state']);
		$this->quiet->destroy($this->team, 'odile');
		$this->reconcile();
		self::assertNull($this->seen('yamina')['mine']);
		self::assertSame([true, 'active', 2], [$this->seen('linh')['teamGone'], $this->seen('linh')['status'], $this->seen('linh')['people']]);
		self::assertSame([1, 0], [count($this->reports('odile', 'group_team_gone')), count($this->reports('linh', 'group_team_gone'))]);
		$this->dismiss('odile', $this->reports('odile', 'group_team_gone')[0]);
		$this->reconcile();
		self::assertSame([], $this->reports('odile', 'group_team_gone'));
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
		$this->comeIn('linh');
		$this->teams->add($this->team, 'linh', 'odile');
		$this->kernel->config['sandbox.apps'] = '';
		$this->reconcile();
		self::assertSame([false, 2], [$this->seen('odile')['teamGone'], $this->seen('odile')['people']]);
	}

	private function admitBy(string $join): void {
		$this->data('PUT', "/groups/$this->group", 'odile', ['version' => $this->seen('odile')['version'], 'join' => $join]);
	}

	/** By an invitation, which admits to every group. */
	private function comeInto(string $uid): void {
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards[$uid]['id']]);
		$this->data('POST', "/groups/$this->group/join", $uid, []);
	}

	/** @return list<array<string, mixed>> what waits on Home for a person who is in a team without an engagement */
	private function waiting(string $uid): array {
		return array_values(array_filter($this->data('GET', '/home', $uid)['awaits'], static fn (array $one): bool => $one['kind'] === 'group_unsigned'));
	}

	/** @return list<array<string, mixed>> notifications about the team of a group */
	private function reports(string $uid, string $type = 'group_team_open'): array {
		return array_values(array_filter($this->bell($uid), static fn (array $one): bool => $one['object_type'] === $type));
	}

	/** @param array<string, mixed> $report */
	private function dismiss(string $uid, array $report): void {
		$this->kernel->request('DELETE', "/ocs/v2.php/apps/notifications/api/v2/notifications/{$report['notification_id']}", $uid);
	}

	private function reconcile(): void {
		$this->kernel->runJob(TeamsJob::class);
	}
}
