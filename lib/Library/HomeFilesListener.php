<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Event\CollectingWork;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * The latest files and sheets in the folders of a person's groups, as far as that person has the files.
 *
 * @template-implements IEventListener<Event>
 */
class HomeFilesListener implements IEventListener {
	private const MOST = 3;
	/** As long as Nextcloud calls a file recent. */
	private const SECONDS = 14 * 86_400;

	public function __construct(
		private readonly Groups $groups,
		private readonly LibraryFiles $files,
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingWork && $event->viewer->groups !== []) {
			array_push($event->lines, ...$this->lines($event->viewer));
		}
	}

	/** @return list<array<string, mixed>> WorkSchema of src/member/home/model.ts */
	private function lines(Viewer $viewer): array {
		$folders = array_intersect_key($this->groups->folders(), $viewer->groups);
		$found = $this->recentFiles($viewer, $folders);
		foreach ($this->recentSheets($viewer, $folders) as $id => $sheet) {
			$found[$id] = $sheet + ['time' => max($sheet['time'], $found[$id]['time'] ?? 0)];
		}
		uasort($found, static fn (array $a, array $b): int => $b['time'] <=> $a['time']);
		$found = array_slice($found, 0, self::MOST, true);
		$sheets = $this->access->ofFiles($viewer, array_keys($found));
		return array_map(function (int $id, array $one) use ($viewer, $sheets): array {
			$sheet = ($sheets[$id] ?? null)?->sheet;
			return [
				'kind' => 'file',
				'group' => ['id' => $one['group'], 'title' => $viewer->groups[$one['group']]['title']],
				'day' => $this->days->of($one['time'], $viewer->uid),
				'title' => $sheet?->getTitle() ?? $one['title'],
				'file' => (string)$id,
				'sheet' => $sheet !== null,
			];
		}, array_keys($found), $found);
	}

	/**
	 * @param array<int, int> $folders by group
	 * @return array<int, array{group: int, title: string, time: int}> by file
	 */
	private function recentFiles(Viewer $viewer, array $folders): array {
		$found = [];
		foreach ($folders as $group => $folder) {
			foreach ($this->files->recent((string)$viewer->uid, $folder, self::MOST) as $file) {
				$found[$file->getId()] ??= ['group' => $group, 'title' => $file->getName(), 'time' => $file->getMTime()];
			}
		}
		return $found;
	}

	/**
	 * @param array<int, int> $folders by group
	 * @return array<int, array{group: int, title: string, time: int}> by file: files with a new sheet, even if the file is old
	 */
	private function recentSheets(Viewer $viewer, array $folders): array {
		$recent = $folders === [] ? [] : $this->sheets->publishedSince($this->clock->getTime() - self::SECONDS);
		$seen = $recent === [] ? [] : $this->files->seen((string)$viewer->uid, [...$folders, ...array_keys($recent)]);
		$found = [];
		foreach ($folders as $group => $folder) {
			foreach (isset($seen[$folder]) ? array_intersect_key($recent, $seen) : [] as $file => $time) {
				if (str_starts_with($seen[$file]->path, $seen[$folder]->path . '/')) {
					$found[$file] ??= ['group' => $group, 'title' => basename($seen[$file]->path), 'time' => $time];
				}
			}
		}
		return $found;
	}
}
