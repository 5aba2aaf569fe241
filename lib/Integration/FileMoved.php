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
 * What happens to files happens to their sheets and links. It is told of every file of everybody: it looks at one row each, and no further
 * where neither is concerned. The bin is named as a text, for it may not be there.
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
					$this->places->cameBack($event->getTarget()->getId());
					$this->linked->cameBack($event->getTarget()->getId());
				}
			}
		} catch (Throwable $e) {
			// What was done with the file is done, and its sheet is looked after when it is read next.
			$this->logger->debug('A change of a file was not followed: ' . $e::class, ['app' => 'reseau']);
		}
	}

	private function follow(Node $node): void {
		$this->places->fileChanged($node->getId());
		// What was a folder and is gone looks like a file otherwise.
		$isFolder = $node->getMimetype() === ICacheEntry::DIRECTORY_MIMETYPE;
		if ($isFolder) {
			$this->places->folderChanged($node->getId());
		}
		$this->linked->changed($node->getId(), $isFolder);
	}
}
