<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Search;

interface IFilteringProvider extends IProvider {
	public function getSupportedFilters(): array;
	public function getAlternateIds(): array;
	public function getCustomFilters(): array;
}
