<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCP\Security\ICrypto;
use Throwable;

/** What an ask holds of its person until they answer, and under which hash they are known again. */
class AskedData {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function write(Ask $ask, string $name, string $email, string $note): void {
		$ask->setData($this->crypto->encrypt(json_encode([$name, $email, $note], JSON_THROW_ON_ERROR)));
	}

	/** @return array{name: string, email: string, note: string} empty where it is forgotten, or the instance's secret is another by now */
	public function read(Ask $ask): array {
		try {
			[$name, $email, $note] = json_decode($this->crypto->decrypt((string)$ask->getData()), true, 2, JSON_THROW_ON_ERROR);
		} catch (Throwable) {
			[$name, $email, $note] = ['', '', ''];
		}
		return ['name' => $name, 'email' => $email, 'note' => $note];
	}

	/** Of somebody without an address, by what else is known of them. */
	public function hash(string $kind, string $what): string {
		return hash('sha256', $this->crypto->calculateHMAC("reseau asked $kind $what"));
	}
}
