<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\User\Events;

use OCP\EventDispatcher\Event;
use OCP\IUser;

class UserDeletedEvent extends Event {
	/** @var IUser */
	private $user;

	public function __construct(IUser $user) {
		parent::__construct();
		$this->user = $user;
	}

	public function getUser(): IUser {
		return $this->user;
	}

	public function getUid(): string {
		return $this->user->getUID();
	}
}
