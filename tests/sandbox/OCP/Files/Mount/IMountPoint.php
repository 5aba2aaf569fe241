<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files\Mount;

interface IMountPoint {
	/** @return string */
	public function getMountPoint();

	/** @return \OCP\Files\Storage\IStorage|null */
	public function getStorage();

	/** @return int|null */
	public function getNumericStorageId();

	/** @return int */
	public function getStorageRootId();

	public function getMountType();
}
