<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB;

final class Types {
	public const BIGINT = 'bigint';
	public const SMALLINT = 'smallint';
	public const BOOLEAN = 'boolean';
	public const INTEGER = 'integer';
	public const STRING = 'string';
	public const TEXT = 'text';
}
