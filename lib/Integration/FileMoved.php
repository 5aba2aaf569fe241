<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Integration\Link\LinkedTitles;
use OCA\Reseau\Library\PlaceSheets;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Files\Cache\ICacheEntry;
use OCP\Files\Events\Node\AbstractNodesEvent;
use OCP\Files\Events\Node\NodeDeletedEvent;
use OCP\Files\Node;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Applies changes of files to their sheets and links. It runs for every file of every account, so it reads one row for each, and nothing more unless one of them
 * is concerned. The trash bin is named as a string, because it may not be installed.
 *
 * @template-implements IEventListener<Event>
 */
class FileMoved implements IEventListener {
	public const RESTORED = 'OCA\\Files_Trashbin\\Events\\NodeRestoredEvent';

	public function __construct(
		private readonly PlaceSheets $places,
		private readonly LinkedTitles $linked,
		private readonly LoggerInterface $logger,
	) {
	}

	public function handle(Event $event): void {
		try {
			if ($event instanceof NodeDeletedEvent) {
				$this->follow($event->getNode());
			} elseif ($event instanceof AbstractNodesEvent) {
				$this->follow($event->getTarget());
				if (is_a($event, self::RESTORED)) {
					$this->places->restored($event->getTarget()->getId());
					$this->linked->restored($event->getTarget()->getId());
				}
			}
		} catch (Throwable $e) {
			// The file operation has already succeeded; its sheet is updated when it is next read.
			$this->logger->debug('Could not update a sheet after a change of its file', ['app' => 'reseau', 'exceptionClass' => $e::class]);
		}
	}

	private function follow(Node $node): void {
		$this->places->fileChanged($node->getId());
		// A deleted folder looks like a file.
		$isFolder = $node->getMimetype() === ICacheEntry::DIRECTORY_MIMETYPE;
		if ($isFolder) {
			$this->places->folderChanged($node->getId());
		}
		$this->linked->changed($node->getId(), $isFolder);
	}
}
