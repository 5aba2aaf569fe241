<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\IntroducePeople;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** What waits for a viewer after sessions: needs and offers of their own or of people whose cards they keep, and people they could be introduced to. */
class Said {
	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly SessionWords $words,
		private readonly People $people,
		private readonly IntroducePeople $together,
	) {
	}

	/** @return list<array<string, mixed>> SaidRowSchema of src/session/model.ts */
	public function rows(Viewer $viewer): array {
		return array_values(array_filter(array_map(fn (SessionRow $row): ?array => $this->row($viewer, $row), $this->rows->findWaitingFor($viewer))));
	}

	/** @return list<array<string, mixed>> SaidPairSchema */
	public function pairs(Viewer $viewer): array {
		$pairs = [];
		foreach ($this->pairs->findFor($viewer) as $pair) {
			[$subject, $other] = $this->sides($viewer, $pair) ?? [null, null];
			$session = $this->sessions->find($pair->getSessionId());
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
		$people = $this->people->byIds([$pair->getOneId(), $pair->getOtherId()]);
		// The viewer's own side comes before the side of a card they keep.
		$ids = [$pair->getOneId(), $pair->getOtherId()];
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

	/** @return ?array<string, mixed> */
	private function row(Viewer $viewer, SessionRow $row): ?array {
		$session = $this->sessions->find($row->getSessionId());
		$member = $this->people->byId((int)$this->persons->find($row->getPersonId())?->getMemberId());
		return $session === null || $member === null ? null : [
			'id' => (int)$row->getId(),
			'session' => self::session($session),
			'for' => self::for($viewer, $member),
			'kind' => $row->getKind(),
			'text' => $this->words->read($row->getText()),
		];
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
