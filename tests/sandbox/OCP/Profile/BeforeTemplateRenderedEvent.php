<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Profile;

use OCP\EventDispatcher\Event;

class BeforeTemplateRenderedEvent extends Event {
	private string $userId;

	public function __construct(string $userId) {
		parent::__construct();
		$this->userId = $userId;
	}

	public function getUserId(): string {
		return $this->userId;
	}
}
