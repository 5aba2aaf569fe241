<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** Compiles what Likely reads. The numbers are measured with sentences of hands left out (docs/developers/matching.md): change none without measuring again. */
final class LikelyCompiler {
	/** How much one expression counts next to a sentence. */
	private const EXPRESSION = 12;
	/** How often a word is there by chance, in so many sentences of no situation. */
	private const OF_NO_SITUATION = 30;
	/** Weights of words that say much count more than their number; divided to fit into Weights. */
	private const EMPHASIS = 1.5;
	private const SCALE = 3;
	/** Weights below this are left out. */
	private const LEAST = 2 / 3;
	/** Situations that are like one. */
	public const NEIGHBOURS = 20;

	/** How much an act counts that is listed as usual in a situation, and the acts of all sentences together, next to one sentence. */
	private const LISTED = 2;
	private const ANYWHERE = 2;

	/**
	 * @param list<array{id: string, acts: list<string>}> $situations
	 * @param list<array{situation: string, side: string, act: string}> $sentences
	 * @param array<array-key, array<int, float>> $expressions weight of each word for each situation that has it in an expression
	 * @param array<array-key, array<int, int>> $counts number of sentences about each situation that have each word
	 * @param list<float> $shares what a sentence about each situation counts
	 * @param array{ids: list<string>, shares: array<string, list<float>>} $acts
	 * @return array{words: array<array-key, string>, neighbours: list<string>, acts: array<string, list<string>>} what Likely takes
	 */
	public function compile(array $situations, array $sentences, array $expressions, array $counts, array $shares, array $acts): array {
		$weights = self::weights($expressions, $counts, $shares, max(count($situations), count($sentences)));
		return [
			'words' => Weights::packAll($weights),
			'neighbours' => self::neighbours($weights, count($situations)),
			'acts' => self::usualActs($situations, $sentences, $acts),
		];
	}

	/**
	 * How much more often each word is in what is written about a situation than elsewhere.
	 *
	 * @param array<array-key, array<int, float>> $expressions
	 * @param array<array-key, array<int, int>> $counts
	 * @param list<float> $shares what a sentence about each situation counts
	 * @return array<array-key, array<int, float>>
	 */
	private static function weights(array $expressions, array $counts, array $shares, int $texts): array {
		$weights = [];
		foreach ($expressions + $counts as $token => $_) {
			$chance = self::OF_NO_SITUATION * (array_sum($counts[$token] ?? []) + array_sum($expressions[$token] ?? []) + 0.5) / $texts;
			foreach (($expressions[$token] ?? []) + ($counts[$token] ?? []) as $number => $_) {
				$here = ($counts[$token][$number] ?? 0) * $shares[$number] + self::EXPRESSION * ($expressions[$token][$number] ?? 0.0);
				$weight = log(1 + $here / $chance) ** self::EMPHASIS / self::SCALE;
				if ($weight >= self::LEAST) {
					$weights[$token][$number] = $weight;
				}
			}
		}
		return $weights;
	}

	/**
	 * The situations whose words are most like those of each.
	 *
	 * @param array<array-key, array<int, float>> $weights
	 * @return list<string>
	 */
	private static function neighbours(array $weights, int $situations): array {
		$lengths = array_fill(0, $situations, 0.0);
		$products = array_fill(0, $situations, []);
		foreach ($weights as $its) {
			foreach ($its as $a => $weight) {
				$lengths[$a] += $weight ** 2;
				foreach ($its as $b => $other) {
					$products[$a][$b] = ($products[$a][$b] ?? 0.0) + $weight * $other;
				}
			}
		}
		$neighbours = [];
		foreach ($products as $a => $its) {
			unset($its[$a]);
			foreach ($its as $b => $product) {
				$its[$b] = $product / sqrt($lengths[$b]);
			}
			arsort($its);
			$neighbours[] = Likely::packNeighbours(array_slice(array_keys($its), 0, self::NEIGHBOURS));
		}
		return $neighbours;
	}

	/**
	 * How usual each act is in each situation: in its sentences, as listed, and anywhere.
	 *
	 * @param list<array{id: string, acts: list<string>}> $situations
	 * @param list<array{situation: string, side: string, act: string}> $sentences
	 * @param array{ids: list<string>, shares: array<string, list<float>>} $acts
	 * @return array<string, list<string>> by side, as Likely takes them
	 */
	private static function usualActs(array $situations, array $sentences, array $acts): array {
		$numbers = array_flip($acts['ids']);
		$counts = [];
		foreach ($sentences as ['situation' => $situation, 'side' => $side, 'act' => $act]) {
			$counts[$side][$situation][$numbers[$act]] = ($counts[$side][$situation][$numbers[$act]] ?? 0) + 1;
		}
		$usual = [];
		foreach ($acts['shares'] as $side => $shares) {
			foreach ($situations as $situation) {
				$its = array_map(static fn (float $share): float => self::ANYWHERE * $share, $shares);
				foreach ($situation['acts'] as $act) {
					$its[$numbers[$act]] += self::LISTED;
				}
				foreach ($counts[$side][$situation['id']] ?? [] as $act => $count) {
					$its[$act] += $count;
				}
				$all = array_sum($its);
				$usual[$side][] = Likely::packShares(array_map(static fn (float $one): float => $one / $all, $its));
			}
		}
		return $usual;
	}
}
