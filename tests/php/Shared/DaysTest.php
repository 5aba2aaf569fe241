<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Group\GroupNotifications;
use OCA\Reseau\Group\RemindEngagements;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IConfig;
use OCP\IUserSession;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Service\Config;
use Sandbox\Service\Store;

/** Odile is in Cayenne, Linh in Nouméa, the server of the first tests in Paris, of the others in UTC; Yamina’s browser names a zone that PHP does not know. */
class DaysTest extends GroupTestCase {
	private const ZONES = ['odile' => 'America/Cayenne', 'linh' => 'Pacific/Noumea', 'yamina' => 'Mars/Olympus'];

	protected function setUp(): void {
		parent::setUp();
		foreach (self::ZONES as $uid => $zone) {
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'timezone', $zone);
		}
	}

	/** @return array<string, array{string, array<string, string>}> a moment, and the day it is for each account */
	public static function momentsProvider(): array {
		return [
			'at noon' => ['2026-11-24T12:00:00Z', ['odile' => '2026-11-24', 'linh' => '2026-11-24', 'yamina' => '2026-11-24', '' => '2026-11-24']],
			'before midnight in Paris' => ['2026-11-24T22:59:00Z', ['odile' => '2026-11-24', 'linh' => '2026-11-25', 'yamina' => '2026-11-24', '' => '2026-11-24']],
			'after it' => ['2026-11-24T23:00:00Z', ['odile' => '2026-11-24', 'linh' => '2026-11-25', 'yamina' => '2026-11-25', '' => '2026-11-25']],
			'before midnight in Cayenne' => ['2026-11-25T02:59:00Z', ['odile' => '2026-11-24', 'linh' => '2026-11-25', 'yamina' => '2026-11-25', '' => '2026-11-25']],
			'after that' => ['2026-11-25T03:00:00Z', ['odile' => '2026-11-25', 'linh' => '2026-11-25', 'yamina' => '2026-11-25', '' => '2026-11-25']],
		];
	}

	/** On a server of a zone, where nobody is logged in. */
	private function days(string $zone): Days {
		return new Days($this->kernel->clock, new Config($this->kernel->get(Store::class), ['default_timezone' => $zone]), $this->createStub(IUserSession::class));
	}

	/** @param array<string, string> $expected */
	#[DataProvider('momentsProvider')]
	public function testADayIsInTheTimeZoneOfTheReader(string $moment, array $expected): void {
		$time = (int)strtotime($moment);
		$this->kernel->clock->stopAt($time);
		$days = $this->days('Europe/Paris');
		foreach ($expected as $uid => $day) {
			self::assertSame([$day, $day], [$days->today(uid: $uid ?: null), $days->of($time, $uid ?: null)], "for “{$uid}”");
		}
		self::assertSame(str_replace('11-', '12-', $expected['odile']), $days->today('+30 days', 'odile'));
	}

	public function testWithoutATimeZoneOfTheServerItIsUtc(): void {
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T23:30:00Z'));
		self::assertSame('2026-11-24', $this->days('')->today());
	}

	public function testADayIsInTheTimeZoneOfTheAccount(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->comeIn('yamina');
		// Late in the evening in Cayenne; in Nouméa it is noon of the next day.
		$this->kernel->clock->stopAt((int)strtotime('2026-11-25T01:00:00Z'));
		self::assertSame('2026-11-25', $this->data('POST', "/groups/$this->group/leave", 'linh', [])['mine']['left']);
		self::assertSame('2026-11-24', $this->data('POST', "/groups/$this->group/leave", 'odile', [])['mine']['left']);
	}

	public function testAnEngagementEndsWithTheDayOfThePerson(): void {
		$this->finish();
		foreach (['linh', 'yamina'] as $uid) {
			$this->comeIn($uid, ['until' => '2026-11-24']);
		}
		$ended = function (string $uid): bool {
			$this->kernel->get(RemindEngagements::class)->run();
			$notified = in_array(GroupNotifications::ENDED, array_column($this->bell($uid), 'subject'), true) || str_contains(json_encode($this->bell($uid)), 'ended');
			$awaits = in_array('group_over', array_column($this->data('GET', '/home', $uid)['awaits'], 'kind'), true);
			self::assertSame($awaits, $notified, "Home and the bell of $uid");
			return $notified;
		};
		// The 25th in Nouméa, still the 24th where the server is.
		$this->kernel->clock->stopAt((int)strtotime('2026-11-24T14:00:00Z'));
		self::assertSame([true, false], [$ended('linh'), $ended('yamina')]);
		$this->kernel->clock->stopAt((int)strtotime('2026-11-25T00:00:00Z'));
		self::assertTrue($ended('yamina'));
	}
}
