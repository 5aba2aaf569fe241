<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * The links by which people without an account read a notice and answer it: one per person and notice, equal in every mail, for people who agreed to their
 * card by a mail to its current address. A link stops working when the card is hidden, taken over or erased, when its address changes, and when the
 * notice is deleted or becomes one for a group. After a notice has ended, the page says so.
 */
class PassedLinks {
	public function __construct(
		private readonly PassedNoticeMapper $passed,
		private readonly Notices $notices,
		private readonly AnswerConsent $consents,
		private readonly People $people,
		private readonly LinkTokens $tokens,
	) {
	}

	/**
	 * The link of a notice for a person, made for the first mail, in a transaction that holds their card.
	 *
	 * @return ?array{PassedNotice, string, string} the link, the address it is for, and its token; null: they get no notices by mail
	 */
	public function of(AuthoredNotice $one, Member $person): ?array {
		return $this->ofAll([$one], $person, true)[$one->id()] ?? null;
	}

	/**
	 * The links of several notices for a person.
	 *
	 * @param array<AuthoredNotice> $notices some dozens at most
	 * @param bool $make whether missing links are made, in a transaction that holds the person's card
	 * @return array<int, array{PassedNotice, string, string}> by number of the notice
	 */
	public function ofAll(array $notices, Member $person, bool $make): array {
		$address = $this->addressOf($person);
		$open = $address === null ? [] : array_filter($notices, static fn (AuthoredNotice $one): bool => $one->notice->getOnlyGroup() === null);
		$ids = array_values(array_map(static fn (AuthoredNotice $one): int => $one->id(), $open));
		$known = $ids === [] ? [] : $this->passed->findAllOf($ids, $person->ownerId());
		$links = [];
		foreach ($ids as $id) {
			$link = $known[$id] ?? null;
			$token = $this->tokens->decrypt($link?->getToken());
			if ($link !== null && $token !== null && hash_equals($link->getAddressHash(), self::bound($token, (string)$address))) {
				$links[$id] = [$link, (string)$address, $token];
			} elseif ($make) {
				$links[$id] = $this->made($link ?? new PassedNotice(), $id, $person, (string)$address);
			}
		}
		return $links;
	}

	/**
	 * @return array{AuthoredNotice, Member} the notice that a link belongs to, in any state, and the person it was made for
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): array {
		$link = $this->passed->findByToken(LinkTokens::hash($token));
		$person = $link === null ? null : $this->people->byId($link->getMemberId());
		$one = $link === null ? null : $this->notices->one($link->getNoticeId());
		$address = $person === null ? null : $this->consents->addressOf($person);
		if ($link === null || $person === null || $one === null || $address === null
			|| $one->notice->getOnlyGroup() !== null || !hash_equals($link->getAddressHash(), self::bound($token, $address))) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
		}
		return [$one, $person];
	}

	/** Whether keepers can send notices to a person, unless they want none. */
	public function mayGet(Member $person): bool {
		return $this->consents->addressOf($person) !== null;
	}

	/** The address at which a person gets notices; null: they get none. */
	public function addressOf(Member $person): ?string {
		return $this->passed->isStopped($person->ownerId()) ? null : $this->consents->addressOf($person);
	}

	/** @return array{PassedNotice, string, string} */
	private function made(PassedNotice $link, int $noticeId, Member $person, string $address): array {
		$token = $this->tokens->make();
		$link->setNoticeId($noticeId);
		$link->setMemberId($person->ownerId());
		$link->setTokenHash(LinkTokens::hash($token));
		$link->setToken($this->tokens->encrypt($token));
		$link->setAddressHash(self::bound($token, $address));
		return [$link->getId() === null ? $this->passed->insert($link) : $this->passed->update($link), $address, $token];
	}

	/** A link belongs to the address it was sent to. */
	private static function bound(string $token, string $address): string {
		return hash('sha256', "$token $address");
	}
}
