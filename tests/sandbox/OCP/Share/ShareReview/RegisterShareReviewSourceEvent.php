<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Share\ShareReview;

use OCP\EventDispatcher\Event;

class RegisterShareReviewSourceEvent extends Event {
	private array $sources = [];

	public function registerSource(string $source): void {
		$this->sources[] = $source;
	}

	public function getSources(): array {
		return $this->sources;
	}
}
