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
 * The links by which people without an account read a notice and answer it: one per person and notice, the same in every mail, for those who agreed to their
 * card by a mail to the address it has now. A link stops working when the card is hidden, taken over or erased, when its address changes, and when the
 * notice is deleted or becomes one for a group. Of a notice that has ended it says so.
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
		$address = $this->addressOf($person);
		if ($address === null || $one->notice->getOnlyGroup() !== null) {
			return null;
		}
		$link = $this->passed->findOf($one->id(), $person->ownerId());
		$token = $this->tokens->decrypt($link?->getToken());
		if ($link !== null && $token !== null && hash_equals($link->getAddressHash(), self::bound($token, $address))) {
			return [$link, $address, $token];
		}
		$token = $this->tokens->make();
		$link ??= new PassedNotice();
		$link->setNoticeId($one->id());
		$link->setMemberId($person->ownerId());
		$link->setTokenHash(LinkTokens::hash($token));
		$link->setToken($this->tokens->encrypt($token));
		$link->setAddressHash(self::bound($token, $address));
		return [$link->getId() === null ? $this->passed->insert($link) : $this->passed->update($link), $address, $token];
	}

	/**
	 * @return array{AuthoredNotice, Member} the notice a link leads to, in whatever state it is, and the person it was made for
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

	/** The address to which a person gets notices; null: they get none. */
	public function addressOf(Member $person): ?string {
		return $this->passed->isStopped($person->ownerId()) ? null : $this->consents->addressOf($person);
	}

	/** A link belongs to the address it was sent to. */
	private static function bound(string $token, string $address): string {
		return hash('sha256', "$token $address");
	}
}
