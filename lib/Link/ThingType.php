<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** What can be linked. A sheet is linked as its file. */
enum ThingType: string {
	case Member = 'member';
	case Group = 'group';
	case Board = 'board';
	case Card = 'card';
	case File = 'file';

	/** The part of a neighbourhood it stands in. */
	public function kind(): Kind {
		return match ($this) {
			self::Member => Kind::People,
			self::Group => Kind::Groups,
			self::Board, self::Card => Kind::Cards,
			self::File => Kind::Resources,
		};
	}
}
