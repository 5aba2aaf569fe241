<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Demo;

use OCA\Reseau\Library\SheetImport;
use OCA\Reseau\Settings\LibraryFolder;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ImportReport;
use OCP\Constants;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\NotFoundException;
use OCP\Share\IManager;
use OCP\Share\IShare;

/**
 * The demo's library: its files go into the network's library, the existing Team folder, or a folder shared with the demo accounts. Existing files
 * are not changed.
 */
class DemoLibrary {
	private const FOLDER = '/Bibliothèque';

	public function __construct(
		private readonly Network $network,
		private readonly LibraryFolder $choices,
		private readonly IRootFolder $files,
		private readonly IManager $shares,
		private readonly SheetImport $sheets,
	) {
	}

	/**
	 * @param list<mixed> $rows of SheetImport
	 * @param string $source folder of the files
	 * @param string $owner account that writes them
	 * @param list<string> $accounts the folder is shared with, if it is created
	 * @return ?ImportReport null if that account cannot write into the network's library
	 */
	public function load(array $rows, string $source, string $owner, array $accounts): ?ImportReport {
		$folder = $this->folder($owner, $accounts);
		if ($folder === null || !$folder->isCreatable()) {
			return null;
		}
		$this->network->setLibrary(substr($folder->getPath(), strlen("/$owner/files")), $folder->getId());
		foreach ($rows as $row) {
			self::put($folder, $row['path'], "$source/{$row['path']}");
		}
		return $this->sheets->import($rows, $folder, $owner);
	}

	/** @param list<string> $accounts */
	private function folder(string $owner, array $accounts): ?Folder {
		$files = $this->files->getUserFolder($owner);
		$teams = array_filter($this->choices->choices($owner), static fn (array $choice): bool => $choice['team']);
		$path = $this->network->library() ?: (array_column($teams, 'path')[0] ?? self::FOLDER);
		$folder = self::there($files, $path);
		if ($folder !== null || $this->network->library() !== '') {
			return $folder;
		}
		$folder = $files->newFolder($path);
		foreach (array_diff($accounts, [$owner]) as $uid) {
			$share = $this->shares->newShare();
			$share->setNode($folder);
			$share->setShareType(IShare::TYPE_USER);
			$share->setSharedWith($uid);
			$share->setSharedBy($owner);
			$share->setPermissions(Constants::PERMISSION_ALL & ~Constants::PERMISSION_SHARE);
			$this->shares->createShare($share);
		}
		return $folder;
	}

	private static function put(Folder $library, string $path, string $from): void {
		$names = explode('/', $path);
		$name = array_pop($names);
		$folder = $library;
		foreach ($names as $around) {
			$folder = self::there($folder, $around) ?? $folder->newFolder($around);
		}
		try {
			$folder->get($name);
		} catch (NotFoundException) {
			$folder->newFile($name, (string)file_get_contents($from));
		}
	}

	private static function there(Folder $around, string $path): ?Folder {
		try {
			$node = $around->get($path);
		} catch (NotFoundException) {
			return null;
		}
		return $node instanceof Folder ? $node : null;
	}
}
