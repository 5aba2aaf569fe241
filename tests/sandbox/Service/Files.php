<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\IRootFolder;
use OCP\Files\Mount\IMountPoint;
use OCP\Files\Node;
use OCP\Files\NotFoundException;

/** A folder of an account as PHP sees it: nothing can be done but look. */
class Files implements IRootFolder, IMountPoint {
	public function __construct(
		private readonly Tree $tree,
		private readonly string $uid = '',
		private readonly string $path = '',
	) {
	}

	public function getUserFolder($userId) {
		return new self($this->tree, $userId);
	}

	public function getName() {
		return basename($this->path);
	}

	public function getMountPoint() {
		return $this;
	}

	public function getMountType() {
		return str_starts_with($this->path . '/', Tree::COMMON . '/') ? 'group' : '';
	}

	public function getDirectoryListing() {
		return array_map($this->get(...), $this->tree->list($this->uid, $this->path));
	}

	public function get($path) {
		$path = $this->path . '/' . trim($path, '/');
		$found = $this->tree->find($this->uid, $path) ?? throw new NotFoundException($path);
		$there = new self($this->tree, $this->uid, $path);
		return $found['folder'] ? $there : self::file($there);
	}

	private static function file(self $there): Node {
		return new class($there) implements Node {
			public function __construct(private readonly Files $there) {
			}

			public function getName() {
				return $this->there->getName();
			}

			public function getMountPoint() {
				return $this->there;
			}
		};
	}
}
