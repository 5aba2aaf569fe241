<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/**
 * The relation of a viewer to the owner of a thing. This table and Visibility::relation() are the only rule of who sees what; all other code uses
 * them.
 */
enum Relation {
	/** The person themselves, or the keeper of their card. */
	case Keeper;
	/** Shares a group: both are active members. */
	case Mate;
	/** Has an account in the network. */
	case Member;
	/** Everyone else. */
	case Visitor;

	public function sees(Audience $audience): bool {
		return match ($this) {
			self::Keeper => true,
			self::Mate => $audience !== Audience::Me,
			self::Member => $audience === Audience::Members || $audience === Audience::Public,
			self::Visitor => $audience === Audience::Public,
		};
	}
}
