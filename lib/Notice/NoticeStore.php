<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Notice\Event\NoticeClosed;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCA\Reseau\Notice\Event\NoticePublished;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\PublicEvents;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Writes notices, the people they thank, and their index entries. No other class creates, changes or deletes notices. */
class NoticeStore {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeMapper $notices,
		private readonly ThanksMapper $thanks,
		private readonly PassedNoticeMapper $passed,
		private readonly NoticeIndex $indexed,
		private readonly Index $index,
		private readonly IEventDispatcher $events,
		private readonly PublicEvents $public,
		private readonly Ledger $ledger,
	) {
	}

	public function insert(Notice $notice): void {
		$this->atomic(function () use ($notice): void {
			$this->notices->insert($notice);
			$this->index($notice, true);
		}, $this->db);
	}

	/**
	 * Writes a notice that is locked.
	 *
	 * @param ?list<int> $thanks the people it thanks; null: unchanged
	 */
	public function update(Notice $notice, ?array $thanks = null): void {
		$this->atomic(function () use ($notice, $thanks): void {
			$moved = isset($notice->getUpdatedFields()['state']);
			// It stays out of the showcase: a person who reopens it, or shows it to every member again, has to choose again.
			if ($notice->getShowcased() === true && !$notice->mayBePublic()) {
				$this->leaveShowcase($notice);
			}
			if ($notice->getUpdatedFields() !== []) {
				$notice->setVersion($notice->getVersion() + 1);
				$this->notices->update($notice);
			}
			if ($thanks !== null) {
				$this->thanks->replace((int)$notice->getId(), $thanks);
			}
			$this->index($notice, $moved);
		}, $this->db);
	}

	public function delete(Notice $notice): void {
		$this->atomic(function () use ($notice): void {
			$this->remove($notice);
			if ($notice->getShowcased() === true) {
				$this->leaveShowcase($notice);
			}
			$this->thanks->deleteBy('notice_id', (int)$notice->getId());
			$this->passed->deleteOfNotice((int)$notice->getId());
			$this->events->dispatchTyped(new NoticeDeleted((int)$notice->getId()));
			$this->notices->delete($notice);
		}, $this->db);
	}

	private function index(Notice $notice, bool $moved): void {
		$document = $this->indexed->of($notice);
		if ($document === null) {
			$this->remove($notice);
		} else {
			$this->index->put($document);
			if ($moved) {
				$this->public->dispatch(new NoticePublished((int)$notice->getId()));
			}
		}
		// Otherwise the next write of the same object would report this change again.
		$notice->resetUpdatedFields();
	}

	private function leaveShowcase(Notice $notice): void {
		$notice->setShowcased(null);
		$this->ledger->ofThing($notice->getMemberId(), Consent::SHOWCASE_NOTICE_ENDED, (int)$notice->getId(), Consent::NOTICE_CHANGED, null);
	}

	/** A notice that could not be found before, such as a paused one, was not open either. */
	private function remove(Notice $notice): void {
		if ($this->index->remove(NoticeIndex::TYPE, (int)$notice->getId())) {
			$this->public->dispatch(new NoticeClosed((int)$notice->getId()));
		}
	}
}
