<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/** The readers of a letter: everyone, or the people of a territory, a theme or a group. */
final class Segment {
	public const ALL = 'all';
	public const TERRITORY = 'territory';
	public const THEME = 'theme';
	public const GROUP = 'group';

	public const KINDS = [self::ALL, self::TERRITORY, self::THEME, self::GROUP];

	/** @param string $of `departement:11`, the id of a term, the number of a group; empty for all */
	public function __construct(
		public readonly string $kind,
		public readonly string $of = '',
	) {
	}
}
