<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

use OCA\Reseau\Search\Tokenizer;

/** Knowledge of everyday life (knowledge/README.md), compiled: which situations each word speaks of. */
final class Knowledge {
	/** Situations of a text that count. */
	private const STRONGEST = 20;

	/** Situations of a text by which others are found. */
	private const SUBJECTS = 6;

	/** @var ?list<string> */
	private ?array $ids = null;

	private readonly Acts $acts;

	/**
	 * @param array{version: string, situations: array<string, string>, words: array<array-key, string>, acts: array{ids: list<string>, answers: list<list<float>>, priors: array<string, list<float>>, words: array<array-key, string>}} $compiled what
	 *     Compiler::compile() returns
	 */
	public function __construct(
		private readonly array $compiled,
	) {
		$this->acts = new Acts(...$compiled['acts']);
	}

	/** Changes with what the knowledge contains. */
	public function version(): string {
		return $this->compiled['version'];
	}

	/** @param array<array-key, mixed> $tokens the words of a text, as keys (Tokenizer::token()) */
	public function read(array $tokens, Side $side): Meaning {
		$sums = $several = $words = [];
		foreach (array_intersect_key($this->compiled['words'], $tokens) as $token => $packed) {
			$squares = 0.0;
			foreach (Weights::unpack($packed) as $situation => $weight) {
				$sums[$situation] = ($sums[$situation] ?? 0.0) + $weight;
				$several[$situation] = ($several[$situation] ?? 0) + 1;
				$squares += $weight * $weight;
			}
			$words[$token] = $squares;
		}
		// Several words for one situation are worth more than one strong word, which may have another meaning.
		$strengths = [];
		foreach ($sums as $situation => $sum) {
			$strengths[$situation] = $sum * sqrt($several[$situation]);
		}
		arsort($strengths);
		$strongest = array_slice($strengths, 0, self::STRONGEST, true);
		$acts = $this->acts->read($tokens, $side);
		return new Meaning(
			$strongest,
			$sums,
			$words,
			sqrt(array_sum(array_map(static fn (float $strength): float => $strength ** 2, $strongest))),
			$side === Side::Need ? $this->acts->answersTo($acts) : $acts,
		);
	}

	public function readText(string $text, Side $side): Meaning {
		return $this->read(array_fill_keys(array_map(Tokenizer::token(...), Tokenizer::of($text)), true), $side);
	}

	/** @return array<int, int> strength from 0 to 100 of what a text is most about, by the number of the subject (Document::subject()) */
	public function subjectsOf(Meaning $meaning): array {
		$subjects = [];
		foreach (array_slice($meaning->situations, 0, self::SUBJECTS, true) as $situation => $strength) {
			$subjects[$this->subject($situation)] = (int)round(100 * $strength / $meaning->length);
		}
		return $subjects;
	}

	/** @return array<int, int> as subjectsOf() */
	public function subjectsIn(string $text, Side $side): array {
		return $this->subjectsOf($this->readText($text, $side));
	}

	/** A number that stays the same when other situations are added. */
	private function subject(int $situation): int {
		$this->ids ??= array_keys($this->compiled['situations']);
		return crc32($this->ids[$situation]) >> 1;
	}

	/** @return list<string> ids of the strongest situations of a text */
	public function situationsOf(Meaning $meaning, int $most): array {
		$this->ids ??= array_keys($this->compiled['situations']);
		return array_map(fn (int $situation): string => $this->ids[$situation], array_slice(array_keys($meaning->situations), 0, $most));
	}

	/** The name of a situation: a noun phrase with its article. */
	public function nameOf(string $situation): ?string {
		return $this->compiled['situations'][$situation] ?? null;
	}
}
