<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use PHPUnit\Framework\Attributes\DataProvider;

/**
 * What each may do in a group, by its status: who facilitates it, is active in it, is invited, has asked to join, is not in it, or only
 * facilitates the network. The page offers nothing else.
 */
class CanTest extends GroupTestCase {
	private const WHO = ['odile' => 'facilitator', 'linh' => 'active', 'yamina' => 'invited', 'zohra' => 'requested', 'paul' => 'outside', 'nadege' => 'network', 'noe' => 'without a card'];

	protected function setUp(): void {
		parent::setUp();
		foreach (['zohra', 'paul'] as $uid) {
			$this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->account('noe');
		$this->kernel->config['sandbox.apps'] = 'spreed';
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]);
		$this->data('POST', "/groups/$this->group/join", 'zohra', []);
	}

	/** @return iterable<string, array{string, array<string, string>}> the status, and what each may do */
	public static function statuses(): iterable {
		yield 'forming' => ['forming', [
			'facilitator' => 'edit engage leave invite facilitate stepDown make talk close delete acceptances',
			'active' => 'engage leave',
			'invited' => 'join decline',
			'requested' => 'engage leave',
			'outside' => 'join',
			'network' => 'join make',
			'without a card' => '',
		]];
		yield 'active' => ['active', [
			'facilitator' => 'edit engage leave invite facilitate stepDown make talk sleep close acceptances',
			'active' => 'engage leave',
			'invited' => 'join decline',
			'requested' => 'engage leave',
			'outside' => 'join',
			'network' => 'join',
			'without a card' => '',
		]];
		yield 'dormant' => ['dormant', [
			'facilitator' => 'edit engage leave invite facilitate stepDown make talk close reopen acceptances',
			'active' => 'engage leave',
			'invited' => 'join decline',
			'requested' => 'engage leave',
			'outside' => 'join',
			'network' => 'join',
			'without a card' => '',
		]];
		yield 'closed' => ['closed', [
			'facilitator' => 'edit engage leave facilitate stepDown reopen delete acceptances',
			'active' => 'engage leave',
			'invited' => 'decline',
			'requested' => 'engage leave',
			'outside' => '',
			'network' => '',
			'without a card' => '',
		]];
	}

	/** @param array<string, string> $expected */
	#[DataProvider('statuses')]
	public function testWhatEachMayDo(string $status, array $expected): void {
		$this->become($status);
		$may = [];
		foreach (self::WHO as $uid => $who) {
			$may[$who] = $this->may($uid);
		}
		self::assertSame($expected, $may);
	}

	public function testWithoutAFacilitatorItsPeopleStepUpAndTheNetworkLooksAfterIt(): void {
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		self::assertSame('engage leave stepUp', $this->may('linh'));
		self::assertSame('join', $this->may('paul'));
		self::assertSame('engage leave', $this->may('zohra'));
		self::assertSame('edit join facilitate make close delete acceptances', $this->may('nadege'));
	}

	public function testOnlyTheInvitedJoinAPrivateGroup(): void {
		$this->data('PUT', "/groups/$this->group", 'odile', ['join' => 'private', 'version' => $this->seen('odile')['version']]);
		self::assertSame(['join decline', ''], [$this->may('yamina'), $this->may('paul')]);
	}

	public function testAPersonWithAHiddenCardDoesNotJoin(): void {
		$this->data('PUT', "/members/{$this->cards['paul']['id']}/status", 'paul', ['status' => 'paused', 'version' => 1]);
		self::assertSame('', $this->may('paul'));
	}

	public function testAConversationIsOfferedOnce(): void {
		$this->kernel->config['sandbox.apps'] = '';
		self::assertStringNotContainsString('talk', $this->may('odile'));
	}

	/** @return iterable<string, array{string, array<string, array<string, string>>}> who looks, and what they may do with each person */
	public static function rosters(): iterable {
		yield 'who facilitates it' => ['odile', ['Odile' => '', 'Jeanne' => 'remove', 'Linh' => 'facilitate', 'Zohra' => 'admit remove', 'Berthe' => 'remove', 'Yamina' => 'remove']];
		yield 'who is active in it and keeps a card' => ['linh', ['Odile' => '', 'Jeanne' => 'remove engage', 'Linh' => '']];
		yield 'who is not in it and keeps a card' => ['paul', ['Odile' => '', 'Jeanne' => '', 'Linh' => '', 'Berthe' => 'remove answer']];
		yield 'who only facilitates the network' => ['nadege', ['Odile' => '', 'Jeanne' => '', 'Linh' => '']];
	}

	/** @param array<string, array<string, string>> $expected */
	#[DataProvider('rosters')]
	public function testWhatEachMayDoWithTheOthers(string $uid, array $expected): void {
		$kept = ['Jeanne' => 'linh', 'Berthe' => 'paul', 'Ali' => 'odile'];
		foreach ($kept as $name => $keeper) {
			$id = $this->keptCard($keeper, ['name' => $name])['id'];
			if ($name !== 'Ali') {
				$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $id]);
			}
			if ($name === 'Jeanne') {
				$this->data('POST', "/groups/$this->group/people/$id/accept", $keeper, ['how' => 'De vive voix']);
			}
		}
		$may = fn (): array => array_map(static fn (array $row): string => implode(' ', array_keys(array_filter($row['can']))), $this->roster($uid));
		self::assertSame($expected, $may());
		$this->become('closed');
		$left = array_map(static fn (string $can): string => trim(strtr($can, ['admit' => '', 'answer' => ''])), $expected);
		self::assertSame($left, $may(), 'a closed group lets nobody in');
	}

	private function may(string $uid): string {
		return implode(' ', array_keys(array_filter($this->seen($uid)['can'])));
	}

	private function become(string $status): void {
		if ($status !== 'forming') {
			$this->finish();
		}
		if ($status !== 'forming' && $status !== 'active') {
			$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => $status, 'version' => $this->seen('odile')['version']]);
		}
		self::assertSame($status, $this->seen('odile')['status']);
	}
}
