<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\Audience\Viewer;

/** Published sheets for other domains, and the people who have their files: only they may read them. */
class PublishedStories {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly LibraryFiles $files,
	) {
	}

	/**
	 * @param list<int> $groups whose sheets are included whenever they were published
	 * @return list<Sheet> sheets published in a period whose files the viewer has, the newest first
	 */
	public function between(Viewer $viewer, int $from, int $until, array $groups, int $most): array {
		$found = $this->sheets->filesBetween($from, $until);
		foreach ($groups as $group) {
			array_push($found, ...$this->sheets->filesOfGroup($group));
		}
		$found = array_values(array_unique($found));
		$seen = $this->seenBy((string)$viewer->uid, $found);
		$sheets = $this->some(array_keys($seen));
		usort($sheets, static fn (Sheet $a, Sheet $b): int => [(int)$b->getPublishedAt(), $b->getFileId()] <=> [(int)$a->getPublishedAt(), $a->getFileId()]);
		return array_slice($sheets, 0, $most);
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, Sheet> published sheets whose files exist, by file, regardless of who has them
	 */
	public function some(array $fileIds): array {
		$sheets = [];
		foreach ($this->sheets->findByFiles($fileIds) as $sheet) {
			if ($sheet->isPublished() && $sheet->getGoneAt() === null) {
				$sheets[$sheet->getFileId()] = $sheet;
			}
		}
		return $sheets;
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, true> the files that an account has
	 */
	public function seenBy(string $uid, array $fileIds): array {
		return $uid === '' || $fileIds === [] ? [] : array_map(static fn (SeenFile $file): bool => true, $this->files->seen($uid, $fileIds));
	}
}
