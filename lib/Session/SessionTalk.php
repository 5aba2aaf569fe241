<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\TalkRooms;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** The Talk conversation of a session, for those who cannot be in the room: a public one, since people without an account take part. */
class SessionTalk {
	use Atomic;

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly Sessions $reading,
		private readonly TalkRooms $rooms,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/** Whether one can be created for this session. */
	public function isPossible(Session $session): bool {
		return $session->isOpen() && $session->getTalkUrl() === null && $this->rooms->isPossible();
	}

	/**
	 * Creates it, moderated by the viewer; an existing one is kept.
	 *
	 * @throws ReasonException not_yours · not_found · session_ended · talk_failed
	 */
	public function make(Viewer $viewer, int $id): void {
		$session = $this->reading->open($viewer, $id);
		if ($session->getTalkUrl() !== null) {
			return;
		}
		$this->rooms->create($session->getTitle(), (string)$viewer->uid, true, fn (string $url): bool => $this->keep($viewer, $id, $url));
	}

	/**
	 * Takes the address off. The conversation stays in Talk, with what was written in it.
	 *
	 * @throws ReasonException not_yours · not_found
	 */
	public function remove(Viewer $viewer, int $id): void {
		$this->reading->one($viewer, $id);
		$this->atomicAgain(function () use ($viewer, $id): void {
			$this->sessions->hold($id);
			$session = $this->reading->one($viewer, $id);
			if ($session->getTalkUrl() !== null) {
				$this->store($session, null);
			}
		}, $this->db);
	}

	/** @return bool whether it is the one of the session: another facilitator may have created one at the same moment */
	private function keep(Viewer $viewer, int $id, string $url): bool {
		return $this->atomicAgain(function () use ($viewer, $id, $url): bool {
			$this->sessions->hold($id);
			$session = $this->reading->open($viewer, $id);
			if ($session->getTalkUrl() !== null) {
				return false;
			}
			$this->store($session, $url);
			return true;
		}, $this->db);
	}

	private function store(Session $session, ?string $url): void {
		$session->setTalkUrl($url);
		$session->touch($this->clock->getTime());
		$this->sessions->update($session);
	}
}
