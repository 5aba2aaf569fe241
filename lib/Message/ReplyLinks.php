<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * The links by which people without an account answer: one per conversation, for people who consented to their card by a mail to its current address.
 * A link stops working when they want no more mails, when the card is hidden, taken over or erased, or when its address changes.
 */
class ReplyLinks {
	public function __construct(
		private readonly PartyMapper $parties,
		private readonly Conversations $conversations,
		private readonly AnswerConsent $consents,
		private readonly People $people,
		private readonly LinkTokens $tokens,
	) {
	}

	/** @return ?array{string, string} address and token of the person of a side; null: their keeper gets the messages */
	public function of(TwoPeople $people, Side $side): ?array {
		$party = $people->party($side);
		$address = $party === null || $party->getUnlinked() === true ? null : $this->addressOf($party);
		$token = $party === null || $address === null ? null : $this->token($party);
		return $address === null || $token === null ? null : [$address, $token];
	}

	/** The token of the person of a side, if they already have one. */
	public function known(TwoPeople $people, Side $side): ?string {
		return $people->party($side)?->getTokenHash() === null ? null : $this->of($people, $side)[1] ?? null;
	}

	/**
	 * @return array{TwoPeople, Side} the conversation that a link belongs to, and the side of its person
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): array {
		$party = $this->parties->findByToken(LinkTokens::hash($token));
		$people = $party === null || $this->addressOf($party) === null ? null : $this->conversations->one($party->getConversationId());
		if ($party === null || $people === null) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
		}
		return [$people, $party->side()];
	}

	private function addressOf(Party $party): ?string {
		$member = $this->people->byId($party->getMemberId());
		return $member === null ? null : $this->consents->addressOf($member);
	}

	/** The token, made for the first mail; null if it can no longer be decrypted. */
	private function token(Party $party): ?string {
		if ($party->getToken() === null) {
			$token = $this->tokens->make();
			return $this->parties->link($party, LinkTokens::hash($token), $this->tokens->encrypt($token)) ? $token : null;
		}
		return $this->tokens->decrypt($party->getToken());
	}
}
