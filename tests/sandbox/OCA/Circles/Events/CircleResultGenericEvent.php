<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles\Events;

use OCA\Circles\Model\Circle;
use OCA\Circles\Model\Member;
use OCP\EventDispatcher\Event;

/** Something was done to a team. */
class CircleResultGenericEvent extends Event {
	public function __construct(
		private readonly Circle $circle,
		private readonly ?Member $member = null,
	) {
		parent::__construct();
	}

	public function getCircle(): Circle {
		return $this->circle;
	}

	public function hasMember(): bool {
		return $this->member !== null;
	}

	public function getMember(): ?Member {
		return $this->member;
	}
}
