<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCA\Reseau\AppInfo\Application;
use OCP\App\IAppManager;
use OCP\IUser;
use OCP\IUserManager;

/** Accounts that may use the app. Everything that leaves the app without a login, such as mails and calendars, is only for these. */
class Accounts {
	public function __construct(
		private readonly IUserManager $users,
		private readonly IAppManager $apps,
	) {
	}

	/** @return ?IUser null: it is deleted or disabled, or the app is not enabled for it */
	public function active(string $uid): ?IUser {
		$user = $this->users->get($uid);
		return $user !== null && $this->isActive($user) ? $user : null;
	}

	public function isActive(IUser $user): bool {
		return $user->isEnabled() && $this->apps->isEnabledForUser(Application::APP_ID, $user);
	}

	/** @return list<string> all active accounts, including those that never logged in */
	public function allActive(): array {
		$uids = [];
		$this->users->callForAllUsers(function (IUser $user) use (&$uids): void {
			if ($this->isActive($user)) {
				$uids[] = $user->getUID();
			}
		});
		return $uids;
	}
}
