<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Constants;
use OCP\Share\IManager;
use OCP\Share\IShare;

/** Shares files with single accounts. */
class Shares implements IManager {
	public function __construct(
		private readonly Tree $tree,
	) {
	}

	public function newShare(): IShare {
		return new Share();
	}

	public function createShare(IShare $share): IShare {
		$path = substr($share->node->getPath(), strlen("/$share->by/files"));
		$this->tree->shareWith($share->by, $path, $share->with, ($share->permissions & Constants::PERMISSION_UPDATE) !== 0);
		return $share;
	}
}
