<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * The links in the mails before notices end: one per notice and period, to the person who decides about the notice. A link stops working when it is used, when
 * the notice changes or ends, and when another person decides about it: another keeper, an account that took the card over, another address.
 */
class NoticeLinks {
	private const TOKEN = '/^(\d{1,18})-\w{32}\z/';

	public function __construct(
		private readonly Notices $notices,
		private readonly AnswerConsent $consents,
		private readonly People $people,
		private readonly LinkTokens $tokens,
	) {
	}

	/** @return string a new token of a notice, which is valid once its hash() is stored */
	public function make(AuthoredNotice $one): string {
		return $one->id() . '-' . $this->tokens->make();
	}

	public function hash(string $token, AuthoredNotice $one): string {
		return hash('sha256', "$token {$this->owner($one)}");
	}

	/**
	 * @return AuthoredNotice the open notice that a link belongs to
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): AuthoredNotice {
		$one = preg_match(self::TOKEN, $token, $found) === 1 ? $this->notices->one((int)$found[1]) : null;
		$hash = $one?->isOpen() === true ? $one->notice->getTokenHash() : null;
		if ($one === null || $hash === null || !hash_equals($hash, $this->hash($token, $one))) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
		}
		return $one;
	}

	/** The mail address of an author without an account who agreed to mails; null: their keeper gets the mail. */
	public function addressOf(AuthoredNotice $one): ?string {
		$member = $one->author->getUid() === null ? $this->people->byId($one->author->ownerId()) : null;
		return $member === null ? null : $this->consents->addressOf($member);
	}

	/** The account or address that gets the link. */
	private function owner(AuthoredNotice $one): string {
		$uid = $one->author->getUid();
		$address = $this->addressOf($one);
		return match (true) {
			$uid !== null => "account $uid",
			$address !== null => "address $address",
			default => 'keeper ' . $one->author->getStewardUid(),
		};
	}
}
