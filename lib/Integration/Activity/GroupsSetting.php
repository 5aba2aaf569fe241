<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCP\Activity\ActivitySettings;
use OCP\IL10N;

/** The setting for events in a person's groups: in the activity stream by default, by mail only for people who want it. */
class GroupsSetting extends ActivitySettings {
	public const TYPE = 'reseau_groups';

	public function __construct(
		private readonly IL10N $l,
	) {
	}

	public function getIdentifier() {
		return self::TYPE;
	}

	public function getName() {
		return $this->l->t('What happens in my groups');
	}

	public function getGroupIdentifier() {
		return 'reseau';
	}

	public function getGroupName() {
		return $this->l->t('Réseau');
	}

	public function getPriority() {
		return 50;
	}

	public function canChangeStream() {
		return true;
	}

	public function isDefaultEnabledMail() {
		return false;
	}
}
