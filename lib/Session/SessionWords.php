<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCP\Security\ICrypto;
use Throwable;

/** Encrypts names and recorded words, so that they cannot be read in the database or a backup of it. */
class SessionWords {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function encrypt(string $text): string {
		return $this->crypto->encrypt($text);
	}

	/** @return string empty if the secret of the instance has changed since */
	public function read(?string $encrypted): string {
		try {
			return $encrypted === null ? '' : $this->crypto->decrypt($encrypted);
		} catch (Throwable) {
			return '';
		}
	}
}
