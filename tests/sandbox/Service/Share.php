<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\Node;
use OCP\Share\IShare;

/** A share that is being made. */
class Share implements IShare {
	public ?Node $node = null;
	public string $with = '';
	public string $by = '';
	public int $permissions = 0;

	public function setNode(Node $node) {
		$this->node = $node;
		return $this;
	}

	public function setShareType($shareType) {
		return $this;
	}

	public function setSharedWith($sharedWith) {
		$this->with = $sharedWith;
		return $this;
	}

	public function setPermissions($permissions) {
		$this->permissions = $permissions;
		return $this;
	}

	public function setSharedBy($sharedBy) {
		$this->by = $sharedBy;
		return $this;
	}
}
