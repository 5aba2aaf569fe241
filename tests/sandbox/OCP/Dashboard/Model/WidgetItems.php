<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Dashboard\Model;

use JsonSerializable;

class WidgetItems implements JsonSerializable {
	/** @param list<WidgetItem> $items */
	public function __construct(
		private array $items = [],
		private string $emptyContentMessage = '',
		private string $halfEmptyContentMessage = '',
	) {
	}

	/** @return array<string, mixed> */
	public function jsonSerialize(): array {
		return get_object_vars($this);
	}
}
