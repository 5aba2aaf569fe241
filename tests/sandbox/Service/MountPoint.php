<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\Mount\IMountPoint;
use OCP\Files\Storage\IStorage;

/** Where an account has a storage, or a folder of one. */
class MountPoint implements IMountPoint, IStorage {
	/** @param array<string, mixed> $mount as Mounts has it */
	public function __construct(
		private readonly Tree $tree,
		private readonly string $uid,
		private readonly array $mount,
	) {
	}

	public function getMountPoint() {
		return $this->mount['type'] === '' ? "/$this->uid/" : "/$this->uid/files{$this->mount['point']}/";
	}

	public function getStorage() {
		return $this;
	}

	public function getNumericStorageId() {
		return $this->tree->storage($this->mount['storage']);
	}

	public function getStorageRootId() {
		return $this->mount['type'] === 'shared' ? $this->tree->find($this->uid, $this->mount['point'])['id'] : $this->tree->storage($this->mount['storage']);
	}

	public function getMountType() {
		return $this->mount['type'];
	}

	/** The only storage wrapper here is that of the Team folders’ advanced permissions, once there is a rule. */
	public function instanceOfStorage(string $class) {
		return $class === 'OCA\\GroupFolders\\ACL\\ACLStorageWrapper' && $this->mount['type'] === 'group' && $this->mount['storage'] === '' && $this->tree->hasRules();
	}
}
