<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Subscription\Event\SubscriberErased;
use OCA\Reseau\Subscription\Event\SubscriberMerged;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** Finds the row of a person, whatever happened to their card since it was made. */
class SubscriberRows {
	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly FormerLinkMapper $formerLinks,
		private readonly People $people,
		private readonly Ledger $ledger,
		private readonly Refusals $hashes,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
	) {
	}

	/** The row of an account, or of the card it took over: the one with the latest decision. */
	public function findOfAccount(string $uid): ?Subscriber {
		$rows = $this->allOfAccount($uid);
		return Mailboxes::lastWord($rows) ?? $rows[0] ?? null;
	}

	/** @return list<Subscriber> its own row and the one of the card it took over, until they are merged */
	public function allOfAccount(string $uid): array {
		$card = $this->people->byUid($uid);
		return array_values(array_filter([$this->subscribers->findByUid($uid), $card === null ? null : $this->subscribers->findByCard($card->ownerId())]));
	}

	/** The row of an account, merged with the one of its card; made if it does not exist. In a transaction. */
	public function ofAccount(string $uid): Subscriber {
		$card = $this->people->byUid($uid);
		$kept = $card === null ? null : $this->subscribers->findByCard($card->ownerId());
		$own = $this->subscribers->of('uid', $uid);
		return $kept === null ? $own : $this->fold($kept, $own);
	}

	/** The account of a person, even if it took over their card since. */
	public function uidOf(Subscriber $row): ?string {
		return $row->getUid() ?? ($row->getMemberId() === null ? null : $this->people->byId($row->getMemberId())?->getUid());
	}

	public function byId(int $id): ?Subscriber {
		return $this->subscribers->findById($id);
	}

	/** The row of a card; not stored yet, if the person decided nothing and was sent nothing. */
	public function seekOfCard(int $memberId): Subscriber {
		$row = $this->subscribers->findByCard($memberId);
		if ($row === null) {
			$row = new Subscriber();
			$row->setMemberId($memberId);
		}
		return $row;
	}

	/** The row of an address alone. */
	public function findOfAddress(string $address): ?Subscriber {
		return $this->subscribers->findByAddress($this->hashes->hash($address));
	}

	/** The row that counts mails to an address that anyone may type; made for some days if it does not exist. */
	public function forMails(string $address): Subscriber {
		$row = $this->subscribers->of('address_key', $this->hashes->hash($address));
		if ($row->getState() === null && $row->getAskedUntil() === null) {
			$this->subscribers->write($row->id(), ['asked_until' => $this->clock->getTime() + AskForLetter::LIFETIME]);
		}
		return $row;
	}

	/** The row of a person without an account, by their card; made if it does not exist. */
	public function ofCard(int $memberId): Subscriber {
		return $this->subscribers->of('member_id', $memberId);
	}

	/** Two cards were merged. */
	public function move(int $fromCard, int $intoCard): void {
		$from = $this->subscribers->findByCard($fromCard);
		$from === null ?: $this->fold($from, $this->ofCard($intoCard));
	}

	/** A card is erased: of a person who left, only the hash of the address is kept, so that no one subscribes them again. */
	public function forgetCard(int $memberId): void {
		$this->forget($this->subscribers->findByCard($memberId));
	}

	public function forgetAccount(string $uid): void {
		$this->forget($this->subscribers->findByUid($uid));
	}

	/** Erases a person. In a transaction. */
	public function forget(?Subscriber $row): void {
		if ($row === null) {
			return;
		}
		$this->ledger->forgetSubscriber($row->id());
		$hash = $row->getState() === Subscriber::OFF ? $row->getAddressHash() : null;
		$this->delete($row);
		if ($hash !== null) {
			$this->subscribers->leftBehind($hash, (string)$row->getSaidOn(), (int)$row->getSaidAt());
		}
	}

	/** Merges two rows: the latest decision counts. */
	private function fold(Subscriber $from, Subscriber $into): Subscriber {
		$this->ledger->moveSubscriber($from->id(), $into->id());
		$this->events->dispatchTyped(new SubscriberMerged($from->id(), $into->id()));
		$this->formerLinks->move($from, $into->id());
		$this->subscribers->delete($from);
		$taken = array_filter([
			'address_hash' => $into->getAddressHash() ?? $from->getAddressHash(), 'refused_hash' => $into->getRefusedHash() ?? $from->getRefusedHash(),
			'name' => $into->getName() ?? $from->getName(), 'sort_name' => $into->getSortName() ?? $from->getSortName(),
			...Mailboxes::lastWord([$from, $into], true) === $from || $into->getState() === null
				? ['state' => $from->getState(), 'why' => $from->getWhy(), 'said_on' => $from->getSaidOn(), 'manner' => $from->getManner(), 'said_at' => $from->getSaidAt()]
				: [],
		], static fn (string|int|null $value): bool => $value !== null);
		$taken === [] ?: $this->subscribers->write($into->id(), $taken);
		if ($from->getState() === Subscriber::OFF && $from->getAddressHash() !== null && $from->getAddressHash() !== $taken['address_hash']) {
			// A list from elsewhere may still have that address.
			$this->subscribers->leftBehind($from->getAddressHash(), (string)$from->getSaidOn(), (int)$from->getSaidAt());
		}
		return $this->subscribers->findById($into->id()) ?? $into;
	}

	private function delete(Subscriber $row): void {
		$this->events->dispatchTyped(new SubscriberErased($row->id()));
		$this->formerLinks->forget($row->id());
		$this->subscribers->delete($row);
	}
}
