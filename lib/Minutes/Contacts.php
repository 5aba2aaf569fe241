<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

/**
 * Mail addresses and phone numbers in a text: as in src/minutes/contacts.ts; tests/fixtures/rules/contacts.json checks both. Unreadable text counts
 * as one.
 */
final class Contacts {
	/** An at sign anywhere, or one spelt out before a domain. */
	private const AT = '/[@＠﹫]|[[(](?:at|arobase|a)[\])](?=\s?[\p{L}\p{N}-]+\s?\.\s?\p{L})/iu';
	/** A French number that does not begin with a date, or one with a country code. */
	private const PHONE = '~(?<![\p{L}\p{N}])(?:(?:\+|00)[\s\p{Z}]?33[\s\p{Z}]?(?:\(0\)[\s\p{Z}]?)?[1-9](?:[\s\p{Z}.\-/]{0,2}\d){8}|(?:\+|00)[\s\p{Z}]?[1-9]\d{0,2}(?:[\s\p{Z}.\-/()]{0,3}\d){8,12}|(?!\d\d[./-]\d\d[./-]\d{4})0(?:[\s\p{Z}.\-/]{0,2}\d){9})(?![\p{L}\p{N}])~u';
	/** Eight digits or more after a word for “phone”, unless they are a date, a pair of years or an amount. */
	private const CALLED = '~(?<![\p{L}\p{N}])(?:t[ée]\x{301}?l(?:[ée]\x{301}?phone)?|portable|mobile|gsm|fax)[\s\p{Z}.:]{0,3}(?:(?:au|est le|no|n°)[\s\p{Z}.:]{0,2})?(?!(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d\d)(?![./-]?\d)|(?:19|20)\d\d(?!\d)|\d{1,3}(?:[\s\p{Z}.]\d{3}){1,4}[\s\p{Z}]?(?:€|euros?))\+?\d(?:[\s\p{Z}.\-/]{0,2}\d){7,13}(?![\p{L}\p{N}])~iu';
	/** Eight to fifteen digits, grouped as in phone numbers; other meanings are tried first: a date, years, an amount, the number of an organisation. */
	private const RUN = '~(?<![\p{L}\p{N}])(?:(?:(?:\d\d?[-/])?(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d\d)(?![./-]?\d)|(?:19|20)\d\d[./-]\d\d[./-]\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:19|20)\d\d(?:[\s\p{Z}]?[\s\p{Z}/-][\s\p{Z}]?(?:19|20)\d\d)+|\d{1,3}(?:[\s\p{Z}.]000){1,4}|\d{1,3}(?:[\s\p{Z}.]\d{3}){1,4}[\s\p{Z}]?(?:€|euros?)|\d{3} \d{3} \d{3} \d{5})(?!\d)|(?<run>\d(?:[\s\p{Z}.\-/]{0,2}\d){7,14})(?![\p{L}\p{N}]))~u';
	/** With this many digits it may be a phone number; numbers in a plan have fewer. */
	private const DIGITS = 8;

	public static function areIn(string $text): bool {
		return preg_match(self::AT, $text) !== 0 || preg_match(self::PHONE, $text) !== 0 || preg_match(self::CALLED, $text) !== 0 || self::hasRun($text);
	}

	private static function hasRun(string $text): bool {
		return preg_match_all(self::RUN, $text, $found, PREG_PATTERN_ORDER) === false || array_filter($found['run'], static fn (string $run): bool => $run !== '') !== [];
	}

	public static function mayBe(int|float $number): bool {
		return abs($number) >= 10 ** (self::DIGITS - 1);
	}
}
