<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Kit;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\Files\Folder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use Throwable;

/** The folders of the library by name, without any file. Folders of groups are left out: they belong to the groups. */
class KitFolders {
	private const MOST = 200;
	/** Levels of folders. */
	private const DEPTH = 3;
	/** Characters of a path. */
	private const LENGTH = 500;

	public function __construct(
		private readonly LibraryRoot $root,
		private readonly Groups $groups,
	) {
	}

	/** @return list<string> paths below the library, each after its parent */
	public function export(string $uid): array {
		$library = $this->root->of($uid)->folder;
		return $library === null ? [] : $this->below($library, '', $this->groups->folders(), self::DEPTH, self::MOST);
	}

	/** @param ?string $uid the account in whose Files they are made; null: none */
	public function take(ImportReport $report, mixed $input, ?string $uid, bool $dry): void {
		try {
			$paths = Fields::words($input, 'folders', self::MOST, self::LENGTH);
		} catch (ReasonException $e) {
			$report->skipped('folders', $e->reason);
			return;
		}
		$library = $paths === [] || $uid === null ? null : $this->root->of($uid)->folder;
		foreach ($paths as $path) {
			$row = "folders: $path";
			$why = match (true) {
				!self::isPath($path) => 'bad_path',
				$uid === null => 'no_account',
				$library === null => 'no_library',
				default => null,
			};
			if ($why !== null) {
				$report->skipped($row, $why);
			} else {
				$this->make($report, $row, $library, explode('/', $path), $dry);
			}
		}
	}

	/** @param list<string> $names */
	private function make(ImportReport $report, string $row, Folder $in, array $names, bool $dry): void {
		$made = false;
		try {
			foreach ($names as $name) {
				$there = self::there($in, $name);
				if ($there !== null && !$there instanceof Folder) {
					$report->skipped($row, 'name_taken');
					return;
				}
				if ($there === null && !$in->isCreatable()) {
					$report->skipped($row, 'not_permitted');
					return;
				}
				$made = $made || $there === null;
				if ($there === null && $dry) {
					break;
				}
				$in = $there ?? self::created($in, $name);
			}
		} catch (Throwable) {
			// Nextcloud does not accept every name, and a storage may be unavailable.
			$report->skipped($row, 'not_permitted');
			return;
		}
		$report->add($row, $made ? ImportReport::MADE : ImportReport::UNCHANGED);
	}

	/**
	 * @param array<int, int> $without ids
	 * @return list<string>
	 */
	private function below(Folder $folder, string $path, array $without, int $depth, int $most): array {
		try {
			$folders = array_filter($folder->getDirectoryListing(), static fn (Node $node): bool => $node instanceof Folder
				&& mb_check_encoding($node->getName(), 'UTF-8') && !in_array($node->getId(), $without, true));
		} catch (Throwable) {
			// A storage may be unavailable.
			return [];
		}
		usort($folders, static fn (Folder $a, Folder $b): int => strnatcasecmp($a->getName(), $b->getName()));
		$paths = [];
		foreach ($folders as $one) {
			if (count($paths) >= $most) {
				break;
			}
			$paths[] = $path . $one->getName();
			if ($depth > 1 && count($paths) < $most) {
				array_push($paths, ...$this->below($one, "$path{$one->getName()}/", $without, $depth - 1, $most - count($paths)));
			}
		}
		return $paths;
	}

	/** @throws NotPermittedException */
	private static function created(Folder $in, string $name): Folder {
		try {
			return $in->newFolder($name);
		} catch (NotPermittedException $e) {
			// Someone else may have created it at the same moment.
			$there = self::there($in, $name);
			return $there instanceof Folder ? $there : throw $e;
		}
	}

	private static function there(Folder $folder, string $name): ?Node {
		try {
			return $folder->get($name);
		} catch (NotFoundException) {
			return null;
		}
	}

	private static function isPath(string $path): bool {
		$names = explode('/', $path);
		return count($names) <= self::DEPTH && !str_contains($path, '\\') && array_filter($names, static fn (string $name): bool => trim($name) === '' || $name === '.' || $name === '..') === [];
	}
}
