<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCP\Security\ICrypto;
use Throwable;

/** Personal data stored with an invitation until it is answered, and the hash to recognize the person. */
class AskedData {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function write(Ask $ask, string $name, string $email, string $note): void {
		$ask->setData($this->crypto->encrypt(json_encode([$name, $email, $note], JSON_THROW_ON_ERROR)));
	}

	/** @return array{name: string, email: string, note: string} empty if it was deleted or the instance's secret has changed */
	public function read(Ask $ask): array {
		try {
			[$name, $email, $note] = json_decode($this->crypto->decrypt((string)$ask->getData()), true, 2, JSON_THROW_ON_ERROR);
		} catch (Throwable) {
			[$name, $email, $note] = ['', '', ''];
		}
		return ['name' => $name, 'email' => $email, 'note' => $note];
	}

	/** For a person without an address, from what else is known of them. */
	public function hash(string $kind, string $what): string {
		return hash('sha256', $this->crypto->calculateHMAC("reseau asked $kind $what"));
	}
}
