<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Atomic;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Once a day: what is left of sessions that nobody has changed for a while is forgotten, but what was published. */
class ForgetSessions {
	use Atomic;

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly Sessions $reading,
		private readonly SessionNotifications $notifications,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	public function run(): void {
		foreach ($this->sessions->findUnnotified() as $session) {
			$this->notifications->tell((int)$session->getId());
		}
		$before = $this->clock->getTime() - Session::DAYS * 86_400;
		foreach ($this->sessions->findUntouchedSince($before) as $session) {
			$this->forget((int)$session->getId(), $before);
		}
	}

	private function forget(int $id, int $before): void {
		$this->atomicAgain(function () use ($id, $before): void {
			$this->sessions->hold($id);
			$session = $this->sessions->find($id);
			if ($session === null || $session->getTouchedAt() >= $before) {
				return;
			}
			$room = $this->reading->with($session);
			foreach ($room->people as $person) {
				$rows = $room->rowsOf($person);
				// In a session that was left open, what people with a card said waits for its end.
				$forgotten = array_filter($rows, static fn (SessionRow $row): bool => $session->isOpen() ? $person->getMemberId() === null : !$row->is(SessionRow::PUBLISHED));
				array_map($this->rows->delete(...), $forgotten);
				if (count($forgotten) === count($rows)) {
					$this->persons->delete($person);
				}
			}
			$this->pairs->deleteOf($id);
		}, $this->db);
		$this->notifications->settled($id);
	}
}
