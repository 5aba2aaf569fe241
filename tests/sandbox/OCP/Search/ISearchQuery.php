<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Search;

interface ISearchQuery {
	public function getTerm(): string;
	public function getFilter(string $name): ?IFilter;
	public function getLimit(): int;
	public function getCursor();
}
