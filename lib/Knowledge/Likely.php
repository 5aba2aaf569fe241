<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/**
 * What a text most likely means: its situation, and the act that is usual there. It answers one question about one text (naive Bayes), where Meaning compares
 * two texts by all that they speak of.
 */
final class Likely {
	/** The situations that are considered. */
	private const MOST = 20;
	/** How much a situation is supported by those that are like it. */
	private const NEIGHBOURS = 1.5;
	/** How much more likely the strongest is than the others. */
	private const SURE = 4;
	/** The words say less about the act where the situation says something about it, too. */
	private const EVIDENCE = 0.7;
	/** The same act in so many of the situations most like one is left for other choices, at this share. */
	private const ALIKE = 8;
	private const REPEATED = 0.5;

	/**
	 * @param array<array-key, string> $words Weights: how much more often each word is in what is written about a situation than elsewhere
	 * @param list<string> $neighbours the situations most like each, packed
	 * @param array<string, list<string>> $acts how usual each act is in each situation, by side, packed: one byte each
	 */
	public function __construct(
		private readonly array $words,
		private readonly array $neighbours,
		private readonly array $acts,
	) {
	}

	/** @param list<int> $neighbours */
	public static function packNeighbours(array $neighbours): string {
		return pack('v*', ...$neighbours);
	}

	/** @param list<float> $shares from 0 to 1 */
	public static function packShares(array $shares): string {
		return pack('C*', ...array_map(static fn (float $share): int => max(1, (int)round(255 * $share)), $shares));
	}

	/**
	 * @param array<array-key, mixed> $tokens the words of a text, as keys
	 * @param array<int, float> $means added to the situations that the network means
	 * @param array<array-key, array<int, int>> $denied by word: situations that it does not mean, as keys
	 * @return array<int, float> how likely the text is about each of the likeliest situations; their sum is 1, or none
	 */
	private function situations(array $tokens, array $means, array $denied): array {
		$sums = $means;
		// Few words among many: in this order.
		foreach (array_intersect_key($tokens, $this->words) as $token => $_) {
			foreach (array_diff_key(Weights::unpack($this->words[$token]), $denied[$token] ?? []) as $situation => $weight) {
				$sums[$situation] = ($sums[$situation] ?? 0.0) + $weight;
			}
		}
		arsort($sums);
		$likely = [];
		foreach (array_slice($sums, 0, self::MOST, true) as $situation => $sum) {
			$neighbours = array_intersect_key($sums, array_flip($this->neighboursOf($situation)));
			$likely[$situation] = ($sum + self::NEIGHBOURS * array_sum($neighbours) / LikelyCompiler::NEIGHBOURS) ** self::SURE;
		}
		$all = array_sum($likely);
		return array_map(static fn (float $one): float => $one / $all, $likely);
	}

	/**
	 * What a text may mean, so that one of few choices is right as often as possible: an act in situations that are like one another is hardly chosen twice.
	 *
	 * @param array<array-key, mixed> $tokens
	 * @param list<float> $evidence what the words say of each act (Acts::evidenceOf())
	 * @param array<int, float> $means as situations()
	 * @param array<array-key, array<int, int>> $denied as situations()
	 * @return list<array{int, int}> act and situation, the likeliest first
	 */
	public function findLikeliest(array $tokens, Side $side, array $evidence, int $most, array $means, array $denied): array {
		$likely = [];
		foreach ($this->situations($tokens, $means, $denied) as $situation => $its) {
			foreach ($this->actsIn($situation, $side, $evidence) as $act => $one) {
				$likely["$act/$situation"] = $its * $one;
			}
		}
		$choices = [];
		while ($likely !== [] && count($choices) < $most) {
			$best = (string)array_search(max($likely), $likely, true);
			unset($likely[$best]);
			[$act, $situation] = array_map(intval(...), explode('/', $best));
			$choices[] = [$act, $situation];
			foreach (array_slice($this->neighboursOf($situation), 0, self::ALIKE) as $like) {
				if (isset($likely["$act/$like"])) {
					$likely["$act/$like"] *= self::REPEATED;
				}
			}
		}
		return $choices;
	}

	/** @return list<int> the most like first */
	private function neighboursOf(int $situation): array {
		return array_values((array)unpack('v*', $this->neighbours[$situation]));
	}

	/**
	 * @param list<float> $evidence
	 * @return list<float> how likely each act is in a situation; their sum is 1
	 */
	private function actsIn(int $situation, Side $side, array $evidence): array {
		$acts = [];
		foreach (array_values((array)unpack('C*', $this->acts[$side->value][$situation])) as $act => $share) {
			$acts[] = $share * $evidence[$act] ** self::EVIDENCE;
		}
		$all = array_sum($acts);
		return array_map(static fn (float $one): float => $one / $all, $acts);
	}
}
