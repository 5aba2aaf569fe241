<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\Outbox;
use OCP\IUserManager;

/**
 * Who subscribers are now, and where their mails go: to the address of the account, to the one on the kept card while its person is a member, or to the
 * address that was confirmed. Rows with one address are one mailbox; they are found by the hash that was noted last, and then compared with the current address.
 */
class Mailboxes {
	private const AT_ONCE = 500;

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly People $people,
		private readonly Refusals $hashes,
		private readonly Outbox $outbox,
		private readonly Accounts $accounts,
		private readonly IUserManager $users,
		private readonly LinkTokens $secrets,
	) {
	}

	/**
	 * @param list<Subscriber> $rows some hundred at most
	 * @return list<Reached> in their order
	 */
	public function reach(array $rows): array {
		$cards = $this->people->byIds(array_values(array_filter(array_map(static fn (Subscriber $row): int => (int)$row->getMemberId(), $rows))));
		$own = $this->people->byUids(array_values(array_filter(array_map(static fn (Subscriber $row): string => (string)$row->getUid(), $rows))));
		return array_map(fn (Subscriber $row): Reached => $this->one($row, $row->getUid() === null ? $cards[(int)$row->getMemberId()] ?? null : $own[$row->getUid()] ?? null), $rows);
	}

	/**
	 * As reach(), and stores the addresses and names of accounts and cards.
	 *
	 * @param list<Subscriber> $rows
	 * @return list<Reached>
	 */
	public function note(array $rows): array {
		$reached = $this->reach($rows);
		foreach ($reached as $one) {
			$name = mb_substr($one->name, 0, 255);
			$before = $one->row->getAddressHash();
			// A person whose account is disabled, or whose card is hidden, has no address for a while, and must be recognised later.
			$hash = $one->hash ?? $before;
			// Of a forgotten address, only the hash is left.
			if ($one->row->getAddressKey() === null && ($hash !== $before || $name !== $one->row->getName())) {
				if ($before !== null && $hash !== $before && $one->row->getState() === Subscriber::OFF) {
					// A list from elsewhere may still contain the address they had.
					$this->subscribers->leftBehind($before, (string)$one->row->getSaidOn(), (int)$one->row->getSaidAt());
				}
				$this->subscribers->write($one->row->id(), ['address_hash' => $hash, 'name' => $name, 'sort_name' => Subscriber::sortNameOf($name)]);
				$one->row->setAddressHash($hash);
				$one->row->setName($name);
			}
		}
		return $reached;
	}

	/**
	 * @param list<Reached> $reached
	 * @return array<int, list<Subscriber>> the other rows of each row's mailbox, by number of the row; without rows that are alone
	 */
	public function sharing(array $reached): array {
		$together = $this->subscribers->findAtAddresses(array_values(array_filter(array_map(static fn (Reached $one): string => (string)$one->hash, $reached))));
		$others = [];
		foreach ($reached as $one) {
			foreach ($together[(string)$one->hash] ?? [] as $row) {
				$row->id() === $one->row->id() ?: $others[$one->row->id()][] = $row;
			}
		}
		$moved = $this->moved(array_merge(...array_values($others)));
		return array_filter(array_map(static fn (array $rows): array => array_values(array_filter($rows, static fn (Subscriber $row): bool => !isset($moved[$row->id()]))), $others));
	}

	/**
	 * @param list<string> $hashes
	 * @return list<Subscriber> people who are reached at one of these addresses, or were last, and have no address now
	 */
	public function at(array $hashes): array {
		$rows = array_merge(...array_values($this->subscribers->findAtAddresses($hashes)));
		$moved = $this->moved($rows);
		return array_values(array_filter($rows, static fn (Subscriber $row): bool => !isset($moved[$row->id()])));
	}

	/** Notes the current address of people who left, before a file could bring them back under an address that became theirs since. */
	public function noteLeft(): void {
		for ($after = 0; ($rows = $this->subscribers->findMovable($after, self::AT_ONCE, left: true)) !== []; $after = $rows[count($rows) - 1]->id()) {
			$this->note($rows);
		}
	}

	/** @return list<int> cards whose address the mail server refuses */
	public function refusedCards(): array {
		$refused = array_filter($this->reach($this->subscribers->findRefused()), static fn (Reached $one): bool => $one->hash === $one->row->getRefusedHash());
		return array_map(static fn (Reached $one): int => (int)$one->row->getMemberId(), array_values($refused));
	}

	/** The latest decision of the mailbox of a row, which need not be stored. */
	public function lastOf(Subscriber $row): ?Subscriber {
		return self::lastWord([$row, ...$this->sharing($this->reach([$row]))[$row->id()] ?? []]);
	}

	/**
	 * The latest decision of a mailbox. A consent from a file never outweighs a person who left, whatever its day. What the keeper of a card records does not
	 * outweigh what other people with that address decide themselves: anyone can keep a card with any address. A yes to paper does not concern mails.
	 *
	 * @param list<Subscriber> $rows
	 * @param bool $ofOne whether the rows belong to one person: then what their keeper recorded, and a yes to paper, count like the rest
	 */
	public static function lastWord(array $rows, bool $ofOne = false): ?Subscriber {
		$decided = array_filter($rows, static fn (Subscriber $row): bool => $row->getState() !== null && ($ofOne || !$row->isOnPaper()));
		$at = static fn (Subscriber $row): int => match (true) {
			$row->gets() && $row->getWhy() === Why::Imported->value => 0,
			!$ofOne && !$row->gets() && $row->getWhy() === Why::Reported->value && $row->getMemberId() !== null => 1,
			default => (int)$row->getSaidAt(),
		};
		usort($decided, static fn (Subscriber $a, Subscriber $b): int => [$at($a), $a->id()] <=> [$at($b), $b->id()]);
		return array_pop($decided);
	}

	/**
	 * @param list<Subscriber> $rows
	 * @return array<int, true> by number: rows whose address is not the one that was noted last
	 */
	private function moved(array $rows): array {
		$moved = array_filter($this->reach($rows), static fn (Reached $one): bool => $one->hash !== null && $one->hash !== $one->row->getAddressHash());
		return array_fill_keys(array_map(static fn (Reached $one): int => $one->row->id(), $moved), true);
	}

	private function one(Subscriber $row, ?Member $card): Reached {
		$uid = $row->getUid() ?? $card?->getUid();
		if ($uid !== null) {
			$active = $this->accounts->active($uid) !== null;
			return $this->reached($row, $card, $uid, $this->users->getDisplayName($uid) ?? $uid, $active ? $this->outbox->addressOf($uid) : null, $active);
		}
		if ($row->getMemberId() !== null) {
			$address = $card !== null && Reached::belongs($card) ? $card->contactDetails()['email'] ?? null : null;
			return $this->reached($row, $card, null, $card?->getName() ?? '', $address);
		}
		$hash = $row->getAddress() === null ? null : $row->getAddressHash();
		return new Reached($row, null, null, (string)$row->getName(), true, $hash, fn (): ?string => $this->secrets->decrypt($row->getAddress()));
	}

	private function reached(Subscriber $row, ?Member $card, ?string $uid, string $name, ?string $address, bool $active = true): Reached {
		return new Reached($row, $card, $uid, $name, $active, $address === null ? null : $this->hashes->hash($address), static fn (): ?string => $address);
	}
}
