<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** What people want or give in a situation (to learn, hands, a place …): how much each word of a sentence speaks for each act, one byte each, first of needs, then of offers. */
final class Acts {
	private const STEPS = 40.0;
	private const MIDDLE = 128;

	/** Words speak for acts less surely than if each was there by chance. */
	private const SURE = 0.5;

	/**
	 * @param list<string> $ids
	 * @param list<array<string, string>> $names what people read, by side
	 * @param list<list<float>> $answers how well an act that is given answers one that is wanted, from 0 to 1: by the number of the wanted one, then of the given one
	 * @param array<string, list<float>> $shares how often each act is meant, by side; their sum is 1
	 * @param array<array-key, string> $words packed
	 */
	public function __construct(
		public readonly array $ids,
		public readonly array $names,
		private readonly array $answers,
		private readonly array $shares,
		private readonly array $words,
	) {
	}

	/**
	 * @param array<string, list<float>> $logs by side: logarithm of how much more often the word is in sentences about an act than in others
	 */
	public static function pack(array $logs): string {
		$bytes = [];
		foreach (Side::cases() as $side) {
			foreach ($logs[$side->value] as $log) {
				$bytes[] = max(0, min(255, self::MIDDLE + (int)round(self::STEPS * $log)));
			}
		}
		return pack('C*', ...$bytes);
	}

	/**
	 * @param array<array-key, mixed> $tokens
	 * @return list<float> how much more likely each act is by the words of a text than without them
	 */
	public function evidenceOf(array $tokens, Side $side): array {
		$count = count($this->ids);
		$sums = array_fill(0, $count, 0.0);
		// Few words among many: in this order.
		foreach (array_intersect_key($tokens, $this->words) as $token => $_) {
			$bytes = (array)unpack("C$count", $this->words[$token], $side === Side::Need ? 0 : $count);
			for ($act = 0; $act < $count; $act++) {
				$sums[$act] += ($bytes[$act + 1] - self::MIDDLE) / self::STEPS;
			}
		}
		return array_map(static fn (float $sum): float => exp(self::SURE * $sum), $sums);
	}

	/**
	 * @param list<float> $evidence
	 * @return list<float> how likely each act is where nothing is known of the situation; their sum is 1
	 */
	public function likelyAnywhere(Side $side, array $evidence): array {
		$likely = array_map(static fn (float $share, float $one): float => $share ** self::SURE * $one, $this->shares[$side->value], $evidence);
		$all = array_sum($likely);
		return array_map(static fn (float $one): float => $one / $all, $likely);
	}

	/** @return list<float> as likelyAnywhere(), of one act that is known */
	public function certain(int $act): array {
		return array_replace(array_fill(0, count($this->ids), 0.0), [$act => 1.0]);
	}

	/**
	 * @param list<float> $wanted how likely each act is wanted
	 * @return list<float> how well each act, if it is given, answers that
	 */
	public function answersTo(array $wanted): array {
		$answers = [];
		foreach (array_keys($this->ids) as $given) {
			$answers[] = array_sum(array_map(static fn (float $likely, array $its): float => $likely * $its[$given], $wanted, $this->answers));
		}
		return $answers;
	}
}
