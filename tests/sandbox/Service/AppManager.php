<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\App\IAppManager;
use OCP\IAppConfig;
use OCP\IConfig;
use OCP\IGroupManager;

/**
 * Which apps there are: this one, and those that `sandbox.apps` names in the settings of the system, unless `app:enable` and `app:disable`
 * say otherwise: as in Nextcloud, `enabled` among the settings of an app is yes, no, or the groups it is limited to.
 */
class AppManager implements IAppManager {
	public function __construct(
		private readonly Apps $apps,
		private readonly IConfig $config,
		private readonly IAppConfig $appConfig,
		private readonly IGroupManager $groups,
	) {
	}

	public function isEnabledForUser($appId, $user = null) {
		$limit = json_decode($this->enabled($appId), true);
		return is_array($limit)
			? $user !== null && array_filter($limit, fn (string $group): bool => $this->groups->isInGroup($user->getUID(), $group)) !== []
			: $this->isEnabledForAnyone($appId);
	}

	public function isEnabledForAnyone(string $appId): bool {
		return $this->enabled($appId) !== 'no';
	}

	private function enabled(string $appId): string {
		$there = in_array($appId, [$this->apps->id, ...explode(',', $this->config->getSystemValueString('sandbox.apps'))], true);
		return $this->appConfig->getValueString($appId, 'enabled', $there ? 'yes' : 'no');
	}
}
