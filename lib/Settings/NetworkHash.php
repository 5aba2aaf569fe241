<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCP\AppFramework\Services\IAppConfig;
use OCP\Security\ICrypto;
use OCP\Security\ISecureRandom;

/**
 * Keyed hashes, by which the network recognises addresses and names that it does not store. The key is the network's own, not the instance's, so that
 * refusals still hold when the network moves to another Nextcloud.
 */
class NetworkHash {
	/** App config; `occ reseau:purge` keeps it, since it reveals nothing alone. */
	public const KEY = 'hash_key';
	private const LENGTH = 64;

	public function __construct(
		private readonly ICrypto $crypto,
		private readonly IAppConfig $config,
		private readonly ISecureRandom $random,
	) {
	}

	public function of(string $text): string {
		return $this->hash($text, $this->key());
	}

	/** @return list<string> the hash, and the one that versions before 0.3 stored, with the secret of the instance */
	public function all(string $text): array {
		return array_values(array_unique([$this->of($text), $this->hash($text, '')]));
	}

	/** Empty only before the app was installed completely. */
	public function key(): string {
		return $this->config->getAppValueString(self::KEY, lazy: true);
	}

	/** Gives the network its key, unless it has one. */
	public function begin(): void {
		if ($this->key() === '') {
			$this->adopt($this->random->generate(self::LENGTH, ISecureRandom::CHAR_ALPHANUMERIC));
		}
	}

	/** Sets the key of a network that moved here; nothing may be hashed with another key. */
	public function adopt(string $key): void {
		$this->config->setAppValueString(self::KEY, $key, lazy: true, sensitive: true);
	}

	private function hash(string $text, string $key): string {
		return hash('sha256', $this->crypto->calculateHMAC($text, $key));
	}
}
