<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\UserMigration;

interface IImportSource {
	public function getFileContents(string $path): string;
	public function pathExists(string $path): bool;
	public function getMigratorVersion(string $migrator): ?int;
}
