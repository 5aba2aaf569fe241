<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * The parts of a card that have their own audience, under the names of the import format, in the order of the card. The telephone is stored
 * inside `contact` and shown separately. A new part is a case and a row here, a row in src/member/parts.ts, and its words in CardWords and
 * src/member/words.ts.
 */
enum Part: string {
	case Headline = 'headline';
	case Drives = 'drives';
	case Seeks = 'seeks';
	case Offers = 'offers';
	case Skills = 'skills';
	case Values = 'values';
	case Territories = 'territories';
	case Sectors = 'sectors';
	case Trades = 'trades';
	case Organisation = 'organisation';
	case Role = 'role';
	case Languages = 'languages';
	case Networks = 'networks';
	case Availability = 'availability';
	case Limits = 'limits';
	case Contact = 'contact';
	case Phone = 'phone';

	/**
	 * `max`: most characters of a text, most entries of a list. `weight`: how much a word found in it counts in the search; 0: it is not
	 * searched. Terms are found by their meaning, custom words as words. Without `audience`, members see the part until its keeper chooses. All but `weight` is in src/member/parts.ts too:
	 * tests/fixtures/rules/card-parts.json checks both.
	 */
	private const ROWS = [
		'headline' => ['kind' => PartKind::Line, 'max' => 80, 'section' => 'name', 'weight' => 4],
		'drives' => ['kind' => PartKind::Text, 'max' => 4000, 'section' => 'drives', 'weight' => 2, 'wide' => true],
		'seeks' => ['kind' => PartKind::Items, 'max' => 20, 'section' => 'seeks', 'weight' => 5, 'wide' => true],
		'offers' => ['kind' => PartKind::Items, 'max' => 20, 'section' => 'offers', 'weight' => 5, 'wide' => true],
		'skills' => ['kind' => PartKind::Words, 'max' => 30, 'section' => 'skills', 'weight' => 4],
		'values' => ['kind' => PartKind::Values, 'max' => 24, 'section' => 'values', 'weight' => 2],
		'territories' => ['kind' => PartKind::Places, 'max' => 30, 'section' => 'standpoint', 'weight' => 4],
		'sectors' => ['kind' => PartKind::Terms, 'max' => 16, 'section' => 'standpoint', 'weight' => 2],
		'trades' => ['kind' => PartKind::Words, 'max' => 30, 'section' => 'standpoint', 'weight' => 5],
		'organisation' => ['kind' => PartKind::Line, 'max' => 120, 'section' => 'standpoint', 'weight' => 4],
		'role' => ['kind' => PartKind::Line, 'max' => 120, 'section' => 'standpoint', 'weight' => 4],
		'languages' => ['kind' => PartKind::Words, 'max' => 30, 'section' => 'standpoint', 'weight' => 3],
		'networks' => ['kind' => PartKind::Words, 'max' => 30, 'section' => 'networks', 'weight' => 2],
		'availability' => ['kind' => PartKind::Text, 'max' => 500, 'section' => 'availability', 'weight' => 1],
		'limits' => ['kind' => PartKind::Text, 'max' => 500, 'section' => 'availability', 'weight' => 1],
		'contact' => ['kind' => PartKind::Contact, 'max' => 0, 'section' => 'contact', 'weight' => 0, 'audience' => Audience::Groups],
		'phone' => ['kind' => PartKind::Contact, 'max' => 0, 'section' => 'phone', 'weight' => 0, 'audience' => Audience::Me],
	];

	public function kind(): PartKind {
		return self::ROWS[$this->value]['kind'];
	}

	/** Most characters of a text, most entries of a list. */
	public function max(): int {
		return self::ROWS[$this->value]['max'];
	}

	/** The section of the card it belongs to. */
	public function section(): string {
		return self::ROWS[$this->value]['section'];
	}

	/** Whether it is shown over the whole width of the card. */
	public function isWide(): bool {
		return self::ROWS[$this->value]['wide'] ?? false;
	}

	/** How much a word found in it counts in the search. */
	public function weight(): int {
		return self::ROWS[$this->value]['weight'];
	}

	/** @return list<string> lists of the vocabulary that its terms come from */
	public function lists(): array {
		return match ($this->kind()) {
			PartKind::Items => Vocabulary::SUBJECTS,
			PartKind::Values, PartKind::Terms => [$this->value],
			default => [],
		};
	}

	/** Audience of a part for which no one chose one. An organisation is in no group: it shows to the members what people show to their groups. */
	public function defaultAudience(CardKind $kind = CardKind::Person): Audience {
		$audience = self::ROWS[$this->value]['audience'] ?? Audience::Members;
		return $kind === CardKind::Organisation && $audience === Audience::Groups ? Audience::Members : $audience;
	}

	/** @return list<self> the parts stored in the card itself, without contact and telephone */
	public static function ofCard(): array {
		return array_values(array_filter(self::cases(), static fn (self $part): bool => $part->kind() !== PartKind::Contact));
	}
}
