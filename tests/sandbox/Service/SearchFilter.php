<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Search\IFilter;

/** The value of a filter of the unified search, as Nextcloud reads it. */
class SearchFilter implements IFilter {
	public function __construct(
		private readonly mixed $value,
	) {
	}

	public function get(): mixed {
		return $this->value;
	}
}
