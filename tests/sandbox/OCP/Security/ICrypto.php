<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Security;

interface ICrypto {
	public function calculateHMAC(string $message, string $password = ''): string;
	public function encrypt(string $plaintext, string $password = ''): string;
	public function decrypt(string $authenticatedCiphertext, string $password = ''): string;
}
