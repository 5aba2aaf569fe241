<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\Security\ICrypto;
use OCP\Security\ISecureRandom;
use Throwable;

/** Tokens of links that work without an account. They are found by their hash; if a later mail needs a token again, it is stored encrypted as well. */
class LinkTokens {
	private const LENGTH = 32;

	public function __construct(
		private readonly ISecureRandom $random,
		private readonly ICrypto $crypto,
	) {
	}

	/** @return string letters and digits */
	public function make(): string {
		return $this->random->generate(self::LENGTH, ISecureRandom::CHAR_ALPHANUMERIC);
	}

	/** The stored hash of a token. */
	public static function hash(string $token): string {
		return hash('sha256', $token);
	}

	public function encrypt(string $token): string {
		return $this->crypto->encrypt($token);
	}

	/** @return ?string null if there is no token, or the secret of the instance has changed since */
	public function decrypt(?string $encrypted): ?string {
		try {
			return $encrypted === null ? null : $this->crypto->decrypt($encrypted);
		} catch (Throwable) {
			return null;
		}
	}
}
