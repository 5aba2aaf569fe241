<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Settings\NetworkHash;
use OCP\Security\ICrypto;
use Throwable;

/** Personal data stored with an invitation until it is answered, and the hash to recognize the person. */
class AskedData {
	public function __construct(
		private readonly ICrypto $crypto,
		private readonly NetworkHash $hashes,
	) {
	}

	/** @param list<array{mine: bool, text: string, at: int}> $talk questions of the person, and the answers of the inviter (`mine`) */
	public function write(Ask $ask, string $name, string $email, string $note, array $talk = []): void {
		$ask->setData($this->crypto->encrypt(json_encode([$name, $email, $note, $talk], JSON_THROW_ON_ERROR)));
	}

	/**
	 * @return array{name: string, email: string, note: string, talk: list<array{mine: bool, text: string, at: int}>} empty if it was deleted or the
	 *         instance's secret has changed
	 */
	public function read(Ask $ask): array {
		try {
			[$name, $email, $note, $talk] = json_decode($this->crypto->decrypt((string)$ask->getData()), true, 4, JSON_THROW_ON_ERROR) + [3 => []];
		} catch (Throwable) {
			[$name, $email, $note, $talk] = ['', '', '', []];
		}
		return ['name' => $name, 'email' => $email, 'note' => $note, 'talk' => $talk];
	}

	/** For a person without an address, from the other data about them. */
	public function hash(string $kind, string $what): string {
		return $this->hashes->of("reseau asked $kind $what");
	}
}
