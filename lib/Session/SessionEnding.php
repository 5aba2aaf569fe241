<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** What happens to each need and offer when a facilitator ends a session. */
class SessionEnding {
	/** Published immediately: the facilitator decides about the card of the person, or makes it. */
	public const PUBLISHED = 'published';
	/** The person, or the keeper of their card, is asked. */
	public const ASKED = 'asked';
	/** Only a name: it stays in the session for some days. */
	public const KEPT = 'kept';

	public function __construct(
		private readonly Sessions $sessions,
		private readonly SessionFits $fits,
		private readonly SessionPresenter $presenter,
	) {
	}

	/** @return self::PUBLISHED|self::ASKED|self::KEPT */
	public static function of(Viewer $viewer, SessionRoom $room, SessionPerson $person): string {
		$member = $room->member($person);
		return match (true) {
			$member !== null => $member->isShown() && Visibility::keeps($viewer, $member) ? self::PUBLISHED : self::ASKED,
			$person->getsCard() => self::PUBLISHED,
			default => self::KEPT,
		};
	}

	/** @return array<string, mixed> EndingSchema of src/session/model.ts */
	public function preview(Viewer $viewer, int $id): array {
		$room = $this->sessions->with($this->sessions->open($viewer, $id));
		$session = $this->presenter->present($viewer, $room);
		$people = [];
		foreach ($room->peopleFor($viewer) as $personId => $person) {
			$people[] = [
				'person' => $personId,
				'becomes' => self::of($viewer, $room, $person),
				'newCard' => $person->getsCard(),
				'own' => $viewer->memberId !== null && $person->getMemberId() === $viewer->memberId,
			];
		}
		return ['session' => $session, 'people' => $people, 'pairs' => $this->fits->pairs($viewer, $room)];
	}
}
