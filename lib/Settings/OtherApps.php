<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCP\App\IAppManager;
use OCP\IConfig;
use OCP\IUserManager;

/** The Nextcloud apps that groups use, as an account has them. */
class OtherApps {
	public function __construct(
		private readonly IAppManager $apps,
		private readonly IConfig $config,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * The first request to Deck creates a welcome board for the account; Deck records this under `firstRun`.
	 *
	 * @return 'absent'|'new'|'used' `new`: they have never used it, and it is not queried until they want to
	 */
	public function deck(string $uid): string {
		return match (true) {
			!$this->has($uid, 'deck') => 'absent',
			$this->config->getUserValue($uid, 'deck', 'firstRun', 'yes') === 'yes' => 'new',
			default => 'used',
		};
	}

	public function teams(string $uid): bool {
		return $this->has($uid, 'circles');
	}

	public function talk(string $uid): bool {
		return $this->has($uid, 'spreed');
	}

	private function has(string $uid, string $app): bool {
		$user = $this->users->get($uid);
		return $user !== null && $this->apps->isEnabledForUser($app, $user);
	}
}
