<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

/** Who speaks on a card, for its words: its own person, a keeper for another person, or the people of an organisation. As in src/member/card.ts. */
enum Voice {
	case Own;
	case Kept;
	case Organisation;

	/** @param array<string, mixed> $card MemberSchema of src/member/model.ts */
	public static function of(array $card): self {
		return match (true) {
			isset($card['kind']) => self::Organisation,
			$card['uid'] === null => self::Kept,
			default => self::Own,
		};
	}
}
