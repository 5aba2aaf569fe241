<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\Security\ICrypto;

/** Where readers read a letter online. A mail may be forwarded: its link opens the letter in that mail, and nothing else of its reader. */
class OnlineLinks {
	private const LENGTH = 40;

	public function __construct(
		private readonly Subscriptions $subscriptions,
		private readonly LetterLinks $links,
		private readonly ICrypto $crypto,
	) {
	}

	/** Absolute: a person with an account logs in for it. */
	public function url(Reader $reader, int $letter): string {
		return $this->links->page("letter/$letter" . ($reader->uid !== null ? '' : "/{$this->code($reader->id, $letter)}$reader->id"));
	}

	/** The reader a link belongs to, even if they currently get nothing. */
	public function reader(int $letter, string $token): ?Reader {
		$id = substr($token, self::LENGTH);
		$known = preg_match('/^[1-9]\d{0,17}\z/', $id) === 1 && hash_equals($this->code((int)$id, $letter), substr($token, 0, self::LENGTH));
		return $known ? $this->subscriptions->one((int)$id) : null;
	}

	private function code(int $reader, int $letter): string {
		return substr(hash('sha256', $this->crypto->calculateHMAC("reseau letter $letter $reader")), 0, self::LENGTH);
	}
}
