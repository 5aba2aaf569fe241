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

/** Files of which nothing can be done but look: the same few for every account. */
class Files implements IRootFolder, IMountPoint {
	/** What an account has, by its path; a list is a folder. */
	private const TREE = [
		'' => ['Documents', 'Lisez-moi.md', 'Réseau commun'],
		'/Documents' => ['2026'],
		'/Documents/2026' => [],
		'/Lisez-moi.md' => null,
		'/Réseau commun' => ['Fiches de pratique'],
		'/Réseau commun/Fiches de pratique' => [],
	];
	/** The Team folder among them. */
	private const TEAM = '/Réseau commun';

	public function __construct(
		private readonly string $path = '',
	) {
	}

	public function getUserFolder($userId) {
		return new self();
	}

	public function getName() {
		return basename($this->path);
	}

	public function getMountPoint() {
		return $this;
	}

	public function getMountType() {
		return str_starts_with($this->path, self::TEAM) ? 'group' : '';
	}

	public function getDirectoryListing() {
		return array_map($this->get(...), self::TREE[$this->path]);
	}

	public function get($path) {
		$path = $this->path . '/' . trim($path, '/');
		if (!array_key_exists($path, self::TREE)) {
			throw new NotFoundException($path);
		}
		return self::TREE[$path] === null ? self::file($path) : new self($path);
	}

	private static function file(string $path): Node {
		return new class($path) implements Node {
			public function __construct(private readonly string $path) {
			}

			public function getName() {
				return basename($this->path);
			}

			public function getMountPoint() {
				return new Files();
			}
		};
	}
}
