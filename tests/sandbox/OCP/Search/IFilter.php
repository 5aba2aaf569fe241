<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Search;

interface IFilter {
	public const BUILTIN_TERM = 'term';
	public const BUILTIN_SINCE = 'since';
	public const BUILTIN_UNTIL = 'until';
	public const BUILTIN_PERSON = 'person';

	public function get(): mixed;
}
