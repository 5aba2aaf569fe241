<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use PHPUnit\Framework\Attributes\Group;

/** Undoing a group counts the people who joined it, in the transaction that closes it. */
#[Group('databases')]
final class UndoGroupTest extends GroupTestCase {
	private function undo(string $uid = 'odile', string $runner = 'a'): array {
		return $this->data('POST', "/groups/$this->group/making/undo", $uid, ['runner' => $runner]);
	}

	public function testNobodyJoinsAGroupThatIsBeingUndone(): void {
		$this->finish();
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]);
		$this->undo();
		self::assertSame(['closed', false], [$this->seen('linh')['status'], $this->seen('linh')['can']['join']]);
		foreach (['linh', 'yamina'] as $uid) {
			$this->assertRefused(409, 'group_closed', 'POST', "/groups/$this->group/join", $uid, []);
		}
		// The run goes on: it saves what it undoes, renews its lease and deletes the group.
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'a', 'boardId' => null]);
		$this->undo();
		$this->data('DELETE', "/groups/$this->group", 'odile', ['runner' => 'a']);
		$this->assertRefused(404, 'not_found', 'GET', "/groups/$this->group", 'odile');
	}

	public function testAnUndoThatEndsGivesTheGroupItsStatusAgain(): void {
		foreach (['forming', 'active'] as $status) {
			$version = $this->seen('odile')['version'];
			$this->undo();
			self::assertSame(['closed', $version + 1], [$this->seen('odile')['status'], $this->seen('odile')['version']]);
			$this->data('DELETE', "/groups/$this->group/making/undo", 'odile', ['runner' => 'a']);
			self::assertSame([$status, false], [$this->seen('odile')['status'], $this->seen('odile')['making']['running']]);
			// Ending what has not begun changes nothing.
			$this->data('DELETE', "/groups/$this->group/making/undo", 'odile', ['runner' => 'b']);
			self::assertSame($version + 2, $this->seen('odile')['version']);
			if ($status === 'forming') {
				$this->finish();
			}
		}
	}

	public function testOneRunAtATime(): void {
		$this->finish();
		$this->undo();
		$this->assertRefused(409, 'being_made', 'POST', "/groups/$this->group/making/undo", 'odile', ['runner' => 'b']);
		$this->assertRefused(409, 'being_made', 'DELETE', "/groups/$this->group/making/undo", 'odile', ['runner' => 'b']);
		$this->assertRefused(409, 'being_made', 'PUT', "/groups/$this->group/status", 'odile', ['status' => 'active', 'version' => $this->seen('odile')['version']]);
		// Once it is silent, another run goes on, and a facilitator may reopen the group.
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 121);
		$this->undo('odile', 'b');
		$this->data('DELETE', "/groups/$this->group/making/lease", 'odile', ['runner' => 'b']);
		self::assertSame('closed', $this->seen('odile')['status']);
		self::assertSame('active', $this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'active', 'version' => $this->seen('odile')['version']])['status']);
		$this->comeIn('linh');
		$this->assertRefused(409, 'group_joined', 'POST', "/groups/$this->group/making/undo", 'odile', ['runner' => 'c']);
		self::assertSame('active', $this->seen('odile')['status']);
	}

	public function testARunKnowsWhetherTheOtherOneIsOfTheSameAccount(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$making = "/groups/$this->group/making";
		$this->data('POST', "$making/lease", 'odile', ['runner' => 'a']);
		foreach (['odile' => true, 'linh' => false] as $uid => $mine) {
			foreach ([['POST', "$making/lease"], ['PUT', $making], ['POST', "$making/undo"]] as [$method, $path]) {
				self::assertSame($mine, $this->assertRefused(409, 'being_made', $method, $path, $uid, ['runner' => 'b'])['mine'], "$method $path by $uid");
			}
		}
		// Nobody has it any more: a late run may begin again.
		$this->data('DELETE', "$making/lease", 'odile', ['runner' => 'a']);
		self::assertTrue($this->assertRefused(409, 'being_made', 'PUT', $making, 'odile', ['runner' => 'a'])['mine']);
	}

	public function testTheAuthorAloneDoesNotCount(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$this->data('POST', "/groups/$this->group/leave", 'odile', []);
		// Linh is alone in the group that Odile made.
		$this->assertRefused(409, 'group_joined', 'POST', "/groups/$this->group/making/undo", 'linh', ['runner' => 'a']);
		$this->assertRefused(409, 'group_joined', 'DELETE', "/groups/$this->group", 'linh', ['runner' => 'a']);
		$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/making/undo", 'yamina', ['runner' => 'a']);
		$this->assertRefused(403, 'not_yours', 'DELETE', "/groups/$this->group/making/undo", 'yamina', ['runner' => 'a']);
	}

	public function testPeopleWithoutAnAccountCountToo(): void {
		$this->finish();
		$kept = $this->keptCard('nadege', ['name' => 'Perrine'])['id'];
		$this->kernel->get(MembershipMapper::class)->insert(Membership::of($this->group, $kept, Membership::ACTIVE));
		$this->assertRefused(409, 'group_joined', 'POST', "/groups/$this->group/making/undo", 'odile', ['runner' => 'a']);
		self::assertSame('active', $this->seen('odile')['status']);
	}
}
