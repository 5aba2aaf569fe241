<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\Groups;
use PHPUnit\Framework\Attributes\Group;

/** Home says who joined one's groups. */
#[Group('databases')]
class NewsTest extends GroupTestCase {
	public function testNewPeopleInMyGroupsAreNamedForAMonth(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T10:00:00Z'));
		self::assertSame([], $this->news('odile'));
		$this->comeIn('linh');
		$this->kernel->clock->stopAt((int)strtotime('2026-11-25T10:00:00Z'));
		$this->comeIn('yamina');
		$group = ['id' => $this->group, 'title' => 'Eau de pluie'];
		self::assertEquals([['kind' => 'joined', 'group' => $group, 'day' => '2026-11-25', 'names' => ['Yamina', 'Linh'], 'others' => 0]], $this->news('odile'));
		// Oneself is no news; people outside the group learn of nobody.
		self::assertEqualsCanonicalizing(['Linh', 'Odile'], $this->news('yamina')[0]['names']);
		self::assertSame([], $this->news('nadege'));
		// To change what one engages for is not to join again.
		$this->kernel->clock->stopAt((int)strtotime('2026-12-20T10:00:00Z'));
		$this->data('PUT', "/groups/$this->group/membership", 'linh', ['hours' => '2 h']);
		self::assertSame(['Yamina', 'Linh'], $this->news('odile')[0]['names']);
		$this->kernel->clock->stopAt((int)strtotime('2026-12-25T09:00:00Z'));
		self::assertSame(['Yamina'], $this->news('odile')[0]['names']);
		// A person who left and comes back has joined again; people with hidden cards are not named.
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame(['Yamina'], $this->news('odile')[0]['names']);
		$this->comeIn('linh');
		self::assertSame(['Linh', 'Yamina'], $this->news('odile')[0]['names']);
		$card = $this->data('GET', '/members/me', 'linh');
		$this->data('PUT', "/members/{$card['id']}/status", 'linh', ['status' => 'paused', 'version' => $card['version']]);
		self::assertSame(['Yamina'], $this->news('odile')[0]['names']);
	}

	public function testThreeOfManyAreNamed(): void {
		foreach (range(1, 5) as $i) {
			$this->account("person$i");
			$this->data('PUT', '/members/me', "person$i", ['name' => "Personne $i", 'version' => 0]);
			$this->data('POST', "/groups/$this->group/join", "person$i", []);
			$this->data('POST', "/groups/$this->group/people/{$this->data('GET', '/members/me', "person$i")['id']}/admit", 'odile');
		}
		self::assertSame([['Personne 5', 'Personne 4', 'Personne 3'], 2], [$this->news('odile')[0]['names'], $this->news('odile')[0]['others']]);
	}

	public function testNewsNameTheAuthorOfAChangedMandate(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T10:00:00Z'));
		$this->comeIn('linh');
		$this->comeIn('yamina');
		$this->kernel->clock->stopAt((int)strtotime('2026-11-26T10:00:00Z'));
		$edit = fn (string $uid, array $changes) => $this->data('PUT', "/groups/$this->group", $uid, $changes + ['version' => $this->seen($uid)['version']]);
		$mandates = fn (string $uid): array => array_values(array_filter($this->news($uid), static fn (array $line): bool => $line['kind'] === 'mandate'));
		$edit('odile', ['purpose' => 'Autre chose']);
		self::assertSame([], $mandates('linh'));
		$mandate = ['mayAdvance' => ['Poser des cuves'], 'mustNot' => [], 'with' => []];
		$edit('odile', ['mandate' => $mandate]);
		$line = ['kind' => 'mandate', 'group' => ['id' => $this->group, 'title' => 'Eau de pluie'], 'day' => '2026-11-26'];
		self::assertEquals([$line + ['by' => 'Odile']], $mandates('linh'));
		self::assertSame(['mandate', 'joined'], array_column($this->news('linh'), 'kind'));
		// People get no news of their own actions, nor of groups they are not in.
		self::assertSame([[], []], [$mandates('odile'), $mandates('nadege')]);
		// The same mandate written again has not changed.
		$this->kernel->clock->stopAt((int)strtotime('2026-11-28T10:00:00Z'));
		$edit('odile', ['mandate' => $mandate]);
		self::assertSame('2026-11-26', $mandates('linh')[0]['day']);
		// Whose card is hidden is not named; an account that is gone leaves no trace.
		$card = $this->data('GET', '/members/me', 'odile');
		$this->data('PUT', "/members/{$card['id']}/status", 'odile', ['status' => 'paused', 'version' => $card['version']]);
		self::assertEquals([$line], $mandates('linh'));
		$this->kernel->get(Groups::class)->forgetAccount('odile');
		self::assertNull($this->kernel->get(GroupMapper::class)->findById($this->group)->getMandateBy());
		self::assertEquals([$line], $mandates('linh'));
		$this->kernel->clock->stopAt((int)strtotime('2026-12-27T10:00:00Z'));
		self::assertSame([], $mandates('linh'));
	}

	/** @return list<array<string, mixed>> */
	private function news(string $uid): array {
		return $this->data('GET', '/home', $uid)['news'];
	}
}
