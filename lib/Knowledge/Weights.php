<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** How much a word speaks of each situation, in two bytes each: eleven bits for the number of the situation, five for the weight. */
final class Weights {
	public const MOST_SITUATIONS = 2048;

	private const BITS = 5;
	private const STEPS = (1 << self::BITS) - 1;
	/** Higher weights count like this one. */
	public const MOST = 9.0;

	/** @var ?list<float> the weight of each step */
	private static ?array $steps = null;

	/** @param array<int, float> $weights by situation */
	public static function pack(array $weights): string {
		$entries = [];
		foreach ($weights as $situation => $weight) {
			$entries[] = ($situation << self::BITS) | (int)round(self::STEPS * sqrt(min(1.0, $weight / self::MOST)));
		}
		return pack('v*', ...$entries);
	}

	/**
	 * @param array<array-key, array<int, float>> $weights by word and situation
	 * @return array<array-key, string> packed, by word, without words that have none
	 */
	public static function packAll(array $weights): array {
		$packed = array_map(self::pack(...), array_filter($weights));
		ksort($packed, SORT_STRING);
		return $packed;
	}

	/** How many situations have a weight. */
	public static function countSituations(string $packed): int {
		return strlen($packed) >> 1;
	}

	/** @return array<int, float> weights by situation */
	public static function unpack(string $packed): array {
		self::$steps ??= array_map(static fn (int $step): float => self::MOST * ($step / self::STEPS) ** 2, range(0, self::STEPS));
		$weights = [];
		foreach ((array)unpack('v*', $packed) as $entry) {
			$weights[$entry >> self::BITS] = self::$steps[$entry & self::STEPS];
		}
		return $weights;
	}
}
