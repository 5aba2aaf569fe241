<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** What a card is about; it is chosen when the card is made and does not change. CARD_KINDS of src/member/model.ts. */
enum CardKind: string {
	case Person = 'person';
	/** Kept by a steward, never by its own account (docs/decisions/0053). */
	case Organisation = 'organisation';

	/**
	 * @param mixed $written raw input; null: a person
	 * @throws ReasonException unknown_card_kind
	 */
	public static function read(mixed $written): self {
		return $written === null ? self::Person : (is_string($written) ? self::tryFrom($written) : null)
			?? throw new ReasonException('unknown_card_kind', details: ['field' => 'kind']);
	}

	/**
	 * Limits something to people: having an account, joining groups, getting the letter.
	 *
	 * @throws ReasonException only_people
	 */
	public function requirePerson(): void {
		if ($this !== self::Person) {
			throw new ReasonException('only_people', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}
}
