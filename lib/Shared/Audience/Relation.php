<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/**
 * How somebody who looks stands to the person whose thing it is. This table and Audience::relation() are the whole
 * rule of who sees what; every surface asks them, none decides for itself.
 */
enum Relation {
	/** The person themselves, or whoever keeps their card for them. */
	case Keeper;
	/** Shares a group: both take an active part in it. */
	case Mate;
	/** Has an account in the network. */
	case Member;
	/** Anybody else. */
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
