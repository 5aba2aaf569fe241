<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Settings\LibraryFolder;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\PlainName;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use Throwable;

/** Where the folder of a group can be: in the library, or a Team folder at the top of an account's Files. Nobody's own folder becomes a group's. */
class FolderPlace {
	public function __construct(
		private readonly IRootFolder $files,
		private readonly Network $network,
	) {
	}

	/** Whether an account has the folder with this id at this path, and a group can have it. */
	public function accepts(string $uid, int $id, string $path): bool {
		try {
			$files = $this->files->getUserFolder($uid);
			$node = PlainName::isPath($path) ? $files->get($path) : null;
			$library = $this->library($files);
		} catch (Throwable) {
			return false;
		}
		if (!$node instanceof Folder || $node->getId() !== $id || $library?->getId() === $id) {
			return false;
		}
		$top = $node->getPath() === $files->getPath() . '/' . $node->getName();
		return ($library !== null && str_starts_with($node->getPath(), "{$library->getPath()}/")) || ($top && LibraryFolder::isTeam($node));
	}

	/** Where the account has the library now: it may have moved it. */
	private function library(Folder $files): ?Node {
		$path = $this->network->library();
		$id = $this->network->libraryId();
		try {
			return $path === '' ? null : ($id === null ? $files->get($path) : $files->getFirstNodeById($id));
		} catch (Throwable) {
			return null;
		}
	}
}
