<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Audience;

/**
 * The parts of a card that have an audience of their own, under the names of the import format. The telephone is stored inside `contact` and shown
 * separately.
 */
enum Part: string {
	case Headline = 'headline';
	case Drives = 'drives';
	case Seeks = 'seeks';
	case Offers = 'offers';
	case Skills = 'skills';
	case Values = 'values';
	case Sectors = 'sectors';
	case Trades = 'trades';
	case Territories = 'territories';
	case Networks = 'networks';
	case Organisation = 'organisation';
	case Role = 'role';
	case Availability = 'availability';
	case Limits = 'limits';
	case Contact = 'contact';
	case Phone = 'phone';

	/** Audience of a part for which nobody chose one. */
	public function defaultAudience(): Audience {
		return match ($this) {
			self::Contact => Audience::Groups,
			self::Phone => Audience::Me,
			default => Audience::Members,
		};
	}

	/** Whether the part is a list (empty: []) rather than a text (empty: ''). */
	public function isList(): bool {
		return match ($this) {
			self::Seeks, self::Offers, self::Skills, self::Values, self::Sectors, self::Trades, self::Territories,
			self::Networks => true,
			default => false,
		};
	}

	/** @return list<self> the parts stored in the card itself, without contact and telephone */
	public static function ofCard(): array {
		return array_values(array_filter(
			self::cases(),
			static fn (self $part): bool => $part !== self::Contact && $part !== self::Phone,
		));
	}
}
