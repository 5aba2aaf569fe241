<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;


/** What follows immediately from creating a group, or from asking to join one. */
class NewGroupTest extends GroupTestCase {
	public function testANewGroupIsChangedWithItsFirstVersion(): void {
		$made = $this->make(['title' => 'Terre', 'key' => 'second']);
		self::assertSame([1, 'forming'], [$made['version'], $made['status']]);
		$changed = $this->data('PUT', "/groups/{$made['id']}", 'odile', ['version' => $made['version'], 'title' => 'Terres']);
		self::assertSame([2, 'Terres'], [$changed['version'], $changed['title']]);
	}

	public function testRequestedGroupsAndInvitationsAreAmongTheOwnGroups(): void {
		$this->finish();
		$asked = $this->make(['title' => 'Terre', 'key' => 'second'])['id'];
		$this->finish('odile', $asked);
		self::assertSame('requested', $this->data('POST', "/groups/$this->group/join", 'linh', [])['mine']['state']);
		$this->data('POST', "/groups/$asked/invitations", 'odile', ['memberId' => $this->cards['linh']['id']]);
		self::assertSame(['Eau de pluie' => 'requested', 'Terre' => 'invited'], array_map(
			static fn (array $mine): string => $mine['state'],
			array_column($this->data('GET', '/groups', 'linh'), 'mine', 'title'),
		));
	}
}
