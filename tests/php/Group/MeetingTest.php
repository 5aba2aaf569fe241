<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

/** The next meeting of a group. */
final class MeetingTest extends GroupTestCase {
	private const MEETING = ['day' => '2026-12-09', 'time' => '18:30', 'place' => 'Salle du foyer', 'about' => 'La citerne'];

	public function testItIsForThePeopleOfTheGroup(): void {
		$this->finish();
		self::assertNull($this->seen('odile')['meeting']);
		$edited = $this->data('PUT', "/groups/$this->group", 'odile', ['meeting' => self::MEETING, 'version' => $this->seen('odile')['version']]);
		self::assertSame(self::MEETING, $edited['meeting']);
		self::assertNull($this->seen('linh')['meeting']);
		self::assertNull($this->seen('nadege')['meeting']);
		$this->comeIn('linh');
		self::assertSame(self::MEETING, $this->seen('linh')['meeting']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/groups/$this->group", 'linh', ['meeting' => null, 'version' => 1]);
		self::assertNull($this->data('PUT', "/groups/$this->group", 'odile', ['meeting' => null, 'version' => $edited['version']])['meeting']);
	}

	public function testWhoDecidesAboutAGroupFromOutsideDoesNotReplaceIt(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('PUT', "/groups/$this->group", 'odile', ['meeting' => self::MEETING, 'version' => $this->seen('odile')['version']]);
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		$this->assertRefused(403, 'outside_group', 'PUT', "/groups/$this->group", 'nadege', ['meeting' => null, 'version' => $this->seen('nadege')['version']]);
		self::assertSame(self::MEETING, $this->seen('linh')['meeting']);
	}

	public function testWhatIsWritten(): void {
		$version = $this->seen('odile')['version'];
		foreach ([
			['bad_day', 'meeting.day', ['day' => '2026-02-30']],
			['bad_day', 'meeting.day', ['day' => null]],
			['wrong_type', 'meeting.time', ['time' => '25:00']],
			['wrong_type', 'meeting.time', ['time' => 18]],
			['too_long', 'meeting.place', ['place' => str_repeat('x', 201)]],
			['too_long', 'meeting.about', ['about' => str_repeat('x', 501)]],
			['bad_text', 'meeting.place', ['place' => "\u{7}"]],
		] as [$reason, $field, $change]) {
			self::assertSame($field, $this->assertRefused(400, $reason, 'PUT', "/groups/$this->group", 'odile', ['meeting' => $change + self::MEETING, 'version' => $version])['field']);
		}
		$written = $this->data('PUT', "/groups/$this->group", 'odile', ['meeting' => ['day' => '2026-12-09'], 'version' => $version])['meeting'];
		self::assertSame(['day' => '2026-12-09', 'time' => null, 'place' => '', 'about' => ''], $written);
	}
}
