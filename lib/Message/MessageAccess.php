<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Access to conversations: only its two people and the keepers of their cards can open one; after a report, the facilitators too.
 */
class MessageAccess {
	/** The reasons of pauses whose names would say too little. */
	private const REASONS = ['hidden' => 'other_hidden', 'closed' => 'conversation_closed', 'stopped' => 'conversation_stopped', 'full' => 'conversation_full'];

	public function __construct(
		private readonly Conversations $conversations,
		private readonly MessageMapper $messages,
		private readonly WritersChoice $writers,
		private readonly People $people,
		private readonly Visibility $visibility,
	) {
	}

	/**
	 * The writer: the viewer, or a person whose card they keep.
	 *
	 * @param mixed $for number of that card, raw input; null: the viewer
	 * @throws ReasonException unknown_member
	 */
	public function sender(Viewer $viewer, mixed $for): Sender {
		$id = $for === null ? $viewer->memberId : Input::number($for) ?? 0;
		$person = $id === null ? null : $this->people->byId($id);
		if ($for !== null && ($person === null || !Visibility::keeps($viewer, $person))) {
			throw new ReasonException('unknown_member', details: ['field' => 'for']);
		}
		return new Sender($viewer, $person);
	}

	/**
	 * A person to whom the viewer may want to write.
	 *
	 * @throws ReasonException not_found: the card does not exist, or this viewer may not see it
	 */
	public function person(Viewer $viewer, int $memberId): Member {
		$member = $this->people->byId($memberId);
		return $member !== null && People::knows($viewer, $member) ? $member : throw ReasonException::notFound();
	}

	/**
	 * The person whom a message about something reaches: an author who stays unnamed is reached whether their card is shown or not.
	 *
	 * @throws ReasonException not_found · author_gone
	 */
	public function addressee(Viewer $viewer, Topic $topic): Member {
		return $topic->masked
			? $this->people->byId($topic->memberId) ?? throw new ReasonException('author_gone', Http::STATUS_UNPROCESSABLE_ENTITY)
			: $this->person($viewer, $topic->memberId);
	}

	/**
	 * A conversation that the viewer may read.
	 *
	 * @throws ReasonException not_found: it does not exist, or not for this viewer
	 */
	public function readable(Viewer $viewer, int $id): TwoPeople {
		$found = $this->conversations->one($id);
		$reads = $found !== null && ($found->sideOf($viewer) !== null || ($viewer->facilitator && $found->conversation->isReported()));
		return $reads ? $found : throw ReasonException::notFound();
	}

	/**
	 * A conversation of the viewer, or of a person whose card they keep.
	 *
	 * @return array{TwoPeople, Side}
	 * @throws ReasonException not_found
	 */
	public function own(Viewer $viewer, int $id): array {
		$found = $this->readable($viewer, $id);
		return [$found, $found->sideOf($viewer) ?? throw ReasonException::notFound()];
	}

	/**
	 * Why the sender cannot write to a person: the OBSTACLES of src/message/model.ts; null: they can.
	 *
	 * @param ?TwoPeople $between the conversation of the two about it, if it exists
	 */
	public function obstacle(Sender $from, Member $to, Topic $topic, ?TwoPeople $between): ?string {
		return match (true) {
			$to->ownerId() === $from->id(), $to->ownerId() === $from->viewer->memberId => 'own_card',
			!$topic->masked && Visibility::keeps($from->viewer, $to) => 'kept_card',
			$from->person === null => 'no_card',
			!$from->person->isShown() => 'card_hidden',
			$between?->conversation->is(Conversation::STOPPED) === true => 'conversation_stopped',
			$topic->masked, Topic::asksForAnswers($topic->type) => null,
			$between !== null && ($this->hasWritten($between, $to) || $this->messages->areIntroduced($between->id())) => null,
			default => $this->closedTo($from, $to),
		};
	}

	/** Why the viewer cannot write in a conversation: the PAUSES of src/message/model.ts; null: they can. */
	public function pause(Viewer $viewer, TwoPeople $people, Side $side): ?string {
		$own = $people->member($side);
		$other = $people->member($side->other());
		$unnamed = $people->isMasked($side);
		$counts = $this->messages->countBySide($people->id());
		return match (true) {
			$people->conversation->is(Conversation::STOPPED) => 'stopped',
			array_sum($counts) >= MessageRules::LIMITS['messages'] => 'full',
			$people->conversation->is(Conversation::CLOSED) => 'closed',
			!$unnamed && ($own === null || !$own->isShown()) => 'card_hidden',
			$people->isMasked($side->other()) => $other === null ? 'author_gone' : null,
			$other === null || !$other->isShown() => 'hidden',
			Visibility::keeps($viewer, $other) => 'kept_card',
			Topic::asksForAnswers($people->conversation->getAboutType()) => null,
			($counts[$side->other()->value] ?? 0) > 0 || $this->messages->areIntroduced($people->id()) => null,
			default => $this->closedTo(new Sender($viewer, $own), $other),
		};
	}

	/**
	 * @throws ReasonException the reason word of the pause
	 */
	public function requireWriting(Viewer $viewer, TwoPeople $people, Side $side): void {
		$pause = $this->pause($viewer, $people, $side);
		if ($pause !== null) {
			throw new ReasonException(self::REASONS[$pause] ?? $pause, Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	public function isFull(TwoPeople $people): bool {
		return array_sum($this->messages->countBySide($people->id())) >= MessageRules::LIMITS['messages'];
	}

	/** Whether a person of a conversation has written in it: then they have answered. */
	public function hasWritten(TwoPeople $people, Member $member): bool {
		$counts = $this->messages->countBySide($people->id());
		foreach (Side::cases() as $side) {
			if ($people->party($side)?->getMemberId() === $member->ownerId()) {
				return ($counts[$side->value] ?? 0) > 0;
			}
		}
		return false;
	}

	/**
	 * The messages that the keeper of a card has not passed on yet, and the note they can still correct.
	 *
	 * @return array{?Message, ?Message} the last message of the other, if the keeper has written nothing after it; the last message, if it is a note
	 */
	public function toCarry(TwoPeople $people, Side $side): array {
		$own = $people->member($side);
		$last = $own === null || $own->getUid() !== null ? null : $this->messages->findLast($people->id());
		return match (true) {
			$last === null || $last->isIntroduction() => [null, null],
			$last->side() !== $side => [$last->getDelivery() === Message::DIRECT ? null : $last, null],
			default => [null, $last->isNote() ? $last : null],
		};
	}

	/**
	 * @return array<string, bool> `can` of the payload
	 */
	public function can(Viewer $viewer, TwoPeople $people, ?Side $side): array {
		$conversation = $people->conversation;
		[$waiting, $note] = $side === null ? [null, null] : $this->toCarry($people, $side);
		$judges = $side === null && $viewer->facilitator && $conversation->isReported();
		return [
			'close' => $side !== null && $conversation->is(Conversation::OPEN),
			'reopen' => $side !== null ? $conversation->is(Conversation::CLOSED) && !$this->isFull($people) : $judges && $conversation->is(Conversation::STOPPED),
			'reveal' => $side !== null && $people->isMasked($side),
			'carry' => $waiting !== null || $note !== null,
			'mute' => $side !== null,
			'report' => $side !== null && !$conversation->isReported(),
			'settle' => $judges || ($side !== null && $conversation->getReportedBy() === $side->value),
			'stop' => $judges && !$conversation->is(Conversation::STOPPED),
		];
	}

	/** The person's choice for people they have not answered yet. A message for a person without an account goes to the keeper of their card. */
	private function closedTo(Sender $from, Member $to): ?string {
		$uid = $to->getUid();
		return match ($uid === null || $from->viewer->facilitator ? Writers::Members : $this->writers->of($uid)) {
			Writers::Members => null,
			Writers::Groups => $this->areTogether($from, $to) ? null : 'only_groups',
			Writers::Nobody => 'only_facilitators',
		};
	}

	/** Whether the two share a group. */
	private function areTogether(Sender $from, Member $to): bool {
		$groups = $from->isFor() ? $this->visibility->groups((int)$from->id()) : $from->viewer->groups;
		return array_filter($groups, static fn (array $group): bool => in_array($to->ownerId(), $group['members'], true)) !== [];
	}
}
