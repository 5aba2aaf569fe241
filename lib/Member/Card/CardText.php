<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

/** Texts built from a card's parts, as in src/member/card.ts: tests/fixtures/rules/card-texts.json checks both. */
final class CardText {
	/** The parts that line() reads. */
	public const LINE = [Part::Trades, Part::Role, Part::Territories, Part::Headline];

	/**
	 * The person in one line: trade or role, and place; without either, their self-description.
	 *
	 * @param array<string, mixed> $card MemberSchema of src/member/model.ts
	 */
	public static function line(array $card): string {
		$trade = $card['trades'][0] ?? $card['role'] ?? '';
		$place = $card['territories'][0]['name'] ?? '';
		$words = [mb_strtoupper(mb_substr($trade, 0, 1)) . mb_substr($trade, 1), $place];
		$filled = array_filter($words, static fn (string $word): bool => $word !== '');
		return $filled === [] ? $card['headline'] ?? '' : implode(', ', $filled);
	}

	/** A mailto: address; nothing in it can add a recipient or a text to the mail. */
	public static function mailAddress(string $email): string {
		$encoded = strtr(rawurlencode($email), ['%21' => '!', '%27' => "'", '%28' => '(', '%29' => ')', '%2A' => '*']);
		return 'mailto:' . preg_replace('/%40/', '@', $encoded, 1);
	}

	/** A tel: address. */
	public static function phoneAddress(string $phone): string {
		return 'tel:' . preg_replace('/[^+\d]/', '', $phone);
	}

	/** The link for what a person entered as their website; null if it is not a web address. */
	public static function webAddress(string $written): ?string {
		$text = preg_match('/^[a-z][a-z0-9+.-]*:/i', $written) === 1 ? $written : "https://$written";
		return preg_match('~^https?://[^\s/?#@:](?=[^\s/?#@:.]*\.[^\s/?#@:])[^\s/?#@:]+(:\d{1,5})?([/?#]\S*)?\z~iu', $text) === 1 ? $text : null;
	}
}
