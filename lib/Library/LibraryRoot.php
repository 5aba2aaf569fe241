<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Settings\LibraryFolder;
use OCA\Reseau\Settings\Network;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Mount\IMountPoint;
use OCP\Files\Node;
use Throwable;

/**
 * Where an account has the library's folder: at the chosen path, or where the account has moved it since. It is recognised by its id; another folder at
 * the same path is not the library.
 */
class LibraryRoot {
	/** Storage wrappers that hide files from some people: Team folders with advanced permissions, and access control. */
	private const RULES = ['OCA\\GroupFolders\\ACL\\ACLStorageWrapper', 'OCA\\FilesAccessControl\\StorageWrapper'];

	/** Mounts that are fully visible to people who have them, apart from those rules: own files, shares, Team folders. */
	private const PLAIN = ['', 'shared', 'group'];

	/** @var array<string, OpenLibrary> by account */
	private array $found = [];

	public function __construct(
		private readonly IRootFolder $files,
		private readonly Network $network,
	) {
	}

	public function of(string $uid): OpenLibrary {
		return $this->found[$uid] ??= $this->find($uid);
	}

	public function forget(): void {
		$this->found = [];
	}

	/** Id of the library's folder, null if none was chosen or no one has opened it since. */
	public function id(): ?int {
		return $this->network->library() === '' ? null : $this->network->libraryId();
	}

	/** Whether everything in this mount is visible to people who have it. */
	public static function isWhole(IMountPoint $mount): bool {
		try {
			$storage = $mount->getStorage();
			return $storage !== null && in_array((string)$mount->getMountType(), self::PLAIN, true)
				&& array_filter(self::RULES, static fn (string $wrapper): bool => $storage->instanceOfStorage($wrapper)) === [];
		} catch (Throwable) {
			return false;
		}
	}

	private function find(string $uid): OpenLibrary {
		$path = $this->network->library();
		if ($path === '') {
			return new OpenLibrary(OpenLibrary::NONE);
		}
		$folder = $this->folder($uid, $path);
		if ($folder === null || !$folder->isReadable()) {
			return new OpenLibrary(OpenLibrary::OUT_OF_REACH);
		}
		return new OpenLibrary(OpenLibrary::OPEN, $folder, LibraryFolder::isTeam($folder), self::isWhole($folder->getMountPoint()));
	}

	private function folder(string $uid, string $path): ?Folder {
		$id = $this->network->libraryId();
		try {
			$files = $this->files->getUserFolder($uid);
		} catch (Throwable) {
			return null;
		}
		try {
			$there = $files->get($path);
		} catch (Throwable) {
			$there = null;
		}
		if ($id === null && $there instanceof Folder && $this->isTheLibrary($uid, $there)) {
			$id = $there->getId();
			$this->network->setLibrary($path, $id);
		}
		if ($id === null) {
			return null;
		}
		$folder = $there?->getId() === $id ? $there : $files->getFirstNodeById($id);
		return $folder instanceof Folder ? $folder : null;
	}

	/**
	 * Whether the folder at the stored path is the library. Earlier versions and `occ` store no id: a Team folder, any folder of an administrator or a
	 * share of a facilitator is accepted.
	 */
	private function isTheLibrary(string $uid, Node $there): bool {
		return LibraryFolder::isTeam($there) || $this->network->isAdministrator($uid)
			|| ($there->getMountPoint()->getMountType() === 'shared' && $this->network->isFacilitator($uid));
	}
}
