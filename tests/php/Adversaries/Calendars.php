<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Integration\Calendar\CalendarProvider;
use OCA\Reseau\Integration\Calendar\DatesCalendar;
use OCP\IDBConnection;
use OCP\IUserManager;
use Sandbox\Kernel\Kernel;

/**
 * The readers of meetings: the people of their group, on its page, in their calendars, and at their secret addresses. An address of a group ends for ever with the
 * membership it was made in.
 */
final class Calendars {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/** @var array<string, array{uid: string, group: int}> addresses that were ever shown, by path */
	private array $addresses = [];

	/** @var array<string, true> those that no longer work */
	private array $ended = [];

	/**
	 * @param list<string> $accounts
	 * @return list<string> meetings that others read
	 */
	public function wrongs(Kernel $kernel, array $accounts, Facts $facts): array {
		$groups = array_column($kernel->get(IDBConnection::class)->executeQuery('SELECT id, group_id FROM `*PREFIX*reseau_meetings`')->fetchAll(), 'group_id', 'id');
		$isIn = static fn (string $uid, int $group): bool => $facts->state($group, $facts->cardOf($uid)) === 'active';
		$wrong = [];
		foreach ($groups === [] && $this->addresses === [] && !$this->isMade($kernel) ? [] : $accounts as $uid) {
			$kernel->resetLimits();
			$read = '';
			foreach (array_unique($groups) as $group) {
				$list = $kernel->request('GET', self::API . "/groups/$group/meetings", $uid);
				if ($list->status === 200 && $list->data()['meetings'] !== [] && !$isIn($uid, (int)$group)) {
					$wrong[] = "$uid reads the meetings of group $group";
				}
			}
			$dates = $kernel->request('GET', self::API . '/calendar', $uid);
			$read .= $dates->body . json_encode(array_map(static fn (DatesCalendar $one): array => $one->search('', [], [], null), $kernel->get(CalendarProvider::class)->getCalendars("principals/users/$uid")), JSON_THROW_ON_ERROR);
			$wrong = [...$wrong, ...$this->foreign($read, $groups, static fn (int $group): bool => $isIn($uid, $group), $uid)];
			$shown = $kernel->request('GET', self::API . '/calendar/addresses', $uid);
			foreach ($shown->status === 200 ? [$shown->data()['all'], ...$shown->data()['groups']] : [] as $feed) {
				if ($feed['address'] !== null) {
					$this->addresses[(string)parse_url($feed['address'], PHP_URL_PATH)] = ['uid' => $uid, 'group' => $feed['group']];
				}
			}
		}
		return [...$wrong, ...$this->wrongAddresses($kernel, $facts, $groups, $isIn)];
	}

	/**
	 * @param array<int, int> $groups of meetings
	 * @param callable(string, int): bool $isIn
	 * @return list<string>
	 */
	private function wrongAddresses(Kernel $kernel, Facts $facts, array $groups, callable $isIn): array {
		$wrong = [];
		foreach ($this->addresses as $path => ['uid' => $uid, 'group' => $of]) {
			$kernel->resetLimits();
			$reply = $kernel->request('GET', $path);
			$works = $reply->status === 200;
			if ($works && (isset($this->ended[$path]) || ($of !== 0 && !$isIn($uid, $of)) || $kernel->get(IUserManager::class)->get($uid)?->isEnabled() !== true)) {
				$wrong[] = "an address of $uid for group $of works";
			}
			if ($of !== 0 && !$isIn($uid, $of)) {
				$this->ended[$path] = true;
			}
			$wrong = [...$wrong, ...$this->foreign($reply->body, $groups, static fn (int $group): bool => $isIn($uid, $group) && in_array($of, [0, $group], true), "an address of $uid")];
		}
		return $wrong;
	}

	/**
	 * @param array<int, int> $groups of meetings
	 * @param callable(int): bool $may
	 * @return list<string>
	 */
	private function foreign(string $read, array $groups, callable $may, string $who): array {
		preg_match_all('/\bmeeting-(\d+)\b/', $read, $found);
		$foreign = array_filter(array_unique($found[1]), static fn (string $id): bool => !isset($groups[(int)$id]) || !$may((int)$groups[(int)$id]));
		return array_values(array_map(static fn (string $id): string => "$who reads meeting $id", $foreign));
	}

	private function isMade(Kernel $kernel): bool {
		return (int)$kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_feeds`')->fetchOne() > 0;
	}
}
