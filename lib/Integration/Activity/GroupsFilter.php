<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCA\Reseau\AppInfo\Application;
use OCP\Activity\IFilter;
use OCP\IL10N;
use OCP\IURLGenerator;

/** Only the activities of Réseau. */
class GroupsFilter implements IFilter {
	public function __construct(
		private readonly IL10N $l,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getIdentifier() {
		return Application::APP_ID;
	}

	public function getName() {
		return $this->l->t('Réseau');
	}

	public function getPriority() {
		return 50;
	}

	public function getIcon() {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	/**
	 * @param string[] $types
	 * @return string[]
	 */
	public function filterTypes(array $types) {
		return array_intersect([GroupsSetting::TYPE], $types);
	}

	/** @return string[] */
	public function allowedApps() {
		return [Application::APP_ID];
	}
}
