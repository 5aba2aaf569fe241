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
use OCP\Files\NotPermittedException;
use OCP\IUserManager;

/** The way to the files of an account. At the root itself nothing can be done but that. */
class Files implements IRootFolder {
	public function __construct(
		private readonly Tree $tree,
		private readonly IUserManager $users,
	) {
	}

	public function getUserFolder($userId) {
		if (!$this->users->userExists($userId)) {
			// The real one throws an exception of its own, which is this one's neighbour.
			throw new NotPermittedException("There is no account $userId");
		}
		return TreeNode::at($this->tree, $userId, '');
	}

	public function getMountsIn(string $mountPoint): array {
		[, $uid, , $around] = [...explode('/', $mountPoint, 4), ''];
		$mounts = array_filter($this->tree->mounts($uid), static fn (array $mount): bool => $mount['point'] !== '' && str_starts_with($mount['point'], $around === '' ? '/' : "/$around/"));
		return array_map(fn (array $mount): IMountPoint => new MountPoint($this->tree, $uid, $mount), array_values($mounts));
	}

	public function getDirectoryListing() {
		return [];
	}

	public function get($path) {
		throw new NotFoundException($path);
	}

	public function search($query) {
		return [];
	}

	public function getRecent($limit, $offset = 0) {
		return [];
	}

	public function newFolder($path) {
		throw new NotPermittedException($path);
	}

	public function newFile($path, $content = null) {
		throw new NotPermittedException($path);
	}

	public function getById($id) {
		return [];
	}

	public function getFirstNodeById(int $id): ?Node {
		return null;
	}

	public function getId() {
		return 0;
	}

	public function getName() {
		return '';
	}

	public function getPath() {
		return '/';
	}

	public function getSize($includeMounts = true) {
		return 0;
	}

	public function getMimetype(): string {
		return 'httpd/unix-directory';
	}

	public function getMountPoint() {
		throw new NotFoundException('/');
	}

	public function getMTime() {
		return 0;
	}

	public function getEtag() {
		return '';
	}

	public function isReadable() {
		return false;
	}

	public function isUpdateable() {
		return false;
	}

	public function isCreatable() {
		return false;
	}

	public function delete() {
		throw new NotPermittedException('/');
	}

	public function move($targetPath) {
		throw new NotPermittedException('/');
	}
}
