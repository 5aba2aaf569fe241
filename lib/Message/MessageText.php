<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\Security\ICrypto;
use Throwable;

/** Encrypts the texts of messages, so that they cannot be read in the database or a backup of it. */
class MessageText {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function write(Message $message, string $text): void {
		$message->setText($this->crypto->encrypt($text));
	}

	/** @return ?string null if the secret of the instance has changed since */
	public function read(Message $message): ?string {
		try {
			return $this->crypto->decrypt($message->getText());
		} catch (Throwable) {
			return null;
		}
	}
}
