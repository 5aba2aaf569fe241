<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Things;
use Throwable;

/** A group gets only a board of the account that saves it, and a folder that this account has in the library; the group says whose run saved each. */
final class Owned {
	/** @var array<int, array{?int, ?int}> board and folder by group */
	private array $before = [];

	/** @return list<string> */
	public function wrongs(Kernel $kernel, Act $act): array {
		$wrongs = [];
		$now = [];
		$rows = $kernel->get(IDBConnection::class)->executeQuery('SELECT id, board_id, folder_id, folder_path, board_by_uid, folder_by_uid FROM `*PREFIX*reseau_groups`')->fetchAll();
		foreach ($rows as $row) {
			[$id, $board, $folder] = [(int)$row['id'], $row['board_id'] === null ? null : (int)$row['board_id'], $row['folder_id'] === null ? null : (int)$row['folder_id']];
			$now[$id] = [$board, $folder];
			[$hadBoard, $hadFolder] = $this->before[$id] ?? [null, null];
			if ($board !== null && $board !== $hadBoard) {
				$owner = $kernel->get(Things::class)->get('board', $board)['owner'] ?? null;
				if ($owner !== $act->by || $row['board_by_uid'] !== $act->by) {
					$wrongs[] = "group $id has board $board of $owner, saved by $act->by and recorded as saved by {$row['board_by_uid']}";
				}
			}
			if ($folder !== null && $folder !== $hadFolder && (!self::isInLibrary($kernel, (string)$act->by, $folder, (string)$row['folder_path']) || $row['folder_by_uid'] !== $act->by)) {
				$wrongs[] = "group $id has folder $folder at {$row['folder_path']}, saved by $act->by and recorded as saved by {$row['folder_by_uid']}";
			}
		}
		$this->before = $now;
		return $wrongs;
	}

	private static function isInLibrary(Kernel $kernel, string $uid, int $id, string $path): bool {
		try {
			return str_starts_with($path, InDeckAndFiles::LIBRARY . '/') && $kernel->get(IRootFolder::class)->getUserFolder($uid)->get($path)->getId() === $id;
		} catch (Throwable) {
			return false;
		}
	}
}
