<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\Conversation;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Message\Writers;
use OCA\Reseau\Message\WritersChoice;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Access to introductions: only its two people and the keepers of their cards see one; once both agreed to be introduced by a facilitator, the facilitators
 * of the network see it too.
 */
class IntroductionAccess {
	public function __construct(
		private readonly Introductions $introductions,
		private readonly Conversations $conversations,
		private readonly WritersChoice $writers,
		private readonly Network $network,
		private readonly Days $days,
	) {
	}

	/**
	 * An introduction of the viewer, or of a person whose card they keep.
	 *
	 * @return array{IntroducedPeople, Side}
	 * @throws ReasonException not_found
	 */
	public function own(Viewer $viewer, int $id): array {
		$people = $this->introductions->one($id);
		$side = $people !== null && $this->introductions->isFor($viewer, $people) ? $people->sideOf($viewer) : null;
		return $people !== null && $side !== null ? [$people, $side] : throw ReasonException::notFound();
	}

	/**
	 * An introduction of the viewer, of a person whose card they keep, or one that they mediate.
	 *
	 * @return array{IntroducedPeople, ?Side} without a side, the viewer is the mediator
	 * @throws ReasonException not_found
	 */
	public function involved(Viewer $viewer, int $id): array {
		$people = $this->introductions->one($id);
		if ($people !== null && $viewer->uid !== null && $people->sideOf($viewer) === null && $this->mediator($people->introduction) === $viewer->uid) {
			return [$people, null];
		}
		return $this->own($viewer, $id);
	}

	/**
	 * An introduction that two people asked the facilitators for.
	 *
	 * @throws ReasonException not_yours · not_found · introduction_over
	 */
	public function mediation(Viewer $viewer, int $id): IntroducedPeople {
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		$people = $this->introductions->one($id);
		if ($people === null || !$people->introduction->isMediated() || $people->introduction->is(Introduction::PROPOSED)) {
			throw ReasonException::notFound();
		}
		return $people->introduction->is(Introduction::AGREED) ? $people : throw new ReasonException('introduction_over', Http::STATUS_CONFLICT);
	}

	/** The account of the facilitator who has taken it on; null: none has, or they no longer facilitate the network. */
	public function mediator(Introduction $introduction): ?string {
		$uid = $introduction->getMediatorUid();
		return $uid !== null && $introduction->is(Introduction::AGREED) && $this->network->isFacilitator($uid) ? $uid : null;
	}

	/**
	 * @throws ReasonException own_card · kept_card · introduction_card_hidden · only_mediated · conversation_stopped
	 */
	public function requireProposing(Viewer $viewer, Member $subject, Member $other, bool $mediated): void {
		if ($subject->ownerId() === $other->ownerId()) {
			throw new ReasonException('own_card', Http::STATUS_CONFLICT);
		}
		if (Visibility::keeps($viewer, $other)) {
			throw new ReasonException('kept_card', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if (!$subject->isShown()) {
			throw new ReasonException('introduction_card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if (!$mediated && !$viewer->facilitator && $other->getUid() !== null && $this->writers->of($other->getUid()) === Writers::Nobody) {
			throw new ReasonException('only_mediated', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if ($this->isStopped($subject, $other)) {
			throw new ReasonException('conversation_stopped', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/** The facilitators stopped the conversation of the two. */
	public function isStopped(Member $subject, Member $other): bool {
		return $this->conversations->about($subject->ownerId(), Topic::card($other->ownerId()))?->conversation->is(Conversation::STOPPED) === true;
	}

	/** @return array<string, bool> `can` of IntroductionSchema of src/matching/introduction/model.ts */
	public function can(IntroducedPeople $people, Side $side): array {
		$introduction = $people->introduction;
		$due = $introduction->isOutcomeDue($this->days->today());
		$mediated = $introduction->is(Introduction::AGREED) && $introduction->isMediated() && !$due;
		return [
			'accept' => $introduction->is(Introduction::PROPOSED) && $side === Side::To && $people->areShown(),
			'end' => $mediated || ($introduction->is(Introduction::PROPOSED) && $side === Side::From),
			'absent' => $mediated && $introduction->isPlanned(),
			'tell' => $due,
		];
	}

	/** @return array<string, bool> `can` of MediationSchema */
	public function canMediate(Viewer $viewer, IntroducedPeople $people): array {
		$due = $people->introduction->isOutcomeDue($this->days->today());
		$mediator = $this->mediator($people->introduction);
		$mine = $mediator !== null && $mediator === $viewer->uid;
		return [
			'take' => $mediator === null && !self::isOf($viewer, $people),
			'plan' => $mine && !$due,
			'handOver' => $mine && !$due,
			'end' => $mine && !$due,
			'tell' => $mine && $due,
		];
	}

	/** No one mediates between themselves and another person. */
	public static function isOf(Viewer $viewer, IntroducedPeople $people): bool {
		return $viewer->memberId !== null && in_array($viewer->memberId, [$people->introduction->getFromId(), $people->introduction->getToId()], true);
	}
}
