<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * The links by which daily mails are turned off without logging in: one per account and address, equal in all its mails. It stops working when the
 * account is deleted or has another address.
 */
class MailLinks {
	public function __construct(
		private readonly RecipientMapper $recipients,
		private readonly Outbox $outbox,
		private readonly LinkTokens $tokens,
	) {
	}

	/** The token for a mail to this address. */
	public function of(Recipient $recipient, string $address): string {
		// A new token for a new address, or if the server's key has changed.
		$known = $recipient->getAddressHash() === self::hash($address) ? $this->tokens->decrypt($recipient->getToken()) : null;
		if ($known !== null) {
			return $known;
		}
		$token = $this->tokens->make();
		$this->recipients->link($recipient, LinkTokens::hash($token), $this->tokens->encrypt($token), self::hash($address));
		return $token;
	}

	/**
	 * @return string the account whose mails a link turns off
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): string {
		$recipient = $this->recipients->findByToken(LinkTokens::hash($token));
		$address = $recipient === null ? null : $this->outbox->addressOf($recipient->getUid());
		if ($recipient === null || $address === null || $recipient->getAddressHash() !== self::hash($address)) {
			throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
		}
		return $recipient->getUid();
	}

	private static function hash(string $text): string {
		return hash('sha256', $text);
	}
}
