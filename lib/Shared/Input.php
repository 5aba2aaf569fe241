<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** Reads single parameters as they come: Nextcloud answers 500 to a typed parameter that does not fit. */
final class Input {
	/**
	 * @throws ReasonException wrong_type
	 */
	public static function text(mixed $value, string $field): string {
		return is_string($value) ? $value : throw new ReasonException('wrong_type', details: ['field' => $field]);
	}

	/**
	 * @throws ReasonException wrong_type
	 */
	public static function flag(mixed $value, string $field): bool {
		return filter_var($value, FILTER_VALIDATE_BOOLEAN, FILTER_NULL_ON_FAILURE)
			?? throw new ReasonException('wrong_type', details: ['field' => $field]);
	}

	/** @return ?string a day as YYYY-MM-DD, null where it is none */
	public static function date(mixed $value): ?string {
		$date = is_string($value) ? \DateTimeImmutable::createFromFormat('!Y-m-d', $value) : false;
		return $date !== false && $date->format('Y-m-d') === $value ? $value : null;
	}

	/**
	 * @param array<array-key, mixed> $input with the `version` it was changed from
	 * @throws ReasonException version_missing
	 */
	public static function version(array $input): int {
		return self::number($input['version'] ?? null)
			?? throw new ReasonException('version_missing', details: ['field' => 'version']);
	}

	/** @return ?int null where it is not a whole number */
	public static function number(mixed $value): ?int {
		$number = filter_var($value, FILTER_VALIDATE_INT);
		return $number === false ? null : $number;
	}
}
