<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

/** What a part of a card contains. */
enum PartKind: string {
	/** A text of one line. */
	case Line = 'line';
	/** A text of several lines. */
	case Text = 'text';
	/** Needs or offers: list<array{text: string, terms: list<string>, kind?: string}>. */
	case Items = 'items';
	/** The person's own words: list<string>. */
	case Words = 'words';
	/** Ids of the network's values, or custom words: list<string>. */
	case Values = 'values';
	/** Ids of the network's vocabulary, or custom words: list<string>. */
	case Terms = 'terms';
	/** Territories: list<array{code: string, kind: string, name: string}>. */
	case Places = 'places';
	/** Ways to reach the person, stored in the card's contact details. */
	case Contact = 'contact';

	/** Whether the part is a list (empty: []) rather than a text (empty: ''). */
	public function isList(): bool {
		return match ($this) {
			self::Items, self::Words, self::Values, self::Terms, self::Places => true,
			default => false,
		};
	}
}
