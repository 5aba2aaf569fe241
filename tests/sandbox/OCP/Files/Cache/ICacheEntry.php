<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files\Cache;

interface ICacheEntry {
	public const DIRECTORY_MIMETYPE = 'httpd/unix-directory';

	/** @return int */
	public function getId();

	/** @return int */
	public function getStorageId();

	/** @return string */
	public function getPath();

	public function getMimeType(): string;

	/** @return int */
	public function getSize();

	/** @return int */
	public function getMTime();
}
