<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Share;

use OCP\Files\Node;

interface IShare {
	public const TYPE_USER = 0;
	public const TYPE_LINK = 3;

	/** @return \OCP\Share\IShare */
	public function setNode(Node $node);

	/** @return \OCP\Share\IShare */
	public function setShareType($shareType);

	/** @return \OCP\Share\IShare */
	public function setSharedWith($sharedWith);

	/** @return \OCP\Share\IShare */
	public function setPermissions($permissions);

	/** @return \OCP\Share\IShare */
	public function setSharedBy($sharedBy);
}
