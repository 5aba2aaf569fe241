<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;

/** Notifications about minutes. Each holds a number; its text is created when it is read (Integration\Notifications\MinutesNotifier). */
class MinutesNotifications {
	/** A facilitator hands a draft on to another. */
	public const DRAFT = 'minutes_draft';
	/** A person without an account said yes, or no, to an invitation: to who invited them. */
	public const ACCEPTED = 'ask_accepted';
	public const REFUSED = 'ask_refused';
	/** An invited person asked a question before answering. The person who invited them is notified. */
	public const ASKED = 'ask_asked';

	public function __construct(
		private readonly Notifications $notifications,
	) {
	}

	public function handedOn(int $draftId, string $uid): void {
		$this->notifications->send(Kind::Group, self::DRAFT, self::DRAFT, (string)$draftId, $uid);
	}

	/** A person without an account answered. */
	public function answered(Ask $ask, bool $accepted): void {
		$what = $accepted ? self::ACCEPTED : self::REFUSED;
		$ask->getByUid() !== null && $this->notifications->send(Kind::Group, $what, $what, (string)$ask->getGroupId(), $ask->getByUid());
	}

	/** A person has a question before they answer. */
	public function asked(Ask $ask): void {
		$ask->getByUid() !== null && $this->notifications->send(Kind::Group, self::ASKED, self::ASKED, (string)$ask->getGroupId(), $ask->getByUid());
	}

	public function draftGone(int $draftId): void {
		$this->notifications->withdraw(self::DRAFT, (string)$draftId);
	}
}
