<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Reads sessions: for the facilitators of the network, and nobody else. */
class Sessions {
	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly SessionWords $words,
		private readonly People $people,
	) {
	}

	/**
	 * @return list<Session>
	 * @throws ReasonException not_yours
	 */
	public function all(Viewer $viewer): array {
		self::requireFacilitator($viewer);
		return $this->sessions->findAll();
	}

	/**
	 * @throws ReasonException not_yours · not_found
	 */
	public function one(Viewer $viewer, int $id): Session {
		self::requireFacilitator($viewer);
		return $this->sessions->find($id) ?? throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException not_yours · not_found · session_ended
	 */
	public function open(Viewer $viewer, int $id): Session {
		$session = $this->one($viewer, $id);
		return $session->isOpen() ? $session : throw new ReasonException('session_ended', Http::STATUS_CONFLICT);
	}

	/**
	 * @throws ReasonException not_yours · not_found
	 */
	public function room(Viewer $viewer, int $id): SessionRoom {
		return $this->with($this->one($viewer, $id));
	}

	public function with(Session $session): SessionRoom {
		$persons = [];
		foreach ($this->persons->findOf((int)$session->getId()) as $person) {
			$persons[(int)$person->getId()] = $person;
		}
		$members = $this->people->byIds(array_values(array_filter(array_map(static fn (SessionPerson $person): ?int => $person->getMemberId(), $persons), is_int(...))));
		return new SessionRoom($session, $persons, $this->rows->findOf((int)$session->getId()), $members);
	}

	/**
	 * A row of this session, of a person the viewer may know of.
	 *
	 * @throws ReasonException not_found
	 */
	public static function row(SessionRoom $room, Viewer $viewer, int $id): SessionRow {
		foreach ($room->rowsFor($viewer) as $row) {
			if ((int)$row->getId() === $id) {
				return $row;
			}
		}
		throw ReasonException::notFound();
	}

	public function nameOf(SessionPerson $person, ?Member $member): string {
		return $member?->getName() ?? $this->words->read($person->getName());
	}

	/** The account is gone: whom it would have introduced waits for another facilitator. */
	public function forgetAccount(string $uid): void {
		$this->pairs->clearMediator($uid);
	}

	/**
	 * @throws ReasonException not_yours
	 */
	public static function requireFacilitator(Viewer $viewer): void {
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
	}
}
