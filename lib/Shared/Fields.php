<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/**
 * Reads people's raw input. Texts are kept unchanged, but for their line breaks; what does not fit is refused with its place.
 */
final class Fields {
	/**
	 * A text that is stored: at most so long, and of characters that every database can store. Input::string() reads words that are compared with known ones.
	 *
	 * @param int $max maximum length in characters
	 * @return string empty if nothing in it is visible
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function text(mixed $value, string $field, int $max): string {
		if (!is_string($value)) {
			throw new ReasonException('wrong_type', details: ['field' => $field]);
		}
		$value = self::withLineFeeds($value);
		if (preg_match('/[\x00-\x08\x0B\x0C\x0E-\x1F]/', $value) === 1 || !mb_check_encoding($value, 'UTF-8')) {
			throw new ReasonException('bad_text', details: ['field' => $field]);
		}
		if (mb_strlen($value) > $max) {
			throw new ReasonException('too_long', details: ['field' => $field, 'max' => $max]);
		}
		return self::isBlank($value) ? '' : $value;
	}

	/**
	 * A text of one line.
	 *
	 * @param int $max maximum length in characters
	 * @throws ReasonException those of text()
	 */
	public static function line(mixed $value, string $field, int $max): string {
		return trim((string)preg_replace('/\s+/u', ' ', self::text($value, $field, $max)));
	}

	/**
	 * @param int $max most entries
	 * @param int $maxLength maximum length of each in characters
	 * @return list<string> texts, none empty, no duplicates
	 * @throws ReasonException those of text() · too_many
	 */
	public static function words(mixed $value, string $field, int $max, int $maxLength): array {
		$words = [];
		foreach (self::list($value, $field, $max) as $i => $word) {
			$words[] = self::text($word, "$field.$i", $maxLength);
		}
		return array_values(array_unique(array_filter($words, static fn (string $word): bool => $word !== '')));
	}

	/**
	 * @param int $max most entries
	 * @return list<mixed>
	 * @throws ReasonException wrong_type · too_many
	 */
	public static function list(mixed $value, string $field, int $max): array {
		if (!is_array($value) || !array_is_list($value)) {
			throw new ReasonException('wrong_type', details: ['field' => $field]);
		}
		if (count($value) > $max) {
			throw new ReasonException('too_many', details: ['field' => $field, 'max' => $max]);
		}
		return $value;
	}

	/**
	 * @return array<array-key, mixed>
	 * @throws ReasonException wrong_type
	 */
	public static function map(mixed $value, string $field): array {
		if (!is_array($value) || ($value !== [] && array_is_list($value))) {
			throw new ReasonException('wrong_type', details: ['field' => $field]);
		}
		return $value;
	}

	/** One character for each line break: forms without scripts send two, as do files from some systems. */
	public static function withLineFeeds(string $text): string {
		return str_replace(["\r\n", "\r"], "\n", $text);
	}

	/** Only spaces and characters that show nothing: of these, some are letters or symbols to Unicode (fillers of Hangul, blank of Braille). */
	private static function isBlank(string $text): bool {
		return preg_match('/^[\s\p{Z}\p{Cf}\p{M}\x{115F}\x{1160}\x{2800}\x{3164}\x{FFA0}]*\z/u', $text) === 1;
	}
}
