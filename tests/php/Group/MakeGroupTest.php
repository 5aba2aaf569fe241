<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class MakeGroupTest extends GroupTestCase {
	public function testTheMakerFacilitatesAndOthersAreInvited(): void {
		$made = $this->make(['title' => 'Fête des ratés', 'purpose' => 'Rire', 'facilitators' => [$this->cards['linh']['id'], $this->cards['odile']['id']], 'join' => 'open']);
		self::assertSame(['forming', 'open', 1, true, ['Odile']], [$made['status'], $made['join'], $made['people'], $made['mine']['facilitates'], array_column($made['facilitators'], 'name')]);
		$asked = $this->seen('linh', $made['id']);
		self::assertSame(['invited', true, 'Odile', 1], [$asked['mine']['state'], $asked['mine']['facilitates'], $asked['mine']['invitedBy']['name'], $asked['people']]);
		self::assertFalse($asked['can']['edit']);
		self::assertTrue($this->data('POST', "/groups/{$made['id']}/join", 'linh', [])['can']['edit']);
	}

	public function testTheSameKeyCreatesOneGroupForEachAccount(): void {
		self::assertSame($this->group, $this->make(['title' => 'Autrement dit', 'key' => 'first'])['id']);
		self::assertNotSame($this->group, $this->make(['title' => 'Le mien', 'key' => 'first'], 'linh')['id']);
		self::assertNotSame($this->make(['title' => 'Sans clé'])['id'], $this->make(['title' => 'Sans clé'])['id']);
	}

	public function testASectionOfMinutesCreatesOneGroupForAnyAccount(): void {
		$minutes = ['id' => 7, 'position' => 2];
		$made = $this->make(['title' => 'Groupe 3', 'minutes' => $minutes], 'nadege');
		self::assertSame($minutes, $made['minutes']);
		self::assertSame($made['id'], $this->make(['title' => 'Groupe 3', 'minutes' => $minutes], 'nadege')['id']);
		$this->assertRefused(403, 'not_yours', 'POST', '/groups', 'odile', ['title' => 'Groupe 3', 'minutes' => $minutes]);
		$this->assertRefused(400, 'wrong_type', 'POST', '/groups', 'nadege', ['title' => 'Groupe 3', 'minutes' => ['id' => 'x', 'position' => 0]]);
	}

	public function testOnlyPeopleWithAVisibleCardCreateGroups(): void {
		$this->account('iris');
		$this->assertRefused(404, 'no_card', 'POST', '/groups', 'iris', ['title' => 'Seule']);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		$this->assertRefused(422, 'card_hidden', 'POST', '/groups', 'linh', ['title' => 'Cachée']);
		$this->assertRefused(422, 'unknown_member', 'POST', '/groups', 'odile', ['title' => 'Avec', 'facilitators' => [$this->cards['linh']['id']]]);
	}

	public function testAnEditFromAnOldVersionOverwritesNothing(): void {
		$version = $this->seen('odile')['version'];
		$edited = $this->data('PUT', "/groups/$this->group", 'odile', [
			'version' => $version, 'purpose' => 'Garder l’eau', 'mandate' => ['mayAdvance' => ['Compter', ''], 'mustNot' => [], 'with' => ['La mairie']],
			'channel' => ['kind' => 'mail', 'value' => 'eau@example.org'],
		]);
		self::assertSame(['Eau de pluie', 'Garder l’eau', ['Compter'], 'eau@example.org'], [$edited['title'], $edited['purpose'], $edited['mandate']['mayAdvance'], $edited['channel']['value']]);
		$refused = $this->assertRefused(409, 'stale_version', 'PUT', "/groups/$this->group", 'odile', ['version' => $version, 'title' => 'Autre']);
		self::assertSame($edited, $refused['current']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/groups/$this->group", 'linh', ['version' => $edited['version'], 'title' => 'Autre']);
		self::assertNull($this->seen('linh')['channel']);
	}

	public function testOnlyOneRunIsActiveAtATime(): void {
		$board = $this->board();
		$folder = $this->folder('Eau');
		$lease = $this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'a']);
		self::assertSame([true, true, true, 'Odile'], [$lease['first'], $lease['mine'], $lease['running'], $lease['by']['name']]);
		$this->assertRefused(409, 'being_made', 'POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'b']);
		$this->assertRefused(409, 'being_made', 'PUT', "/groups/$this->group/making", 'odile', ['runner' => 'b', 'boardId' => $board]);
		$this->assertRefused(409, 'being_made', 'DELETE', "/groups/$this->group", 'odile');
		$saved = $this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => $board, 'step' => 'folder', 'note' => 'Teams: absent'] + $folder);
		self::assertSame([$board, $folder['folderId'], $folder['folderPath'], 'folder', 'Teams: absent', false], [$saved['boardId'], $saved['folderId'], $saved['folderPath'], $saved['step'], $saved['note'], $saved['first']]);

		// Silent for more than two minutes: another run continues, and the first has lost its lease.
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 121);
		self::assertFalse($this->seen('odile')['making']['running']);
		$lease = $this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'b']);
		self::assertSame([false, $board], [$lease['first'], $lease['boardId']]);
		$this->assertRefused(409, 'being_made', 'PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => 4]);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'b', 'step' => 'done']);
		self::assertSame(['active', $board, false], [$this->seen('odile')['status'], $this->seen('odile')['boardId'], $this->seen('odile')['making']['running']]);
		// Over is over, also for a run that comes late.
		$this->assertRefused(409, 'being_made', 'PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => 4]);
		self::assertNull($this->seen('linh')['making']);
	}

	public function testCreatedThingsBelongToOneGroupAndCanBeUndone(): void {
		$board = $this->board();
		$other = $this->make(['title' => 'Autre'])['id'];
		foreach ([$this->group, $other] as $group) {
			$this->data('POST', "/groups/$group/making/lease", 'odile', ['runner' => 'a']);
		}
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => $board]);
		$this->assertRefused(409, 'board_taken', 'PUT', "/groups/$other/making", 'odile', ['runner' => 'a', 'boardId' => $board]);
		$this->assertRefused(422, 'unknown_team', 'PUT', "/groups/$other/making", 'odile', ['runner' => 'a', 'teamId' => 'anything']);
		$this->assertRefused(400, 'wrong_type', 'PUT', "/groups/$other/making", 'odile', ['runner' => 'a', 'boardId' => 'x']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => null]);
		$this->data('PUT', "/groups/$other/making", 'odile', ['runner' => 'a', 'boardId' => $board]);
		$this->data('DELETE', "/groups/$this->group", 'odile', ['runner' => 'a']);
		$this->assertRefused(404, 'not_found', 'GET', "/groups/$this->group", 'odile');
	}

	/** @return array<string, array{string, bool}> */
	public static function othersProvider(): array {
		return [
			'active' => [Membership::ACTIVE, true],
			'asks to come in' => [Membership::REQUESTED, true],
			'came in by the team' => [Membership::UNSIGNED, true],
			'invited' => [Membership::INVITED, false],
			'said no' => [Membership::DECLINED, false],
			'left' => [Membership::LEFT, false],
		];
	}

	#[DataProvider('othersProvider')]
	public function testAGroupWithOtherMembersIsNotUndone(string $state, bool $stays): void {
		// Without an account, and shown to nobody: neither Teams nor the roster knows of them.
		$kept = $this->keptCard('nadege', ['name' => 'Perrine'])['id'];
		$this->kernel->get(MembershipMapper::class)->insert(Membership::of($this->group, $kept, $state));
		if ($stays) {
			$this->assertRefused(409, 'group_joined', 'POST', "/groups/$this->group/making/undo", 'odile', ['runner' => 'a']);
			$this->assertRefused(409, 'group_joined', 'DELETE', "/groups/$this->group", 'odile', ['runner' => 'a']);
			self::assertSame('forming', $this->seen('odile')['status']);
		} else {
			$this->data('POST', "/groups/$this->group/making/undo", 'odile', ['runner' => 'a']);
			$this->data('DELETE', "/groups/$this->group", 'odile', ['runner' => 'a']);
			$this->assertRefused(404, 'not_found', 'GET', "/groups/$this->group", 'odile');
		}
	}

	public function testAnOpenGroupWithOtherMembersIsNotClosedToBeUndone(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->assertRefused(409, 'group_joined', 'DELETE', "/groups/$this->group", 'odile', ['runner' => 'a']);
		$this->assertRefused(409, 'group_living', 'DELETE', "/groups/$this->group", 'odile');
	}

	public function testTheChosenModelOfAGroupIsSaved(): void {
		$board = $this->board();
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'a']);
		self::assertNull($this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'step' => 'team'])['model']);
		$saved = $this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => $board, 'model' => 'bilan']);
		self::assertSame([$board, 'bilan'], [$saved['boardId'], $saved['model']]);
		foreach (['too_long' => str_repeat('x', 65), 'wrong_type' => ['bilan'], 'bad_text' => "bi\u{7}lan"] as $reason => $model) {
			self::assertSame('model', $this->assertRefused(400, $reason, 'PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'model' => $model])['field']);
		}
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'step' => 'done']);
		self::assertSame('bilan', $this->seen('odile')['making']['model']);
	}

	public function testTakingOverTheMakingDoesNotMakeAMember(): void {
		$board = $this->board('nadege');
		self::assertFalse($this->seen('linh')['can']['make']);
		self::assertTrue($this->seen('nadege')['can']['make']);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/making/lease", 'linh', ['runner' => 'a']);
		$lease = $this->data('POST', "/groups/$this->group/making/lease", 'nadege', ['runner' => 'a']);
		self::assertSame([true, true, null], [$lease['first'], $lease['mine'], $lease['folderPath']]);
		$seen = $this->seen('nadege');
		self::assertSame([['Odile'], null, false, false, true], [array_column($seen['facilitators'], 'name'), $seen['mine'], $seen['can']['edit'], $seen['can']['invite'], $seen['can']['make']]);
		// Odile is notified only once, although a run renews its lease all the time.
		$this->data('POST', "/groups/$this->group/making/lease", 'nadege', ['runner' => 'a']);
		self::assertSame(1, count(array_filter($this->bell('odile'), static fn (array $one): bool => str_contains($one['subject'], 'Eau de pluie'))));
		$this->data('PUT', "/groups/$this->group/making", 'nadege', ['runner' => 'a', 'boardId' => $board, 'step' => 'board']);
		$this->assertRefused(409, 'being_made', 'POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'a']);
		// A facilitator of the group takes it back once no run is active; then it is theirs.
		$this->data('DELETE', "/groups/$this->group/making/lease", 'nadege', ['runner' => 'a']);
		self::assertSame($board, $this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'a'])['boardId']);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/making/lease", 'nadege', ['runner' => 'a']);
	}

	public function testTheAccountThatTookOverFinishesTheRun(): void {
		$board = $this->board('nadege');
		$this->data('POST', "/groups/$this->group/making/lease", 'nadege', ['runner' => 'a']);
		$this->data('PUT', "/groups/$this->group/making", 'nadege', ['runner' => 'a', 'boardId' => $board, 'step' => 'done']);
		self::assertSame(['active', null, false], [$this->seen('nadege')['status'], $this->seen('nadege')['mine'], $this->seen('nadege')['can']['make']]);
		// A group that nobody facilitates is at rest once it is made.
		$other = $this->make(['title' => 'Autre'])['id'];
		$this->data('DELETE', "/groups/$other/facilitators", 'odile');
		$this->finish('nadege', $other);
		self::assertSame(['dormant', 1], [$this->seen('nadege', $other)['status'], $this->seen('nadege', $other)['people']]);
	}

	public function testAGroupIsPausedClosedAndReopened(): void {
		$status = fn (string $status, string $uid = 'odile'): array => $this->data('PUT', "/groups/$this->group/status", $uid, ['status' => $status, 'version' => $this->seen($uid)['version']]);
		$this->assertRefused(400, 'unknown_status', 'PUT', "/groups/$this->group/status", 'odile', ['status' => 'active', 'version' => 1]);
		$this->finish();
		$this->assertRefused(409, 'group_living', 'DELETE', "/groups/$this->group", 'odile');
		self::assertSame('dormant', $status('dormant')['status']);
		self::assertSame('active', $status('active')['status']);
		$closed = $status('closed');
		self::assertSame(['closed', 1, true, false], [$closed['status'], $closed['people'], $closed['can']['reopen'], $closed['can']['invite']]);
		$this->assertRefused(409, 'group_closed', 'POST', "/groups/$this->group/join", 'linh', []);
		$this->assertRefused(409, 'stale_version', 'PUT', "/groups/$this->group/status", 'odile', ['status' => 'active', 'version' => 1]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertSame([], $this->data('GET', '/groups', 'odile'));
	}

	public function testAConversationIsCreatedIfTalkIsInstalled(): void {
		self::assertFalse($this->seen('odile')['can']['talk']);
		$this->assertRefused(409, 'talk_failed', 'POST', "/groups/$this->group/talk", 'odile');
		$this->kernel->config['sandbox.apps'] = 'spreed';
		self::assertTrue($this->seen('odile')['can']['talk']);
		$channel = $this->data('POST', "/groups/$this->group/talk", 'odile')['channel'];
		self::assertSame('talk', $channel['kind']);
		self::assertSame($channel, $this->data('POST', "/groups/$this->group/talk", 'odile')['channel']);
		// An edit that brings it along unchanged keeps it.
		$edited = $this->data('PUT', "/groups/$this->group", 'odile', ['version' => $this->seen('odile')['version'], 'title' => 'Pluie', 'channel' => $channel]);
		self::assertSame($channel, $edited['channel']);
	}

	public function testARunHasAName(): void {
		foreach ([['POST', 'making/lease'], ['PUT', 'making'], ['DELETE', 'making/lease']] as [$method, $path]) {
			self::assertSame('runner', $this->assertRefused(400, 'runner_missing', $method, "/groups/$this->group/$path", 'odile', ['runner' => ''])['field']);
		}
	}
}
