<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\ReplyLinks;
use OCA\Reseau\Notice\PassedLinks;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Mailboxes;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberLinks;
use OCA\Reseau\Subscription\SubscriberRows;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * The links that open the page of a person without an account: one that was mailed to them for that, and the one by which they agreed to their card, as long as
 * the card has the address it was sent to. The links of other mails, which people forward, can only have the link of the page mailed to the address they were sent to.
 */
class OwnLinks {
	/** Seconds that a link works. */
	public const LIFETIME = 30 * 86_400;

	public function __construct(
		private readonly OwnLinkMapper $links,
		private readonly AnswerConsent $consents,
		private readonly ReplyLinks $replies,
		private readonly PassedLinks $passed,
		private readonly SubscriberLinks $letters,
		private readonly SubscriberRows $rows,
		private readonly Mailboxes $mailboxes,
		private readonly Ledger $ledger,
		private readonly People $people,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Pages that the holder of an address may open: those of cards without an account that have it and whose person agreed; if there are none, those of subscribers
	 * with this address.
	 *
	 * @return list<array{name: string, token: string, address: string}> with a new link for each, and the stored address, since the typed one may only look like it
	 */
	public function make(string $address): array {
		$made = [];
		foreach ($this->people->keptAt($address) as $card) {
			if ($this->isOpen($card)) {
				$known = $card->contactDetails()['email'] ?? $address;
				$made[] = ['name' => $card->getName(), 'token' => $this->link('memberId', $card->ownerId(), $known), 'address' => $known];
			}
		}
		$row = $made === [] ? $this->rows->findOfAddress($address) : null;
		$known = $row?->getState() === null ? null : $this->mailboxes->reach([$row])[0]->address();
		return $known === null ? $made : [['name' => (string)$row?->getName(), 'token' => $this->link('subscriberId', (int)$row?->id(), $known), 'address' => $known]];
	}

	/** A link for a new subscriber. */
	public function ofSubscriber(Subscriber $row): ?string {
		$address = $this->mailboxes->reach([$row])[0]->address();
		return $address === null || $row->getAddressKey() === null ? null : $this->link('subscriberId', $row->id(), $address);
	}

	/** The owner of the page that a link opens; null: none. */
	public function find(string $token): ?Owner {
		$link = $this->links->findByToken(LinkTokens::hash($token));
		if ($link === null) {
			try {
				$card = $this->consents->open($token);
			} catch (ReasonException) {
				return null;
			}
			if (!$this->isOpen($card) || !$this->consents->isTheirs($token)) {
				return null;
			}
			$until = $this->consents->unansweredUntil($token);
			return new Owner($card, $this->rows->seekOfCard($card->ownerId()), $card->contactDetails()['email'] ?? null, $until, $until !== null);
		}
		$card = $link->getMemberId() === null ? null : $this->people->byId($link->getMemberId());
		$row = $card === null ? ($link->getSubscriberId() === null ? null : $this->rows->byId($link->getSubscriberId())) : $this->rows->seekOfCard($card->ownerId());
		if ($row === null || $link->getExpiresAt() < $this->clock->getTime() || ($card === null ? $row->getAddressKey() === null : !$this->isOpen($card))) {
			return null;
		}
		return $this->owner($card, $row, $link->getAddressHash(), $token, $link->getExpiresAt());
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): Owner {
		return $this->find($token) ?? throw self::gone();
	}

	/**
	 * The address that a link of another mail was sent to.
	 *
	 * @throws ReasonException link_gone
	 */
	public function addressOf(string $token): string {
		foreach ([$this->ofLetter(...), $this->ofMessage(...), $this->ofNotice(...), $this->ofAgreement(...)] as $try) {
			try {
				$address = $try($token);
			} catch (ReasonException) {
				continue;
			}
			if ($address !== null) {
				return $address;
			}
		}
		throw self::gone();
	}

	/** Revokes all their links, except that of their agreement, which has to work. */
	public function end(Owner $owner): void {
		$owner->card === null ? $this->links->deleteOf('subscriber_id', $owner->row->id()) : $this->links->deleteOf('member_id', $owner->card->ownerId());
	}

	public function deleteExpired(): void {
		$this->links->deleteExpired($this->clock->getTime());
	}

	/** @param string $bound the address the link is bound to */
	private function owner(?Member $card, Subscriber $row, string $bound, string $token, ?int $until): ?Owner {
		$address = $card === null ? $this->mailboxes->reach([$row])[0]->address() : $card->contactDetails()['email'] ?? null;
		return !hash_equals($bound, self::bound($token, (string)$address)) ? null : new Owner($card, $row, $address, $until);
	}

	/** Whether a card has its own page: no account has taken it over, and its person has agreed to it. */
	private function isOpen(Member $card): bool {
		return $card->getUid() === null && $this->ledger->ofCard($card->ownerId()) !== null;
	}

	/** @param 'memberId'|'subscriberId' $field */
	private function link(string $field, int $id, string $address): string {
		$token = $this->tokens->make();
		$link = new OwnLink();
		$link->setTokenHash(LinkTokens::hash($token));
		$field === 'memberId' ? $link->setMemberId($id) : $link->setSubscriberId($id);
		$link->setAddressHash(self::bound($token, $address));
		$link->setExpiresAt($this->clock->getTime() + self::LIFETIME);
		$this->links->insert($link);
		return $token;
	}

	private function ofLetter(string $token): ?string {
		return $this->mailboxes->reach([$this->letters->open($token)])[0]->address();
	}

	private function ofMessage(string $token): ?string {
		[$people, $side] = $this->replies->open($token);
		return $this->replies->of($people, $side)[0] ?? null;
	}

	private function ofNotice(string $token): ?string {
		return $this->passed->addressOf($this->passed->open($token)[1]);
	}

	/** Once the card has another address, only that one gets the link. */
	private function ofAgreement(string $token): ?string {
		$card = $this->consents->open($token);
		return $this->isOpen($card) ? $card->contactDetails()['email'] ?? null : null;
	}

	/** A link belongs to the address it was sent to, in any case. */
	private static function bound(string $token, string $address): string {
		return hash('sha256', "$token " . mb_strtolower(trim($address)));
	}

	private static function gone(): ReasonException {
		return new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}
}
