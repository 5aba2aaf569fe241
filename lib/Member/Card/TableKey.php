<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\Security\ICrypto;

/**
 * The key that recognises a card in an exported table: its number, letters that only this network gives to it and, for its keeper, letters that change
 * when someone edits the card. Neither another network's table nor a cell that a spreadsheet counted up can match one of our cards
 * (docs/decisions/0051).
 */
class TableKey {
	/** No vowels: no program takes them for a number, a month or a word. */
	private const LETTERS = 'bcdfghjkmnpqrstv';

	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	public function of(Viewer $viewer, Member $member): string {
		return $this->known($member->ownerId()) . (Visibility::keeps($viewer, $member) ? '-' . $this->state($member) : '');
	}

	/** The number of the card a key belongs to; null: the key is not of this network. */
	public function card(mixed $key): ?int {
		if (!is_string($key) || preg_match('/^([1-9]\d{0,17})-[bcdfghjkmnpqrstv]{8}(?=-|\z)/', $key, $found) !== 1) {
			return null;
		}
		$id = (int)$found[1];
		return hash_equals($this->known($id), $found[0]) ? $id : null;
	}

	/** Whether no one edited the card since its keeper was given this key. */
	public function isCurrent(string $key, Member $member): bool {
		return hash_equals($this->known($member->ownerId()) . '-' . $this->state($member), $key);
	}

	private function known(int $id): string {
		return $id . '-' . $this->letters("card $id");
	}

	private function state(Member $member): string {
		return $this->letters("state {$member->ownerId()} {$member->getEditedAt()}");
	}

	private function letters(string $of): string {
		$digits = substr(hash('sha256', $this->crypto->calculateHMAC("reseau table $of")), 0, 8);
		return strtr($digits, '0123456789abcdef', self::LETTERS);
	}
}
