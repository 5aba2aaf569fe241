<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\SetupCheck;

use OCA\Reseau\Shared\InstalledTables;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Only in Nextcloud's overview: Réseau's own settings list what it works without. */
class TablesCheck implements ISetupCheck {
	public function __construct(
		private readonly InstalledTables $tables,
		private readonly IL10N $l,
	) {
	}

	public function getCategory(): string {
		return 'reseau';
	}

	public function getName(): string {
		return $this->l->t('Réseau: %s', [$this->l->t('Database tables')]);
	}

	public function run(): SetupResult {
		$problem = $this->tables->problem();
		return $problem === null ? SetupResult::success($this->l->t('They fit this version of Réseau.')) : SetupResult::error($problem);
	}
}
