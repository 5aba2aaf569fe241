<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** The record of consents, for domains above: entries are added, never changed. */
class Ledger {
	public function __construct(
		private readonly ConsentMapper $consents,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * Records a person's choice about mails to many.
	 *
	 * @param string $how in words, or a constant that is shown in the reader's language
	 * @param ?string $on YYYY-MM-DD; null: today
	 */
	public function ofSubscriber(int $subscriberId, string $what, string $version, string $how, ?string $byUid, ?string $on = null): void {
		$this->consents->insert(Consent::ofSubscriber($subscriberId, $what, $version, $how, $on ?? $this->days->today(), $byUid, $this->clock->getTime()));
	}

	/**
	 * Records a person's choice about their card.
	 *
	 * @param ?int $memberId null: an account without a card, which $byUid names
	 */
	public function ofPerson(?int $memberId, string $what, ?string $version, string $how, ?string $byUid): void {
		$this->consents->insert(Consent::of($memberId, $what, $version, $how, $this->days->today(), $byUid, $this->clock->getTime()));
	}

	/**
	 * Records a person's choice about a group, a sheet or a notice.
	 *
	 * @param ?int $memberId null: an account without a card, of which nothing is recorded, as no erasure would reach it
	 * @param ?string $on YYYY-MM-DD; null: today
	 */
	public function ofThing(?int $memberId, string $what, int $id, string $how, ?string $byUid, ?string $on = null): void {
		if ($memberId !== null) {
			$this->consents->insert(Consent::of($memberId, $what, (string)$id, $how, $on ?? $this->days->today(), $byUid, $this->clock->getTime()));
		}
	}

	/**
	 * A consent recorded by a keeper must be of a day after the person's last withdrawal: on the same day, the order of the two is unknown. A consent that ended
	 * because the thing itself ended was not withdrawn.
	 *
	 * @param string $date YYYY-MM-DD: when they agreed
	 * @param string $ended the name of a withdrawal
	 * @param ?int $id of the thing it is about; null: the card
	 * @throws ReasonException withdrawn_since
	 */
	public function requireAfterWithdrawal(int $memberId, string $date, string $ended, ?int $id = null): void {
		$withdrawals = [
			...array_filter($this->consents->findOfWhat([$memberId], $ended), static fn (Consent $one): bool => ($id === null || $one->getVersion() === (string)$id) && $one->getHow() !== Consent::NOTICE_CHANGED),
			...$this->consents->findOfWhat([$memberId], Consent::CARD_ENDED),
		];
		if ($withdrawals !== [] && min($date, $this->days->today()) <= max(array_map(static fn (Consent $one): string => $one->getGivenOn(), $withdrawals))) {
			throw new ReasonException('withdrawn_since', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'date']);
		}
	}

	/** @return list<Consent> of a person with a card, in the order it was recorded */
	public function ofMember(int $memberId): array {
		return $this->consents->findOf($memberId);
	}

	/** The current consent to a card; null if there is none or it was withdrawn. */
	public function ofCard(int $memberId): ?Consent {
		return $this->consents->inForce($memberId);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Consent> the choices of these subscribers, in the order in which they were recorded
	 */
	public function ofSubscribers(array $ids): array {
		return $this->consents->findOfSubscribers($ids);
	}

	/**
	 * @param ?int $id of an entry; null: from the last one
	 * @param list<string> $what
	 * @return list<Consent> entries written before it, the last first
	 */
	public function before(?int $id, int $limit, array $what): array {
		return $this->consents->findBefore($id, $limit, $what);
	}

	/** A person is erased. */
	public function forgetSubscriber(int $id): void {
		$this->consents->deleteOfSubscriber($id);
	}

	/** Two rows belong to one person. */
	public function moveSubscriber(int $from, int $to): void {
		$this->consents->moveSubscriber($from, $to);
	}
}
