<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

use OCA\Reseau\Search\Tokenizer;

/**
 * Compiles the knowledge that people write (knowledge/README.md) into weights of words. The numbers are measured on networks judged by others
 * (docs/developers/matching.md): change none without measuring again.
 */
final class Compiler {
	/** Weight of a word by the list its expression is in; divided by the root of the number of words of the expression. */
	private const LISTS = ['words' => 1.0, 'need' => 0.6, 'help' => 0.6, 'scene' => 0.45];

	/** Added for each sentence about the situation that has the word, of at most so many: where there are more, each counts less. */
	private const SENTENCE = 0.35;
	private const SENTENCES = 16;

	/** How much words lose that people write in many sentences, whatever these are about. */
	private const EVERYDAY = 5;

	/** Weights below this are left out. */
	private const LEAST = 0.3;

	/** A word speaks for an act if it is in so many sentences of a side; the others as if they were in so many more of no act. */
	private const LEAST_SENTENCES = 16;
	private const OF_NO_ACT = 2.4;

	/** @var array<string, string> */
	private array $stems = [];

	/**
	 * @param list<array{id: string, acts: list<string>, fr: array{name: string, words: list<string>, need: list<string>, help: list<string>, scene: list<string>}}> $situations
	 * @param list<array{situation: string, side: string, act: string, text: string}> $sentences
	 * @param list<array{id: string, answers: array<string, float>, fr: array<string, string>}> $acts
	 * @return array{version: string, situations: array<string, string>, words: array<array-key, string>, likely: array<string, mixed>, acts: array<string, mixed>} names by
	 *     id, in the order of their numbers; Weights by word; what Likely and Acts take
	 */
	public function compile(array $situations, array $sentences, array $acts): array {
		$names = array_map(static fn (array $fr): string => $fr['name'], array_column($situations, 'fr', 'id'));
		$expressions = $this->expressions($situations);
		$counts = $this->counts($situations, $sentences);
		$about = array_count_values(array_column($sentences, 'situation'));
		$shares = array_map(static fn (string $id): float => self::SENTENCES / max(self::SENTENCES, $about[$id] ?? 0), array_column($situations, 'id'));
		$compiledActs = $this->acts($sentences, $acts);
		$compiled = [
			'situations' => $names,
			'words' => self::weights($expressions, $counts, $shares, count($situations), count($sentences)),
			'likely' => (new LikelyCompiler())->compile($situations, $sentences, $expressions, $counts, $shares, $compiledActs),
			'acts' => $compiledActs,
		];
		return ['version' => hash('xxh64', serialize($compiled))] + $compiled;
	}

	/**
	 * @param list<array{id: string, fr: array{name: string, words: list<string>, need: list<string>, help: list<string>, scene: list<string>}}> $situations
	 * @return array<array-key, array<int, float>> weight of each word for each situation that has it in an expression
	 */
	private function expressions(array $situations): array {
		$weights = [];
		foreach ($situations as $number => ['fr' => $fr]) {
			foreach (['name' => [$fr['name']]] + array_intersect_key($fr, self::LISTS) as $list => $expressions) {
				foreach ($expressions as $expression) {
					$tokens = $this->tokens($expression);
					foreach ($tokens as $token => $_) {
						$weights[$token][$number] = max($weights[$token][$number] ?? 0.0, (self::LISTS[$list] ?? self::LISTS['words']) / sqrt(count($tokens)));
					}
				}
			}
		}
		return $weights;
	}

	/**
	 * @param list<array{id: string}> $situations
	 * @param list<array{situation: string, text: string}> $sentences
	 * @return array<array-key, array<int, int>> number of sentences about each situation that have each word
	 */
	private function counts(array $situations, array $sentences): array {
		$numbers = array_flip(array_column($situations, 'id'));
		$counts = [];
		foreach ($sentences as ['situation' => $situation, 'text' => $text]) {
			foreach ($this->tokens($text) as $token => $_) {
				$counts[$token][$numbers[$situation]] = ($counts[$token][$numbers[$situation]] ?? 0) + 1;
			}
		}
		return $counts;
	}

	/**
	 * How much each word speaks of each situation, to compare texts.
	 *
	 * @param array<array-key, array<int, float>> $expressions
	 * @param array<array-key, array<int, int>> $counts
	 * @param list<float> $shares what a sentence about each situation counts: no more than SENTENCES count fully
	 * @return array<array-key, string>
	 */
	private static function weights(array $expressions, array $counts, array $shares, int $situations, int $sentences): array {
		$weights = [];
		foreach ($expressions + $counts as $token => $_) {
			$its = $expressions[$token] ?? [];
			foreach ($counts[$token] ?? [] as $number => $count) {
				$its[$number] = ($its[$number] ?? 0.0) + self::SENTENCE * $count * $shares[$number];
			}
			$rarity = log($situations / count($its)) / (1 + self::EVERYDAY * array_sum($counts[$token] ?? []) / max(1, $sentences));
			$weights[$token] = array_filter(array_map(static fn (float $weight): float => $weight * $rarity, $its), static fn (float $weight): bool => $weight >= self::LEAST);
		}
		return Weights::packAll($weights);
	}

	/**
	 * How much more often each word is in sentences about an act than in others (naive Bayes).
	 *
	 * @param list<array{side: string, act: string, text: string}> $sentences
	 * @param list<array{id: string, answers: array<string, float>, fr: array<string, string>}> $acts
	 * @return array{ids: list<string>, names: list<array<string, string>>, answers: list<list<float>>, shares: array<string, list<float>>, words: array<array-key, string>}
	 */
	private function acts(array $sentences, array $acts): array {
		$ids = array_column($acts, 'id');
		$none = array_fill(0, count($ids), 0);
		$unknown = $all = array_fill_keys(array_column(Side::cases(), 'value'), $none);
		$numbers = array_flip($ids);
		$tokens = [];
		foreach ($sentences as ['side' => $side, 'act' => $act, 'text' => $text]) {
			$all[$side][$numbers[$act]]++;
			foreach ($this->tokens($text) as $token => $_) {
				$tokens[$token][$side] ??= $none;
				$tokens[$token][$side][$numbers[$act]]++;
			}
		}
		$words = [];
		foreach ($tokens as $token => $counts) {
			$logs = [];
			foreach ($all as $side => $sums) {
				$its = $counts[$side] ?? $none;
				$usual = max(1, array_sum($its)) / max(1, array_sum($sums));
				$logs[$side] = array_sum($its) < self::LEAST_SENTENCES ? $none
					: array_map(static fn (int $n, int $sum): float => log(($n + self::OF_NO_ACT * $usual) / ($sum + self::OF_NO_ACT) / $usual), $its, $sums);
			}
			if ($logs !== $unknown) {
				$words[$token] = Acts::pack($logs);
			}
		}
		ksort($words, SORT_STRING);
		return [
			'ids' => $ids,
			'names' => array_column($acts, 'fr'),
			'answers' => array_map(static fn (array $act): array => array_map(static fn (string $id): float => (float)($act['answers'][$id] ?? 0), $ids), $acts),
			'shares' => array_map(static fn (array $sums): array => array_map(static fn (int $sum): float => ($sum + 1) / (array_sum($sums) + count($sums)), $sums), $all),
			'words' => $words,
		];
	}

	/** @return array<array-key, true> */
	private function tokens(string $text): array {
		$tokens = [];
		foreach (Tokenizer::of($text) as $word) {
			if (!ctype_digit($word)) {
				$tokens[$this->stems[$word] ??= Tokenizer::token($word)] = true;
			}
		}
		return $tokens;
	}
}
