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

/** The apps of Nextcloud that groups work with, as an account has them. */
class OtherApps {
	public function __construct(
		private readonly IAppManager $apps,
		private readonly IConfig $config,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * The first thing anybody asks of Deck gives them a board of welcome; Deck remembers that under `firstRun`.
	 *
	 * @return 'absent'|'new'|'used' `new`: they have never used it, and it is not asked anything before they want to
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
