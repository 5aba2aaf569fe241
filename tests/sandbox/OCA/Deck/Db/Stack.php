<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

class Stack {
	public function __construct(
		private readonly int $id,
	) {
	}

	public function getId(): int {
		return $this->id;
	}
}
