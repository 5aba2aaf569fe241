<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;

/** What the machine is to find is done behind the app's back: it finds it, and finds nothing where all is well. */
class JudgeTest extends NetworkTestCase {
	private const ALICE = 1;
	private const BRUNO = 2;
	/** Kept by Bruno; the last card has no keeper. */
	private const IRIS = 6;
	/** Alice's group, by invitation, and Bruno's, by request. */
	private const PRIVATE = 1;
	private const REQUEST = 2;

	private World $world;

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->world = new World($this->kernel);
		$this->world->begin(fn (string $method, string $path, ?string $uid, ?array $body = null): mixed => $this->ask($method, $path, $uid, $body)->data());
	}

	public function testAMemberWithoutConsentIsReported(): void {
		$this->assertFound(
			['card 6 is in group 1 without having agreed', 'alice reads drives, availability, contact, drives by its words, availability by its words of card 6'],
			'alice',
			fn () => $this->place(self::PRIVATE, self::IRIS, Membership::ACTIVE),
		);
		// Bruno keeps the card, but is in his group no longer.
		$this->sql('UPDATE `*PREFIX*reseau_memberships` SET member_id = 3 WHERE group_id = 2 AND member_id = 2');
		$this->assertFound(['card 6 is in group 2, which let nobody in'], 'bruno', fn () => $this->place(self::REQUEST, self::IRIS, Membership::ACTIVE));
	}

	public function testAPersonWhoAdmitsThemselvesIsReported(): void {
		$this->assertFound(['card 4 is in group 1, which let nobody in'], 'fanny', fn () => $this->place(self::PRIVATE, 4, Membership::ACTIVE));
		$this->assertFound(['card 3 is invited into group 1 without the right to do so'], 'bruno', fn () => $this->place(self::PRIVATE, 3, Membership::INVITED));
		$this->assertFound(['group 2 is opened without the right to do so'], 'gus', fn () => $this->sql("UPDATE `*PREFIX*reseau_groups` SET joining = 'open' WHERE id = 2"));
	}

	public function testACardReadableWithoutAnActIsReported(): void {
		$this->assertFound(['gus reads limits, limits by its words of card 1'], 'gus', fn () => $this->data('PUT', '/members/me', 'alice', [
			'version' => 1, 'audience' => ['limits' => 'members'],
		]));
	}

	public function testAllowedChangesAreNotReported(): void {
		$this->assertFound([], 'bruno', fn () => $this->place(self::REQUEST, self::IRIS, Membership::ACTIVE));
		$this->assertFound([], 'alice', fn () => $this->place(self::REQUEST, self::ALICE, Membership::REQUESTED));
		$this->assertFound([], 'bruno', fn () => $this->sql("UPDATE `*PREFIX*reseau_memberships` SET state = 'active' WHERE group_id = 2 AND member_id = 1"));
		$this->assertFound([], 'alice', fn () => $this->sql("UPDATE `*PREFIX*reseau_groups` SET joining = 'open' WHERE id = 1"));
	}

	public function testOrphanedRowsAreReported(): void {
		$db = $this->kernel->get(IDBConnection::class);
		self::assertSame([], Orphans::find($db));
		$this->place(99, self::BRUNO, Membership::ACTIVE);
		$this->sql('DELETE FROM `*PREFIX*reseau_members` WHERE id = 4');
		self::assertContains('1 of reseau_memberships belong to no reseau_groups', Orphans::find($db));
		self::assertContains('1 of reseau_consents belong to no reseau_members', Orphans::find($db));
	}

	/** @param list<string> $wrongs at least these, in words; none: nothing at all */
	private function assertFound(array $wrongs, string $by, callable $do): void {
		$look = fn (): array => [new Facts($this->kernel), Sight::of($this->kernel, $this->world->accounts(), $this->world->cards())];
		[$before, $saw] = $look();
		$do();
		[$after, $sees] = $look();
		$found = (new Judge(new Act('planted', $by), $before, $after, $saw, $sees))->wrongs();
		self::assertSame([], array_values(array_diff($wrongs, $found)), implode("\n", $found));
		self::assertSame($wrongs === [], $found === []);
	}

	private function place(int $group, int $card, string $state): void {
		$this->kernel->get(MembershipMapper::class)->insert(Membership::of($group, $card, $state));
	}

	private function sql(string $sql): void {
		$this->kernel->get(IDBConnection::class)->executeStatement($sql);
	}
}
