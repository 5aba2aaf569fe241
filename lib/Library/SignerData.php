<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\Security\ICrypto;
use Throwable;

/** Personal data of a person asked by mail to sign, until they answer: encrypted with the instance's secret. */
class SignerData {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function write(Signature $signature, string $name, string $email): void {
		$signature->setData($this->crypto->encrypt(json_encode([$name, $email], JSON_THROW_ON_ERROR)));
	}

	/** @return array{name: string, email: string} empty if it was deleted or the instance's secret has changed */
	public function read(Signature $signature): array {
		try {
			[$name, $email] = json_decode($this->crypto->decrypt((string)$signature->getData()), true, 2, JSON_THROW_ON_ERROR);
		} catch (Throwable) {
			[$name, $email] = ['', ''];
		}
		return ['name' => $name, 'email' => $email];
	}
}
