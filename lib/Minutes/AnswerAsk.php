<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\CharterAcceptance;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\KeptMemberAnswers;
use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** Answers of a person without an account, by the link in their mail, to an invitation to a group. */
class AnswerAsk {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly Groups $groups,
		private readonly KeptMemberAnswers $answers,
		private readonly CharterAcceptance $charter,
		private readonly People $people,
		private readonly MemberService $members,
		private readonly AnswerConsent $consents,
		private readonly Refusals $refusals,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): OpenAsk {
		$ask = $this->asks->findByToken(LinkTokens::hash($token));
		$group = $ask === null || !$this->groups->exists($ask->getGroupId()) ? null : $this->groups->one($ask->getGroupId())->group;
		$open = $ask?->getState() === Ask::WAITING && $ask->isOpen($this->clock->getTime());
		if ($ask === null || $group === null || $group->is(Group::CLOSED) || (!$open && $ask->getState() !== Ask::ACCEPTED)) {
			throw self::gone();
		}
		$known = $ask->getMemberId() !== null;
		$card = $known ? $this->people->byId((int)$ask->getMemberId()) : $this->consents->agreedAt($ask->getPersonHash());
		// The card is gone, or its person now has an account and answers with it.
		if (($known && $card === null) || $card?->getUid() !== null) {
			throw self::gone();
		}
		return new OpenAsk($ask, $group, $card, ...$this->data->read($ask));
	}

	/**
	 * The person accepts: they have a card with their consent, and are in the group. Accepting again changes nothing.
	 *
	 * @param string $name as they want to be called, if they have no card
	 * @param int $version of the card they read, if they have one
	 * @param int $charter version they read, 0 if there is none
	 * @throws ReasonException link_gone · name_missing · too_long · bad_text · stale_version · charter_not_signed
	 */
	public function accept(string $token, string $name, int $version, int $charter): void {
		$open = $this->open($token);
		if ($open->isAccepted()) {
			return;
		}
		$this->lock->run($open->group->getId(), function () use ($token, $open, $name, $version, $charter): void {
			$card = $open->card ?? $this->members->createKept($open->ask->getByUid(), ['name' => trim($name), 'contact' => ['email' => $open->email]]);
			$this->settle($open->ask, Ask::ACCEPTED, $card->ownerId());
			$this->consents->acceptBy($token, $open->ask->getPersonHash(), $card, $open->card === null ? $card->getVersion() : $version);
			$this->charter->accept($card, $charter, AnswerConsent::HOW, null);
			$this->answers->accept($open->group->getId(), $card->ownerId(), AnswerConsent::HOW, ['commitment' => $open->note]);
		}, $open->card?->ownerId());
	}

	/**
	 * The person declines. Without a card they consented to, nothing of them is kept and nobody asks them again; with one, they are only not invited
	 * to this group again.
	 *
	 * @throws ReasonException link_gone
	 */
	public function refuse(string $token): void {
		$open = $this->open($token);
		if ($open->isAccepted()) {
			throw self::gone();
		}
		$this->lock->run($open->group->getId(), function () use ($open): void {
			if ($open->isMember()) {
				$this->settle($open->ask, Ask::DECLINED, $open->ask->getMemberId());
				$this->answers->refuse($open->group->getId(), (int)$open->card?->ownerId());
				return;
			}
			if ($open->card !== null) {
				$this->consents->refuseFor($open->card);
			}
			$this->refusals->rememberHashes(...array_filter([$open->ask->getPersonHash(), $open->ask->getPhoneHash()]));
		}, $open->card?->ownerId());
	}

	/** Of two simultaneous answers, one counts. */
	private function settle(Ask $ask, string $state, ?int $memberId): void {
		if (!$this->asks->settle($ask, $state, $memberId)) {
			throw self::gone();
		}
	}

	private static function gone(): ReasonException {
		return new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}
}
