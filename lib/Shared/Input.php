<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** Reads single raw parameters: Nextcloud answers 500 if a typed parameter does not fit. */
final class Input {
	/** The largest number that a non-id column can store on every database. */
	public const MOST = 2_147_483_647;

	/**
	 * A word that is compared with known ones, or checked by what it is passed to. Fields::text() reads texts that are stored.
	 *
	 * @throws ReasonException wrong_type
	 */
	public static function string(mixed $value, string $field): string {
		return is_string($value) ? $value : throw new ReasonException('wrong_type', details: ['field' => $field]);
	}

	/**
	 * @throws ReasonException wrong_type
	 */
	public static function flag(mixed $value, string $field): bool {
		return filter_var($value, FILTER_VALIDATE_BOOLEAN, FILTER_NULL_ON_FAILURE)
			?? throw new ReasonException('wrong_type', details: ['field' => $field]);
	}

	/** @return ?string a day as YYYY-MM-DD, null if it is not one */
	public static function date(mixed $value): ?string {
		return is_string($value) && preg_match('/^(\d{4})-(\d\d)-(\d\d)\z/', $value, $found) === 1 && checkdate((int)$found[2], (int)$found[3], (int)$found[1])
			? $value : null;
	}

	/**
	 * @param array<array-key, mixed> $input with the `version` it was changed from
	 * @throws ReasonException version_missing · wrong_type
	 */
	public static function version(array $input): int {
		$version = self::number($input['version'] ?? null) ?? throw new ReasonException('version_missing', details: ['field' => 'version']);
		// The next version has to fit as well.
		return $version >= 0 && $version < self::MOST ? $version : throw new ReasonException('wrong_type', details: ['field' => 'version']);
	}

	/** @return ?int null if it is not a whole number from 0 to MOST */
	public static function count(mixed $value): ?int {
		$number = self::number($value);
		return $number !== null && $number >= 0 && $number <= self::MOST ? $number : null;
	}

	/** @return ?int null if it is not a whole number; an id can be as large as PHP's integers */
	public static function number(mixed $value): ?int {
		$number = filter_var($value, FILTER_VALIDATE_INT);
		return $number === false ? null : $number;
	}
}
