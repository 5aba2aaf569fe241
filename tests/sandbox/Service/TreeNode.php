<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;

/** A file or folder of an account as PHP sees it. */
abstract class TreeNode implements Node {
	/**
	 * @param string $there path below the account's files
	 * @param array<string, mixed> $entry as Tree has it
	 */
	final public function __construct(
		protected readonly Tree $tree,
		protected readonly string $uid,
		protected readonly string $there,
		protected readonly array $entry,
	) {
	}

	/** @param array<string, mixed> $entry */
	public static function of(Tree $tree, string $uid, string $path, array $entry): Node {
		return $entry['folder'] ? new FolderNode($tree, $uid, $path, $entry) : new FileNode($tree, $uid, $path, $entry);
	}

	public static function at(Tree $tree, string $uid, string $path): Node {
		return self::of($tree, $uid, $path, $tree->find($uid, $path) ?? throw new NotFoundException($path));
	}

	public function getId() {
		return $this->entry['id'];
	}

	public function getName() {
		return basename($this->there);
	}

	public function getPath() {
		return "/$this->uid/files$this->there";
	}

	public function getSize($includeMounts = true) {
		return $this->entry['size'];
	}

	public function getMimeType(): string {
		return MimeTypes::of($this->there);
	}

	public function getEtag() {
		return $this->entry['etag'];
	}

	public function getMTime() {
		return $this->entry['changed'];
	}

	public function getMountPoint() {
		return new MountPoint($this->tree, $this->uid, $this->entry['mount']);
	}

	public function isReadable() {
		return true;
	}

	public function isUpdateable() {
		return $this->entry['write'];
	}

	public function isCreatable() {
		return $this->entry['folder'] && $this->entry['write'];
	}

	public function delete() {
		self::done(fn () => $this->tree->remove($this->uid, $this->there));
	}

	public function move($targetPath) {
		$to = substr($targetPath, strlen("/$this->uid/files"));
		self::done(fn (): int => $this->tree->move($this->uid, $this->there, $to));
		return self::at($this->tree, $this->uid, $to);
	}

	/** @throws NotPermittedException */
	protected static function done(callable $work): mixed {
		try {
			return $work();
		} catch (ServiceRefusal $e) {
			throw $e->getCode() === 404 ? new NotFoundException($e->getMessage()) : new NotPermittedException($e->getMessage());
		}
	}
}
