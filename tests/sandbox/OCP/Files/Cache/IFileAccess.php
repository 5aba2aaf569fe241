<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files\Cache;

interface IFileAccess {
	public function getByPathInStorage(string $path, int $storageId): ?ICacheEntry;
	public function getByFileId(int $fileId): ?ICacheEntry;

	/** @return array<int, ICacheEntry> */
	public function getByFileIds(array $fileIds): array;
}
