<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\UserMigration;

/** Older versions can be imported, newer ones cannot. */
trait TMigratorBasicVersionHandling {
	protected int $version = 1;
	protected bool $mandatory = false;

	public function getVersion(): int {
		return $this->version;
	}

	public function canImport(IImportSource $importSource): bool {
		$version = $importSource->getMigratorVersion($this->getId());
		return $version === null ? !$this->mandatory : $this->version >= $version;
	}
}
