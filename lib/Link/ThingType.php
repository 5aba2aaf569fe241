<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** The types of things that can be linked. A sheet is linked as its file. */
enum ThingType: string {
	case Member = 'member';
	case Group = 'group';
	case Board = 'board';
	case Card = 'card';
	case File = 'file';
	case Notice = 'notice';

	/** The section of a neighbourhood it belongs to. */
	public function kind(): NeighbourKind {
		return match ($this) {
			self::Member => NeighbourKind::People,
			self::Group => NeighbourKind::Groups,
			self::Board, self::Card => NeighbourKind::Cards,
			self::File => NeighbourKind::Resources,
			self::Notice => NeighbourKind::Notices,
		};
	}
}
