<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Stores whether a person wants the letter, and records the consent. A person who no longer wants it leaves for their address, in all rows that have it. */
class LetterChoices {
	use Atomic;

	/** Of what the form says will come. */
	public const VERSION = '1';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SubscriberMapper $subscribers,
		private readonly SubscriberRows $rows,
		private readonly SubscriberLinks $links,
		private readonly Mailboxes $mailboxes,
		private readonly People $people,
		private readonly Ledger $ledger,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The choice of an account.
	 *
	 * @param ?Statement $statement what another person recorded for them; null: they chose in the app
	 * @throws ReasonException wants_since: they said yes after the day of this no
	 */
	public function ofAccount(string $uid, bool $wants, ?Statement $statement = null): void {
		$this->atomicAgain(fn (): bool => $this->choose($this->rows->ofAccount($uid), $wants, $statement ?? Statement::inTheApp($uid)), $this->db);
	}

	/**
	 * The choice of the person of a kept card.
	 *
	 * @throws ReasonException not_found: it is erased · left_since: they said no after the day of this yes · wants_since: they said yes after the day of this no · left_themselves: another person with that address said no, and only that person can undo it
	 */
	public function ofCard(int $memberId, bool $wants, Statement $statement): void {
		$this->atomicAgain(function () use ($memberId, $wants, $statement): void {
			$this->people->hold($memberId);
			$this->people->byId($memberId) ?? throw ReasonException::notFound();
			$this->choose($this->rows->ofCard($memberId), $wants, $statement);
		}, $this->db);
	}

	/**
	 * The choice of a person who has a row.
	 *
	 * @throws ReasonException not_found: it is erased · left_since: they said no after the day of this yes · wants_since: they said yes after the day of this no · left_themselves: another person with that address said no, and only that person can undo it
	 */
	public function ofRow(Subscriber $row, bool $wants, Statement $statement): void {
		$this->atomicAgain(fn (): bool => $this->choose($this->subscribers->findById($row->id()) ?? throw ReasonException::notFound(), $wants, $statement), $this->db);
	}

	/**
	 * The link of the mail was used: the person wants the letter and gives their name.
	 *
	 * @return ?Subscriber null: they had already confirmed
	 * @throws ReasonException link_gone
	 */
	public function confirm(string $token, string $name): ?Subscriber {
		return $this->atomicAgain(function () use ($token, $name): ?Subscriber {
			$row = $this->links->question($token);
			if (!$this->start($row, Statement::byLink())) {
				return null;
			}
			if ($row->isAsked($this->clock->getTime())) {
				$this->subscribers->write($row->id(), ['asked_until' => null]);
				$this->rename($row, $name);
			}
			return $this->subscribers->findById($row->id());
		}, $this->db);
	}

	/**
	 * They leave by the link in a mail, or come back by the same link.
	 *
	 * @return bool false: they cannot come back by it
	 * @throws ReasonException link_gone
	 */
	public function byLink(string $token, bool $wants): bool {
		return $this->atomicAgain(function () use ($token, $wants): bool {
			$row = $this->links->open($token);
			if ($wants && !$this->canComeBack($row)) {
				return false;
			}
			$this->choose($row, $wants, Statement::byLink($wants && $row->getUid() !== null ? Why::Member : Why::Confirmed));
			return true;
		}, $this->db);
	}

	/**
	 * A file adds a person who has never decided. In a transaction.
	 *
	 * @return bool false if they have decided in the meantime
	 */
	public function import(Subscriber $row, Statement $statement, bool $wants = true): bool {
		$this->mailboxes->note([$row]);
		return $wants
			? $this->write($row, Subscriber::ON, $statement, ['why' => $statement->why->value, 'manner' => $statement->manner()], true)
			: $this->write($row, Subscriber::OFF, $statement, ['why' => $statement->why->value], true);
	}

	/** Everything of a person who has no card is erased, but a hash of their address: so that nobody subscribes them again. */
	public function erase(Subscriber $row): void {
		$this->atomicAgain(function () use ($row): void {
			$this->leave($row, Statement::byLink());
			$this->rows->forget($this->subscribers->findById($row->id()));
		}, $this->db);
	}

	/** How a person without a card wants to be called. */
	public function rename(Subscriber $row, string $name): void {
		$this->subscribers->write($row->id(), ['name' => $name, 'sort_name' => Subscriber::sortNameOf($name)]);
	}

	/**
	 * A person refuses to be in the network: they get nothing more, whatever they chose before, and of an address alone only the hash is kept. In a transaction.
	 *
	 * @param list<string> $hashes of their contact details
	 * @param bool $themselves by the link in a mail to that address; otherwise the keeper of their card records it, which does not change what other people with
	 *                         that address chose themselves
	 */
	public function refused(array $hashes, bool $themselves): void {
		foreach ($this->mailboxes->at($hashes) as $row) {
			if ($row->getState() === null || (!$themselves && ($row->getUid() !== null || $row->getWhy() === Why::Confirmed->value || $row->isOnPaper()))) {
				continue;
			}
			$this->stop($row, Statement::refused());
			if ($row->getAddressKey() !== null) {
				$this->rows->forget($this->subscribers->findById($row->id()));
			}
		}
	}

	/** Whether a person left by a link recently, and no one with their address has decided anything since: then the same link brings them back. */
	public function canComeBack(Subscriber $row): bool {
		$last = $this->mailboxes->lastOf($row);
		return $last?->getState() === Subscriber::OFF
			&& $last->getWhy() === Why::Confirmed->value
			&& (int)$last->getSaidAt() >= $this->clock->getTime() - DeleteOldSubscribers::KEPT;
	}

	/** In a transaction. */
	private function choose(Subscriber $row, bool $wants, Statement $statement): bool {
		return $wants ? $this->start($row, $statement) : $this->leave($row, $statement);
	}

	/**
	 * @return bool false if nothing changed
	 * @throws ReasonException left_since · left_themselves
	 */
	private function start(Subscriber $row, Statement $statement): bool {
		$this->mailboxes->note([$row]);
		// What is on paper comes to no mailbox.
		$last = $statement->why === Why::Paper ? $row : $this->mailboxes->lastOf($row);
		$no = $last?->getState() === Subscriber::OFF ? $last : null;
		if ($no !== null && $statement->why === Why::Reported && $no->id() !== $row->id()) {
			throw new ReasonException('left_themselves', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if ($no !== null && $statement->on !== null && $statement->on < (string)$no->getSaidOn()) {
			throw new ReasonException('left_since', Http::STATUS_UNPROCESSABLE_ENTITY, ['current' => $no->getSaidOn()]);
		}
		return $this->write($row, Subscriber::ON, $statement, ['why' => $statement->why->value, 'manner' => $statement->manner()], no: $no);
	}

	/** @throws ReasonException wants_since */
	private function leave(Subscriber $row, Statement $statement): bool {
		$reached = $this->mailboxes->note([$row]);
		// A keeper speaks for the card only, and cannot change what other people with that address chose themselves.
		$others = $statement->why === Why::Reported && $row->getMemberId() !== null ? [] : $this->mailboxes->sharing($reached)[$row->id()] ?? [];
		$yes = Mailboxes::lastWord([$row, ...$others]) ?? $row;
		// An imported consent does not outweigh their own decision.
		if ($statement->why === Why::Reported && $statement->on !== null && $yes->gets() && $yes->getWhy() !== Why::Imported->value && $statement->on < (string)$yes->getSaidOn()) {
			throw new ReasonException('wants_since', Http::STATUS_UNPROCESSABLE_ENTITY, ['current' => $yes->getSaidOn()]);
		}
		foreach ($others as $other) {
			// What a person wants on paper comes to no mailbox.
			$other->getState() === null || $other->isOnPaper() ?: $this->stop($other, $statement);
		}
		return $this->stop($row, $statement);
	}

	private function stop(Subscriber $row, Statement $statement): bool {
		return $this->write($row, Subscriber::OFF, $statement, ['why' => $statement->why->value]);
	}

	/**
	 * @param array<string, string> $more by column
	 * @param ?Subscriber $no the latest decision of the mailbox, which this yes follows
	 */
	private function write(Subscriber $row, string $state, Statement $statement, array $more = [], bool $onlyNew = false, ?Subscriber $no = null): bool {
		$today = $this->days->today();
		$on = $statement->on ?? $today;
		// Of the earlier decision, only the day is known.
		$at = $on < $today ? (int)strtotime("$on 12:00 UTC") : $this->clock->getTime();
		$at = max($at, (int)$no?->getSaidAt() + 1);
		$written = $this->subscribers->decide($row->id(), $state, ['said_on' => $on, 'said_at' => $at] + $more, $onlyNew, $no?->getSaidAt());
		if ($written) {
			$what = match (true) {
				$state === Subscriber::OFF => Consent::LETTER_ENDED,
				$statement->why === Why::Paper => Consent::LETTER_PAPER,
				default => Consent::LETTER,
			};
			$this->ledger->ofSubscriber($row->id(), $what, self::VERSION, $statement->how, $statement->byUid, $on);
		}
		return $written;
	}
}
