<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** What of links goes with things and accounts that are gone. */
class Links {
	public function __construct(
		private readonly LinkMapper $links,
	) {
	}

	/** A thing is gone for good. */
	public function forget(Ref $thing): void {
		$this->links->deleteOf($thing);
	}

	/** An account is gone: its links stay, without a name. */
	public function forgetAccount(string $uid): void {
		$this->links->forgetAccount($uid);
	}
}
