<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\User\Events;

use OCP\EventDispatcher\Event;
use OCP\IUser;

class UserChangedEvent extends Event {
	private string $feature;
	/** @var mixed */
	private $value;

	public function __construct(
		private IUser $user,
		string $feature,
		$value,
		$oldValue = null,
	) {
		parent::__construct();
		$this->feature = $feature;
		$this->value = $value;
	}

	public function getUser(): IUser {
		return $this->user;
	}

	public function getFeature(): string {
		return $this->feature;
	}

	public function getValue() {
		return $this->value;
	}
}
