<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Removal;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Shared\Atomic;
use OCP\AppFramework\Services\IAppConfig;
use OCP\Config\IUserConfig;
use OCP\IDBConnection;

/** Deletes all that Réseau stores. What it made in other apps is theirs, and stays. */
class Purge {
	use Atomic;

	/** Nextcloud's own, by which it knows that the app is there, and the key of hashes, which are all gone. */
	private const STAY = ['enabled', 'installed_version', 'types', NetworkHash::KEY];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly OwnTables $tables,
		private readonly OwnJobs $jobs,
		private readonly IAppConfig $settings,
		private readonly IUserConfig $preferences,
		private readonly Notifications $notifications,
	) {
	}

	/** @return array<string, int> how many there are of what would be deleted, by table or in words; without what there is none of */
	public function counts(): array {
		return $this->tables->counts() + array_filter([
			'settings of the network' => count($this->settingKeys()),
			'accounts with settings of their own' => count($this->preferences->getUserIds(Application::APP_ID)),
			'tasks that wait to be done once' => array_sum($this->jobs->waiting()),
		]);
	}

	/** The jobs that come again stay: the app is still there, and they find nothing. */
	public function run(): void {
		$this->atomicAgain(fn () => array_map($this->tables->clear(...), array_keys($this->tables->counts())), $this->db);
		array_map($this->settings->deleteAppValue(...), $this->settingKeys());
		$this->preferences->deleteApp(Application::APP_ID);
		$this->jobs->remove(...array_keys($this->jobs->waiting()));
		$this->notifications->withdrawAll();
	}

	/** @return list<string> */
	private function settingKeys(): array {
		return array_values(array_diff($this->settings->getAppKeys(), self::STAY));
	}
}
