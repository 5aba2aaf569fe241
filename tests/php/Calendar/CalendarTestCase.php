<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Calendar;

use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IConfig;
use Sandbox\Kernel\Reply;

/** Odile's group has a meeting; Linh is in it, Yamina is not. All are in Paris. */
abstract class CalendarTestCase extends GroupTestCase {
	protected const WORDS = ['title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Salle du foyer', 'agenda' => "- La **citerne**\n- Le devis"];

	protected int $meeting = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'yamina', 'nadege'] as $uid) {
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'timezone', 'Europe/Paris');
		}
		$this->kernel->config['instanceid'] = 'oc12ab';
		$this->finish();
		$this->comeIn('linh');
		$this->meeting = $this->plan();
	}

	/** @param array<string, mixed> $words */
	protected function plan(array $words = [], string $key = 'a-first-key', ?int $group = null): int {
		return $this->data('POST', '/groups/' . ($group ?? $this->group) . '/meetings', 'odile', $words + ['key' => $key] + self::WORDS, 201)['id'];
	}

	/** Makes an address in the place of an earlier one; returns its path. */
	protected function address(string $uid, int $group = 0): string {
		$feeds = $this->data('PUT', "/calendar/addresses/$group", $uid);
		$made = $group === 0 ? $feeds['all'] : array_column($feeds['groups'], null, 'group')[$group];
		self::assertTrue($made['made']);
		self::assertMatchesRegularExpression('~^http://localhost/apps/reseau/calendar/\w{32}\.ics$~', $made['address']);
		return substr($made['address'], strlen('http://localhost'));
	}

	/** @param array<string, string> $headers */
	protected function fetch(string $path, ?string $uid = null, array $headers = []): Reply {
		return $this->kernel->request('GET', $path, $uid, null, $headers);
	}

	/** @return list<string> of what a calendar reads, the lines that begin so, unfolded */
	protected function lines(string $path, string $begin): array {
		$reply = $this->fetch($path);
		self::assertSame(200, $reply->status, $reply->body . $reply->error);
		return self::begun($reply->body, $begin);
	}

	/** @return list<string> */
	protected static function begun(string $text, string $begin): array {
		$lines = explode("\r\n", str_replace("\r\n ", '', $text));
		return array_values(array_filter($lines, static fn (string $line): bool => str_starts_with($line, $begin)));
	}

	protected function assertGone(string $path): void {
		$this->kernel->resetLimits();
		$unknown = $this->fetch('/index.php/apps/reseau/calendar/' . str_repeat('x', 32) . '.ics');
		$reply = $this->fetch($path);
		self::assertSame(404, $reply->status);
		self::assertSame('Ce lien ne fonctionne plus', $reply->body);
		self::assertSame([$unknown->status, $unknown->body, $unknown->headers], [$reply->status, $reply->body, $reply->headers]);
	}
}
