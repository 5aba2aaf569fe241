<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;

/** The writer of a first message: the person of its side, and the viewer, who is that person or writes for them. */
final class Sender {
	/** @param ?Member $person null: the viewer has no card */
	public function __construct(
		public readonly Viewer $viewer,
		public readonly ?Member $person,
	) {
	}

	public function id(): ?int {
		return $this->person?->ownerId();
	}

	/** Whether the viewer writes for another person, whose card they keep. */
	public function isFor(): bool {
		return $this->person !== null && $this->person->ownerId() !== $this->viewer->memberId;
	}
}
