<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\BringTogether;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Editing\ChangeStatus;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IL10N;

/**
 * Ends a session: makes cards, notices and introductions of it, all at once or not at all. Of two who end it at the same moment, the second finds it ended.
 */
class EndSession {
	use Atomic;

	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly Sessions $reading,
		private readonly PublishSaid $publishing,
		private readonly SessionNotifications $notifications,
		private readonly MemberService $cards,
		private readonly ChangeStatus $status,
		private readonly People $people,
		private readonly BringTogether $together,
		private readonly SessionWords $words,
		private readonly IL10N $l,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * Does nothing if it has ended.
	 *
	 * @param array<array-key, mixed> $input EndSchema of src/session/model.ts, raw input
	 * @throws ReasonException not_yours · not_found · wrong_type · too_many · version_missing · stale_version · unknown_member
	 */
	public function end(Viewer $viewer, int $id, array $input): void {
		$room = $this->reading->room($viewer, $id);
		$version = Input::version($input);
		$pairs = SessionRules::pairs($input['pairs'] ?? []);
		if (!$room->session->isOpen()) {
			return;
		}
		$introduced = $this->atomicAgain(function () use ($viewer, $id, $room, $version, $pairs): ?array {
			$this->people->hold(...$room->cards());
			$this->sessions->hold($id);
			$session = $this->reading->one($viewer, $id);
			if (!$session->isOpen()) {
				return null;
			}
			// Whoever was added since is not locked, and was not in the preview.
			if ($session->getVersion() !== $version || $room->session->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			$room = $this->reading->with($session);
			self::requireCards($viewer, $room, $pairs);
			$room = $this->withCards($viewer, $room);
			$this->divide($viewer, $room);
			$introduced = $this->introduce($viewer, $room, $pairs);
			$session->setState(Session::ENDED);
			$session->touch($this->clock->getTime());
			$this->sessions->update($session);
			return $introduced;
		}, $this->db);
		foreach ($introduced ?? [] as $introduction) {
			$this->together->tell($viewer, $introduction);
		}
		if ($introduced !== null) {
			$this->notifications->tell($id);
		}
	}

	/**
	 * @param list<array{int, int}> $pairs of people of the session
	 * @throws ReasonException unknown_member: not two people who have, or get, a card
	 */
	private static function requireCards(Viewer $viewer, SessionRoom $room, array $pairs): void {
		$people = array_filter($room->peopleFor($viewer), static fn (SessionPerson $person): bool => $person->getMemberId() !== null || $person->getsCard());
		foreach ($pairs as $i => [$one, $other]) {
			if ($one === $other || !isset($people[$one], $people[$other])) {
				throw ReasonException::at('unknown_member', "pairs.$i");
			}
		}
	}

	/** The session, in which those who agreed to a card have one. */
	private function withCards(Viewer $viewer, SessionRoom $room): SessionRoom {
		foreach ($room->people as $person) {
			$name = $person->getsCard() ? $this->words->read($person->getName()) : '';
			// What cannot be read, since the secret of the instance has changed, is left as it is.
			if ($name !== '') {
				$person->setMemberId($this->card($viewer, $room->session, $name)->ownerId());
				$person->setName(null);
				$this->persons->update($person);
			}
		}
		return $this->reading->with($room->session);
	}

	/** Agreed to on the day of the session, which may be before or, by another clock, after today. */
	private function card(Viewer $viewer, Session $session, string $name): Member {
		$card = $this->cards->createKept($viewer->uid, ['name' => $name]);
		$this->cards->consent($card, min($session->getDay(), $this->cards->today()), $this->l->t('Aloud, in the session “%s”', [$session->getTitle()]), (string)$viewer->uid);
		$this->status->change($card, Status::Published, $card->getVersion(), (string)$viewer->uid);
		return $card;
	}

	private function divide(Viewer $viewer, SessionRoom $room): void {
		foreach ($room->rows as $row) {
			$person = $room->people[$row->getPersonId()];
			$member = $room->member($person);
			$becomes = SessionEnding::of($viewer, $room, $person);
			$text = $this->words->read($row->getText());
			if ($text === '') {
				continue;
			}
			if ($member !== null && $becomes === SessionEnding::PUBLISHED) {
				$this->publishing->publish($member, $row, $row->getKind(), $text);
			} elseif ($becomes === SessionEnding::ASKED) {
				$row->setState(SessionRow::WAITING);
				$this->rows->update($row);
			}
		}
	}

	/**
	 * @param list<array{int, int}> $pairs of people of the session
	 * @return list<int> introductions to notify people of
	 */
	private function introduce(Viewer $viewer, SessionRoom $room, array $pairs): array {
		$introduced = [];
		foreach ($pairs as $pair) {
			[$one, $other] = array_map(static fn (int $id): ?Member => $room->member($room->people[$id]), $pair);
			if ($one === null || $other === null) {
				continue;
			}
			// Nobody mediates between themselves and another.
			$mediator = in_array($viewer->memberId, [$one->ownerId(), $other->ownerId()], true) ? null : $viewer->uid;
			$this->pairs->insert(SessionPair::of($room->id(), $one->ownerId(), $other->ownerId(), $mediator));
			$introduced[] = $this->together->bring($viewer, $one, $other, $mediator);
		}
		return array_values(array_filter($introduced, is_int(...)));
	}
}
