<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Records what a person decided about the letter on the telephone, on paper or in person. The keeper records it for the person of a kept card, a facilitator for
 * everyone else; for a person with an account, only that they stop it.
 */
class RecordLetterChoice {
	public const LIMITS = ['how' => 500];

	public function __construct(
		private readonly Subscribers $list,
		private readonly LetterChoices $choices,
		private readonly SubscriberRows $rows,
		private readonly MemberAccess $access,
		private readonly People $people,
		private readonly Refusals $hashes,
		private readonly Days $days,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input `wants`, `date`, `how`
	 * @return ?bool state()
	 * @throws ReasonException not_found · not_yours · only_people · only_they · wrong_type · bad_text · too_long · manner_missing · said_day · left_since · wants_since · left_themselves
	 */
	public function ofCard(Viewer $viewer, int $memberId, array $input): ?bool {
		$card = $this->access->kept($viewer, $memberId);
		$card->kind()->requirePerson();
		if ($card->getUid() !== null) {
			throw new ReasonException('only_they', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		[$wants, $on, $how] = $this->choice($input);
		$statement = $wants && !$this->isReached($card) ? Statement::reportedOnPaper($how, $on, (string)$viewer->uid) : Statement::reported($how, $on, (string)$viewer->uid);
		$this->choices->ofCard($memberId, $wants, $statement);
		return $this->state($memberId);
	}

	/**
	 * @param array<array-key, mixed> $input `wants`, `date`, `how`
	 * @return int the number of the subscriber: an account and the card it took over become one
	 * @throws ReasonException not_found · not_yours · only_they · wrong_type · bad_text · too_long · manner_missing · said_day · left_since · wants_since · left_themselves
	 */
	public function ofSubscriber(Viewer $viewer, int $id, array $input): int {
		$row = $this->list->one($viewer, $id);
		$uid = $this->rows->uidOf($row);
		if ($uid === null && $row->getMemberId() !== null) {
			$this->ofCard($viewer, $row->getMemberId(), $input);
			return $id;
		}
		[$wants, $on, $how] = $this->choice($input);
		$statement = Statement::reported($how, $on, (string)$viewer->uid);
		if ($uid === null) {
			$this->choices->ofRow($row, $wants, $statement);
			return $id;
		}
		if ($wants) {
			throw new ReasonException('only_they', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$this->choices->ofAccount($uid, false, $statement);
		return $this->rows->findOfAccount($uid)?->id() ?? $id;
	}

	/**
	 * What the person of a card decided about the letter, for its keeper; null: nothing, or yes to paper only while mails now reach them. What other people with that
	 * address decide is not shown to the keeper.
	 */
	public function state(int $memberId): ?bool {
		$row = $this->rows->seekOfCard($memberId);
		$card = $row->isOnPaper() ? $this->people->byId($memberId) : null;
		return $row->getState() === null || ($card !== null && $this->isReached($card)) ? null : $row->gets();
	}

	/** Whether mails reach the person of a card: it has an address, which the mail server does not refuse. */
	private function isReached(Member $card): bool {
		$address = $card->contactDetails()['email'] ?? null;
		return $address !== null && $this->hashes->hash($address) !== $this->rows->seekOfCard($card->ownerId())->getRefusedHash();
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array{bool, string, string}
	 */
	private function choice(array $input): array {
		$how = trim(Fields::text($input['how'] ?? null, 'how', self::LIMITS['how']));
		if ($how === '') {
			throw new ReasonException('manner_missing', details: ['field' => 'how']);
		}
		$on = Input::date($input['date'] ?? null);
		if ($on === null || $on > $this->days->today('+1 day')) {
			throw new ReasonException('said_day', details: ['field' => 'date']);
		}
		$wants = $input['wants'] ?? null;
		return [is_bool($wants) ? $wants : throw new ReasonException('wrong_type', details: ['field' => 'wants']), $on, $how];
	}
}
