<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use OCP\UserMigration\UserMigrationException;

/** The files of an exported account, as Nextcloud's app for it gives and takes them. */
class Archive implements IExportDestination, IImportSource {
	/** @var array<string, string> by path */
	public array $files = [];

	/** Of the migrator that wrote it. */
	public ?int $version = 1;

	public function addFileContents(string $path, string $content): void {
		$this->files[$path] = $content;
	}

	public function getFileContents(string $path): string {
		return $this->files[$path] ?? throw new UserMigrationException("There is no $path");
	}

	public function pathExists(string $path): bool {
		return isset($this->files[$path]);
	}

	public function getMigratorVersion(string $migrator): ?int {
		return $this->version;
	}
}
