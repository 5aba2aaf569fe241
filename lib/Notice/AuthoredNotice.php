<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** A notice with its author, with only identity and visibility of their card. */
final class AuthoredNotice {
	public function __construct(
		public readonly Notice $notice,
		public readonly Member $author,
	) {
	}

	public function id(): int {
		return (int)$this->notice->getId();
	}

	/** The topic of conversations about it. */
	public function topic(): Topic {
		return Topic::of(NoticeIndex::TYPE, $this->id(), $this->author->ownerId());
	}

	/** Whether this viewer may see it, in any state. */
	public function isSeenBy(Viewer $viewer): bool {
		return Visibility::seesIn($viewer, $this->author, $this->notice->getOnlyGroup());
	}

	/** Whether this viewer decides about it: its author, or the keeper of their card. */
	public function isKeptBy(Viewer $viewer): bool {
		return Visibility::keeps($viewer, $this->author);
	}

	/** One of NOTICE_STATES of src/notice/model.ts. */
	public function state(): string {
		return $this->isOpen() || !$this->notice->is(Notice::OPEN) ? $this->notice->getState() : Notice::PAUSED;
	}

	/** Whether others find it and can answer it. */
	public function isOpen(): bool {
		return $this->notice->is(Notice::OPEN) && $this->author->isShown();
	}

	/**
	 * Whether everyone may read it in the public showcase: its author chose so, and is shown. It names the author only if their card is in the showcase too.
	 *
	 * @param string $today YYYY-MM-DD; a notice ends with its last day, even if the job that ends it has not run yet
	 */
	public function isPublic(string $today): bool {
		return $this->notice->getShowcased() === true && $this->notice->mayBePublic() && $this->isOpen() && $this->notice->getUntilDay() >= $today;
	}
}
