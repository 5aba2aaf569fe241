<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCA\Reseau\AppInfo\Application;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** Nextcloud's record of the migrations it has run. */
class MigrationMapper {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @return ?list<string> those of Réseau, without the prefix of their classes; null: the record cannot be read */
	public function findRun(): ?array {
		try {
			$qb = $this->db->getQueryBuilder();
			$qb->select('version')->from('migrations')->where($qb->expr()->eq('app', $qb->createNamedParameter(Application::APP_ID)));
			return array_column($qb->executeQuery()->fetchAll(), 'version');
		} catch (Exception) {
			return null;
		}
	}
}
