<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\BringTogether;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** What waits for a viewer after sessions: what they, or people whose cards they keep, said there, and whom they could be introduced to. */
class Said {
	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly SessionWords $words,
		private readonly People $people,
		private readonly BringTogether $together,
	) {
	}

	/** @return list<array<string, mixed>> SaidRowSchema of src/session/model.ts */
	public function rows(Viewer $viewer): array {
		$waiting = $this->rows->findWaitingFor($viewer);
		$sessions = $this->sessions->findByIds(array_map(static fn (SessionRow $row): int => $row->getSessionId(), $waiting));
		$persons = $this->persons->findByIds(array_map(static fn (SessionRow $row): int => $row->getPersonId(), $waiting));
		$members = $this->people->byIds(array_map(static fn (SessionPerson $person): int => (int)$person->getMemberId(), array_values($persons)));
		$rows = [];
		foreach ($waiting as $row) {
			$session = $sessions[$row->getSessionId()] ?? null;
			$member = $members[(int)($persons[$row->getPersonId()] ?? null)?->getMemberId()] ?? null;
			if ($session !== null && $member !== null) {
				$rows[] = [
					'id' => (int)$row->getId(),
					'session' => self::session($session),
					'for' => self::for($viewer, $member),
					'kind' => $row->getKind(),
					'text' => $this->words->read($row->getText()),
				];
			}
		}
		return $rows;
	}

	/** @return list<array<string, mixed>> SaidPairSchema */
	public function pairs(Viewer $viewer): array {
		$found = $this->pairs->findFor($viewer);
		$sessions = $this->sessions->findByIds(array_map(static fn (SessionPair $pair): int => $pair->getSessionId(), $found));
		$people = $this->people->byIds(array_merge(...array_map(self::memberIds(...), $found)));
		$pairs = [];
		foreach ($found as $pair) {
			[$subject, $other] = self::sidesAmong($viewer, $pair, $people) ?? [null, null];
			$session = $sessions[$pair->getSessionId()] ?? null;
			if ($session !== null && $subject !== null && $other !== null && $this->together->awaits($subject, $other)) {
				$pairs[] = ['id' => (int)$pair->getId(), 'session' => self::session($session), 'for' => self::for($viewer, $subject), 'with' => self::person($other)];
			}
		}
		return $pairs;
	}

	/** Whether something of a session waits for the viewer. */
	public function waits(Viewer $viewer, int $sessionId): bool {
		$sessions = array_column([...array_column($this->rows($viewer), 'session'), ...array_column($this->pairs($viewer), 'session')], 'id');
		return in_array($sessionId, $sessions, true);
	}

	/**
	 * The side of a pair that the viewer decides about, and the other, if the viewer may know of them.
	 *
	 * @return ?array{Member, Member}
	 */
	public function sides(Viewer $viewer, SessionPair $pair): ?array {
		return self::sidesAmong($viewer, $pair, $this->people->byIds(self::memberIds($pair)));
	}

	/**
	 * @param array<int, Member> $people by id
	 * @return ?array{Member, Member}
	 */
	private static function sidesAmong(Viewer $viewer, SessionPair $pair, array $people): ?array {
		// As oneself before as the keeper of a card.
		$ids = self::memberIds($pair);
		usort($ids, static fn (int $a, int $b): int => ($b === $viewer->memberId) <=> ($a === $viewer->memberId));
		foreach ($ids as $id) {
			$subject = $people[$id] ?? null;
			$other = $people[$pair->with($id)] ?? null;
			if ($subject !== null && $other !== null && Visibility::keeps($viewer, $subject) && People::knows($viewer, $other)) {
				return [$subject, $other];
			}
		}
		return null;
	}

	/** @return list<int> */
	private static function memberIds(SessionPair $pair): array {
		return [$pair->getOneId(), $pair->getOtherId()];
	}

	/** @return array{id: int, title: string, day: string} */
	private static function session(Session $session): array {
		return ['id' => (int)$session->getId(), 'title' => $session->getTitle(), 'day' => $session->getDay()];
	}

	/** @return ?array{id: int, uid: ?string, name: string} the person whose card the viewer keeps; null: the viewer */
	private static function for(Viewer $viewer, Member $member): ?array {
		return $member->ownerId() === $viewer->memberId ? null : self::person($member);
	}

	/** @return array{id: int, uid: ?string, name: string} */
	private static function person(Member $member): array {
		return ['id' => $member->ownerId(), 'uid' => $member->getUid(), 'name' => $member->getName()];
	}
}
