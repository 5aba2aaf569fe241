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
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Answers of a person without an account, by the link in their mail, to an invitation to groups. */
class AnswerAsk {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
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
		private readonly MinutesNotifications $notifications,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): OpenAsk {
		$waiting = $accepted = [];
		foreach ($this->asks->findByToken(LinkTokens::hash($token)) as $ask) {
			$group = $this->groups->exists($ask->getGroupId()) ? $this->groups->one($ask->getGroupId())->group : null;
			if ($group === null || $group->is(Group::CLOSED)) {
				continue;
			}
			$asked = new AskedGroup($ask, $group, $this->data->read($ask)['note']);
			if ($ask->getState() === Ask::WAITING && $ask->isOpen($this->clock->getTime())) {
				$waiting[] = $asked;
			} elseif ($ask->getState() === Ask::ACCEPTED) {
				$accepted[] = $asked;
			}
		}
		$groups = $waiting ?: $accepted;
		if ($groups === []) {
			throw self::gone();
		}
		$ask = $groups[0]->ask;
		$known = $ask->getMemberId() !== null;
		['name' => $name, 'email' => $email, 'talk' => $talk] = $this->data->read($ask);
		$card = $known ? $this->people->byId((int)$ask->getMemberId()) : $this->consents->agreedAt($email, $ask->getPersonHash());
		// The card is gone, or its person now has an account and answers with it.
		if (($known && $card === null) || $card?->getUid() !== null) {
			throw self::gone();
		}
		return new OpenAsk($groups, $card, $name, $email, $talk);
	}

	/**
	 * The person answers for each group: with a yes to one they have a card with their consent, and are in it. Answering again changes nothing.
	 *
	 * @param array<array-key, mixed> $input name as they want to be called and what they seek, if they have no card; version of the card they read, if they
	 *                                       have one; charter they read, 0 if there is none; and the fields of AskForm
	 * @throws ReasonException link_gone · answer_missing · name_missing · too_long · bad_text · bad_day · until_before_from · stale_version ·
	 *                         charter_not_signed
	 * @return bool false: a no to each is a refusal
	 */
	public function accept(string $token, array $input): bool {
		$open = $this->open($token);
		if ($open->isAccepted()) {
			return true;
		}
		$yes = AskForm::accepted($open, $input);
		if ($yes === []) {
			$this->refuse($token);
			return false;
		}
		$this->atomic(function () use ($token, $open, $input, $yes): void {
			$open->card !== null && $this->people->hold($open->card->ownerId());
			$this->lock->each(array_map(static fn (AskedGroup $one): int => $one->id(), $open->groups), static function (): void {
			});
			$card = $open->card ?? $this->members->createKept($open->ask()->getByUid(), AskForm::card($open, $input));
			foreach ($open->groups as $one) {
				$this->settle($one->ask, in_array($one, $yes, true) ? Ask::ACCEPTED : Ask::DECLINED, $card->ownerId());
			}
			$version = $open->card === null ? $card->getVersion() : Input::count($input['version'] ?? null) ?? 0;
			$this->consents->acceptBy($token, $open->ask()->getPersonHash(), $card, $version);
			$this->charter->accept($card, Input::count($input['charter'] ?? null) ?? 0, Consent::BY_LINK, null);
			foreach ($open->groups as $one) {
				in_array($one, $yes, true)
					? $this->answers->accept($one->id(), $card->ownerId(), Consent::BY_LINK, AskForm::engagement($one, $input))
					: $this->answers->refuse($one->id(), $card->ownerId());
			}
		}, $this->db);
		foreach ($open->groups as $one) {
			$this->notifications->answered($one->ask, in_array($one, $yes, true));
		}
		return true;
	}

	/**
	 * The person declines all of it. Without a card they consented to, nothing of them is kept and nobody asks them again; with one, they are only not
	 * invited to these groups again.
	 *
	 * @throws ReasonException link_gone
	 */
	public function refuse(string $token): void {
		$open = $this->open($token);
		if ($open->isAccepted()) {
			throw self::gone();
		}
		$this->atomic(function () use ($open): void {
			$open->card !== null && $this->people->hold($open->card->ownerId());
			$this->lock->each(array_map(static fn (AskedGroup $one): int => $one->id(), $open->groups), static function (): void {
			});
			if ($open->isMember()) {
				foreach ($open->groups as $one) {
					$this->settle($one->ask, Ask::DECLINED, $one->ask->getMemberId());
					$this->answers->refuse($one->id(), (int)$open->card?->ownerId());
				}
				return;
			}
			if ($open->card !== null) {
				$this->consents->refuseFor($open->card, true);
			}
			$this->refusals->rememberHashes(true, ...array_filter([$open->ask()->getPersonHash(), $open->ask()->getPhoneHash()]));
		}, $this->db);
		foreach ($open->groups as $one) {
			$this->notifications->answered($one->ask, false);
		}
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
