<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Message\Event\DescribingTopics;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of sheets that conversations are about. A conversation holds the number of the sheet, which stays when its file is replaced by another; its page has
 * the number of the file.
 *
 * @template-implements IEventListener<Event>
 */
class SheetTopics implements IEventListener {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof DescribingTopics) {
			return;
		}
		$titles = $pages = [];
		foreach ($this->sheets->findByIds($event->ids(SheetIndex::TYPE)) as $sheet) {
			if ($this->access->find($event->viewer, $sheet->getFileId()) !== null) {
				$titles[(int)$sheet->getId()] = $sheet->getTitle();
				$pages[(int)$sheet->getId()] = $sheet->getFileId();
			}
		}
		$event->add(SheetIndex::TYPE, $titles, $pages);
	}
}
