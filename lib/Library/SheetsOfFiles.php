<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use Closure;
use OCA\Reseau\Shared\Audience\Viewer;

/** What sheets say about files, for lists of different things: nothing about a sheet the viewer may not read. */
class SheetsOfFiles {
	/** @var array<string, array<int, ?SeenSheet>> by account and file, as far as they were read; null: no sheet that the viewer may read */
	private array $read = [];

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
		private readonly SheetWords $words,
	) {
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, array{title: string, line: Closure(): string, mine: bool}> by file id; lines are built only when shown; `mine`: it names the viewer as its author
	 */
	public function summaries(Viewer $viewer, array $fileIds): array {
		return array_map(
			fn (SeenSheet $seen): array => [
				'title' => $seen->sheet->getTitle(),
				'line' => fn (): string => $this->words->line($seen->sheet),
				'mine' => in_array($viewer->memberId, $seen->sheet->authors ?? [], true),
			],
			$this->seen($viewer, $fileIds),
		);
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, string> titles of missing files, if the viewer may see them
	 */
	public function gone(Viewer $viewer, array $fileIds): array {
		$titles = [];
		foreach ($this->sheets->findByFiles($fileIds) as $sheet) {
			$seen = $this->access->find($viewer, $sheet->getFileId());
			if ($seen !== null && $seen->file === null) {
				$titles[$sheet->getFileId()] = $sheet->getTitle();
			}
		}
		return $titles;
	}

	/** @return array{authors: list<int>, groups: list<int>, minutes: bool, notice: ?int} of a file's sheet, even if they are hidden from the viewer */
	public function named(Viewer $viewer, int $fileId): array {
		$sheet = ($this->seen($viewer, [$fileId])[$fileId] ?? null)?->sheet;
		return [
			'authors' => $sheet === null || $sheet->isAnonymous() ? [] : $sheet->authors ?? [],
			'groups' => $sheet?->groups ?? [],
			'minutes' => $sheet?->getKind() === SheetRules::MINUTES,
			'notice' => $sheet?->getNoticeId(),
		];
	}

	/** @return list<int> files whose sheets name a member */
	public function byAuthor(Viewer $viewer, int $memberId): array {
		return array_keys($this->seen($viewer, $this->sheets->filesOfAuthor($memberId)));
	}

	/** @return list<int> the sheets themselves */
	public function idsByAuthor(Viewer $viewer, int $memberId): array {
		return array_values(array_map(static fn (SeenSheet $seen): int => (int)$seen->sheet->getId(), $this->seen($viewer, $this->sheets->filesOfAuthor($memberId))));
	}

	/** @return list<int> files whose sheets describe the outcome of a notice and name a member */
	public function ofNotice(Viewer $viewer, int $noticeId, int $author): array {
		$named = array_filter($this->seen($viewer, $this->sheets->filesOfNotice($noticeId)), static fn (SeenSheet $seen): bool => in_array($author, $seen->sheet->authors ?? [], true));
		return array_keys($named);
	}

	/** @return array<int, bool> files that a group works on; true: minutes that name it */
	public function byGroup(Viewer $viewer, int $groupId): array {
		return array_map(
			static fn (SeenSheet $seen): bool => $seen->sheet->getKind() === SheetRules::MINUTES,
			$this->seen($viewer, $this->sheets->filesOfGroup($groupId)),
		);
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, SeenSheet> by file id; each is read once per request
	 */
	private function seen(Viewer $viewer, array $fileIds): array {
		$read = &$this->read[(string)$viewer->uid];
		$new = array_values(array_diff($fileIds, array_keys($read ?? [])));
		$read = ($read ?? []) + ($new === [] ? [] : $this->access->ofFiles($viewer, $new) + array_fill_keys($new, null));
		return array_filter(array_intersect_key($read, array_flip($fileIds)));
	}
}
