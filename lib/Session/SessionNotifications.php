<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\Network;

/**
 * One notification of each session to each account that decides about something said there, for itself or for a person whose card it keeps. It holds the
 * number of the session; its text is created when it is read (Integration\Notifications\SessionNotifier).
 */
class SessionNotifications {
	public const SAID = 'session_said';

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly People $people,
		private readonly Notifications $notifications,
		private readonly Network $network,
	) {
	}

	/** Once a session has ended. If it is interrupted, the daily job does it again. */
	public function tell(int $id): void {
		$session = $this->sessions->find($id);
		if ($session === null) {
			return;
		}
		foreach ($this->accounts($id) as $uid) {
			$this->notifications->send(Kind::Notice, self::SAID, self::SAID, (string)$id, $uid);
		}
		$session->setNotified(true);
		$this->sessions->update($session);
	}

	/** Nothing waits any more, for an account or for anybody. */
	public function settled(int $id, ?string $uid = null): void {
		$this->notifications->withdraw(self::SAID, (string)$id, $uid);
	}

	/** @return list<string> */
	private function accounts(int $id): array {
		$waiting = [];
		foreach ($this->rows->findOf($id) as $row) {
			if ($row->is(SessionRow::WAITING)) {
				$waiting[$row->getPersonId()] = true;
			}
		}
		$cards = [];
		foreach ($this->persons->findOf($id) as $person) {
			if (isset($waiting[(int)$person->getId()])) {
				$cards[] = (int)$person->getMemberId();
			}
		}
		foreach ($this->pairs->findOf($id) as $pair) {
			array_push($cards, $pair->getOneId(), $pair->getOtherId());
		}
		$accounts = [];
		foreach ($this->people->briefly($cards) as $member) {
			array_push($accounts, ...$member->getUid() === null ? $this->network->keepers($member->getStewardUid()) : [$member->getUid()]);
		}
		return array_values(array_unique($accounts));
	}
}
