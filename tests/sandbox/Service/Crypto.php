<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Exception;
use OCP\Security\ICrypto;
use Sandbox\Kernel\Kernel;

/** Keyed hashes and encrypted texts, with a secret that is none, unless a test sets one. */
class Crypto implements ICrypto {
	public function calculateHMAC(string $message, string $password = ''): string {
		return hash_hmac('sha512', $message, $password === '' ? (string)(Kernel::current()->config['secret'] ?? 'sandbox') : $password, true);
	}

	public function encrypt(string $plaintext, string $password = ''): string {
		$iv = random_bytes(16);
		$text = $iv . openssl_encrypt($plaintext, 'aes-256-cbc', $this->calculateHMAC('key', $password), OPENSSL_RAW_DATA, $iv);
		return bin2hex($this->calculateHMAC($text, $password) . $text);
	}

	public function decrypt(string $authenticatedCiphertext, string $password = ''): string {
		$text = substr((string)@hex2bin($authenticatedCiphertext), 64);
		if ($text === '' || !hash_equals($this->calculateHMAC($text, $password), substr((string)hex2bin($authenticatedCiphertext), 0, 64))) {
			throw new Exception('HMAC does not match.');
		}
		return (string)openssl_decrypt(substr($text, 16), 'aes-256-cbc', $this->calculateHMAC('key', $password), OPENSSL_RAW_DATA, substr($text, 0, 16));
	}
}
