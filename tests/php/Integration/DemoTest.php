<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Tests\NetworkTestCase;

class DemoTest extends NetworkTestCase {
	public function testItsDatesAreCountedFromTheDayItIsLoaded(): void {
		// 198 days after the one it was written for.
		$this->kernel->clock->stopAt((int)strtotime('2027-06-10T10:00:00Z'));
		$this->demo();
		$members = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/network/members.json'), true, 64, JSON_THROW_ON_ERROR);
		foreach (array_filter($members, static fn (array $member): bool => $member['account']) as ['id' => $uid]) {
			$home = $this->data('GET', '/home', $uid);
			self::assertSame([], array_filter($home['news'], static fn (array $line): bool => $line['kind'] === 'joined'), "$uid: all have long been in their groups");
			self::assertLessThan(3, count($home['awaits']), $uid);
			foreach (array_column($home['awaits'], 'until') as $until) {
				self::assertGreaterThan('2027-03-10', $until, $uid);
			}
		}
		self::assertStringContainsString('"from":"2026-04-17"', (string)$this->ask('GET', '/groups/1/roster', 'romain-vielfaure')->body);
		$published = array_column($this->data('GET', '/notices?sort=recent', 'romain-vielfaure')['notices'], 'published');
		self::assertNotSame([], $published);
		self::assertLessThan('2027-06-11', max($published));
		self::assertGreaterThan('2027-05-01', max($published));
	}
}
