<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Security\ICrypto;

/** Keyed hashes, with a secret that is none. */
class Crypto implements ICrypto {
	public function calculateHMAC(string $message, string $password = ''): string {
		return hash_hmac('sha512', $message, $password === '' ? 'sandbox' : $password, true);
	}
}
