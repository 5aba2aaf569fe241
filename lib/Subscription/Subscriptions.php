<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use Generator;
use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Accounts;
use OCP\IURLGenerator;

/** For senders of mails to many: the readers, their addresses, and the links in the mails. */
class Subscriptions {
	/** The letter: for people who agreed to get it. */
	public const LETTER = 'letter';
	/** Assemblies and convocations: for every member, as long as they are one. */
	public const STATUTORY = 'statutory';

	private const AT_ONCE = 500;

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly Mailboxes $mailboxes,
		private readonly People $people,
		private readonly Accounts $accounts,
		private readonly SubscriberLinks $links,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * Notes the current address of everyone on a list, and makes the rows that hold the links of members. To be called before a list is sent or shown, in a request
	 * that may write.
	 *
	 * @param self::LETTER|self::STATUTORY $list
	 */
	public function prepare(string $list): void {
		if ($list === self::STATUTORY) {
			$this->makeRowsOfMembers();
		}
		$after = 0;
		do {
			// People who left are included: their address may now belong to a person who gets it.
			$rows = $list === self::LETTER ? $this->subscribers->findMovable($after, self::AT_ONCE, left: false) : $this->subscribers->findAfter($after, self::AT_ONCE, letter: false);
			$this->mailboxes->note($rows);
			$after = $rows === [] ? $after : $rows[count($rows) - 1]->id();
		} while ($rows !== []);
	}

	/**
	 * Everyone of a list, by number: null for those who get its mails, as readers() has them, and why no mail reaches the others. Two people whose
	 * addresses became one count once also before prepare(), since a page that only shows the numbers writes nothing.
	 *
	 * @param self::LETTER|self::STATUTORY $list
	 * @return Generator<array{Reader, ?NoMail, Reached}>
	 */
	public function everyone(string $list): Generator {
		$taken = [];
		for ($after = 0; ($rows = $this->subscribers->findAfter($after, self::AT_ONCE, $list === self::LETTER)) !== []; $after = $rows[count($rows) - 1]->id()) {
			foreach ($this->onList($rows, $list) as [$one, $why]) {
				$why ??= isset($taken[(string)$one->hash]) ? NoMail::Shared : null;
				$taken += $why === null ? [(string)$one->hash => true] : [];
				yield [self::reader($one, $list), $why, $one];
			}
		}
	}

	/**
	 * The people among these who subscribed to the letter, and get no mail of it.
	 *
	 * @param list<Subscriber> $rows some hundred at most
	 * @return array<int, array{NoMail, Reached}> by number
	 */
	public function unreached(array $rows): array {
		$unreached = [];
		foreach ($this->onList($rows, self::LETTER) as [$one, $why]) {
			$unreached += $why === null ? [] : [$one->row->id() => [$why, $one]];
		}
		return $unreached;
	}

	/**
	 * The people who get mails of a list now, by number, for batches: the next batch begins after the number of the last reader. One reader per address, even if a
	 * member and a person without an account share it; without people who cannot be reached by mail. Call prepare() first.
	 *
	 * @param self::LETTER|self::STATUTORY $list
	 * @return list<Reader> fewer than $limit only when there are no more
	 */
	public function readers(string $list, int $after, int $limit): array {
		$readers = [];
		do {
			$rows = $this->subscribers->findAfter($after, self::AT_ONCE, $list === self::LETTER);
			foreach ($this->reachable($rows, $list) as $one) {
				if (count($readers) < $limit) {
					$readers[] = self::reader($one, $list);
				}
			}
			$after = $rows === [] ? $after : $rows[count($rows) - 1]->id();
		} while (count($readers) < $limit && $rows !== []);
		return $readers;
	}

	/**
	 * The readers among these who get mails of a list now.
	 *
	 * @param self::LETTER|self::STATUTORY $list
	 * @param list<int> $ids some hundred at most
	 * @return list<Reader> by number
	 */
	public function some(string $list, array $ids): array {
		return array_map(static fn (Reached $one): Reader => self::reader($one, $list), $this->reachable($this->subscribers->findByIds($ids), $list));
	}

	/** A reader, even if they currently get nothing; null: they no longer exist. */
	public function one(int $id): ?Reader {
		$row = $this->subscribers->findById($id);
		$one = $row === null ? null : $this->mailboxes->reach([$row])[0];
		$gone = $one === null || ($one->row->getMemberId() !== null && $one->card === null) || ($one->row->getAddressKey() !== null && $one->hash === null);
		return $gone ? null : self::reader($one, $one->row->getWhy() === null ? self::STATUTORY : self::LETTER);
	}

	/**
	 * Called for each reader right before their mail is handed over.
	 *
	 * @param self::LETTER|self::STATUTORY $list
	 * @return ?string null: they left, or have no address now
	 */
	public function address(int $readerId, string $list = self::LETTER): ?string {
		$row = $this->subscribers->findById($readerId);
		$one = $row === null ? null : $this->reachable([$row], $list)[0] ?? null;
		return $one?->address();
	}

	/** The mail server refused their address: until they have another one, they count as people who cannot be reached by mail. */
	public function noteRefused(int $readerId): void {
		$row = $this->subscribers->findById($readerId);
		if ($row !== null) {
			[$one] = $this->mailboxes->note([$row]);
			$this->subscribers->write($readerId, ['refused_hash' => $one->hash]);
		}
	}

	/**
	 * The mail server took mails to these readers: whatever it answered before, their addresses work.
	 *
	 * @param list<int> $readerIds some hundred at most
	 */
	public function noteAccepted(array $readerIds): void {
		$this->subscribers->forgetRefusals($readerIds);
	}

	/** The page where the reader leaves, without an account, absolute. It accepts the one-click POST of RFC 8058 too. */
	public function leaveUrl(int $readerId): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . 'leave/' . $this->token($readerId);
	}

	/** The page of the reader, absolute: the app for a person with an account. */
	public function ownPageUrl(int $readerId): string {
		$row = $this->subscribers->findById($readerId);
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . ($row?->getUid() !== null ? 'notifications' : 'own/' . $this->token($readerId));
	}

	/**
	 * The people among these who get mails of the list.
	 *
	 * @param list<Subscriber> $rows
	 * @return list<Reached>
	 */
	private function reachable(array $rows, string $list): array {
		return array_column(array_filter($this->onList($rows, $list), static fn (array $one): bool => $one[1] === null), 0);
	}

	/**
	 * The people among these who are on the list, and why no mail reaches them. Of those who share an address, the first one gets the mail, if none of them left since.
	 *
	 * @param list<Subscriber> $rows
	 * @return list<array{Reached, ?NoMail}>
	 */
	private function onList(array $rows, string $list): array {
		$reached = array_values(array_filter($this->mailboxes->reach($rows), static fn (Reached $one): bool => self::isOn($one, $list)));
		$others = $this->mailboxes->sharing(array_values(array_filter($reached, static fn (Reached $one): bool => self::without($one, $list) === null)));
		return array_map(fn (Reached $one): array => [$one, self::without($one, $list) ?? match (true) {
			!isset($others[$one->row->id()]) => null,
			$list === self::LETTER && Mailboxes::lastWord([$one->row, ...$others[$one->row->id()]])?->getState() !== Subscriber::ON => NoMail::LeftThere,
			default => $this->firstOf($one, $others[$one->row->id()], $list) ? null : NoMail::Shared,
		}], $reached);
	}

	/** @param list<Subscriber> $others */
	private function firstOf(Reached $one, array $others, string $list): bool {
		$before = array_values(array_filter($others, static fn (Subscriber $row): bool => $row->id() < $one->row->id()));
		return array_filter($this->mailboxes->reach($before), static fn (Reached $other): bool => $other->hash === $one->hash && self::isOn($other, $list) && self::without($other, $list) === null) === [];
	}

	private static function isOn(Reached $one, string $list): bool {
		return $list === self::LETTER ? $one->row->gets() : $one->isMember();
	}

	/** Why there is no address for them. */
	private static function without(Reached $one, string $list): ?NoMail {
		return $list === self::LETTER && $one->row->isOnPaper() ? NoMail::Paper : $one->noMail();
	}

	private static function reader(Reached $one, string $list): Reader {
		$why = $list === self::STATUTORY ? Why::Statutory : Why::from((string)$one->row->getWhy());
		return new Reader(
			$one->row->id(), $one->card?->ownerId(), $one->uid, $one->name, $why,
			$list === self::STATUTORY ? null : $one->row->getSaidOn(),
			$list === self::STATUTORY ? '' : (string)$one->row->getManner(),
		);
	}

	/** @return string of the link in the mails of a reader */
	private function token(int $readerId): string {
		return $this->links->token($readerId);
	}

	/** Members were never asked about the statutory list: their rows contain its link. */
	private function makeRowsOfMembers(): void {
		foreach (array_chunk($this->accounts->allActive(), self::AT_ONCE) as $uids) {
			$this->subscribers->make('uid', $uids);
		}
		for ($last = 0; ($people = $this->people->after($last, self::AT_ONCE)) !== []; $last = $people[count($people) - 1]->ownerId()) {
			$kept = array_filter($people, static fn (Person $person): bool => $person->uid === null && $person->kind === CardKind::Person);
			$this->subscribers->make('member_id', array_map(static fn (Person $person): int => $person->ownerId(), array_values($kept)));
		}
	}
}
