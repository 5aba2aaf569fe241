<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCP\Activity\ActivitySettings;
use OCP\IL10N;

/** Whether what happens in one's groups is in the activity stream; by mail only for who wants it. */
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
