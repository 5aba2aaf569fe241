<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\Security\ICrypto;
use OCP\Security\ISecureRandom;
use Throwable;

/**
 * The links by which daily mails are turned off without logging in: one per account and address, the same in all its mails. It stops working when the
 * account is deleted or has another address.
 */
class MailLinks {
	public function __construct(
		private readonly RecipientMapper $recipients,
		private readonly Outbox $outbox,
		private readonly ICrypto $crypto,
		private readonly ISecureRandom $random,
	) {
	}

	/** The token for a mail to this address. */
	public function of(Recipient $recipient, string $address): string {
		if ($recipient->getAddressHash() === self::hash($address)) {
			try {
				return $this->crypto->decrypt((string)$recipient->getToken());
			} catch (Throwable) {
				// The server's key has changed: a new link.
			}
		}
		$token = $this->random->generate(32, ISecureRandom::CHAR_ALPHANUMERIC);
		$this->recipients->link($recipient, self::hash($token), $this->crypto->encrypt($token), self::hash($address));
		return $token;
	}

	/**
	 * @return string whose mails a link turns off
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): string {
		$recipient = $this->recipients->findByToken(self::hash($token));
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
