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

	/** … unless they are weaker than this share of the strongest. */
	private const LEAST = 0.1;

	/** Situations of a text by which others are found. */
	private const SUBJECTS = 6;

	/** An expression of the network counts like so many words of the highest weight: more than any word alone, and enough for a text without other words. */
	private const OWN_WORDS = 2;

	/** How much what is guessed counts next to what a person says. */
	private const GUESSED = 0.75;

	/** A word of fewer situations may be a slip of the person who wrote a sentence. */
	private const KNOWN = 4;

	private const PROPOSALS = 5;

	/** @var list<string> of the situations, by their numbers */
	private readonly array $ids;

	private readonly Acts $acts;

	/** @var array<array-key, array<int, float>> Weights of the words that were read: people use the same ones */
	private array $weights = [];

	private readonly Likely $likely;

	/** @var array<array-key, list<array{tokens: array<array-key, int>, means: list<int>, not: list<int>}>> expressions of the network by their first token, with the numbers of situations */
	private readonly array $own;

	/**
	 * @param array{version: string, situations: array<string, string>, words: array<array-key, string>, likely: array{words: array<array-key, string>, neighbours: list<string>, acts: array<string, list<string>>}, acts: array{ids: list<string>, names: list<array<string, string>>, answers: list<list<float>>, shares: array<string, list<float>>, words: array<array-key, string>}} $compiled what
	 *     Compiler::compile() returns
	 * @param list<array{tokens: list<string>, means: list<string>, not: list<string>}> $expressions of the network (NetworkExpressions); what they say wins
	 */
	public function __construct(
		private readonly array $compiled,
		array $expressions = [],
	) {
		$this->acts = new Acts(...$compiled['acts']);
		$this->likely = new Likely(...$compiled['likely']);
		$this->ids = array_keys($compiled['situations']);
		$numbers = $expressions === [] ? [] : array_flip($this->ids);
		// Situations that this knowledge does not have are ignored.
		$known = static fn (array $ids): array => array_values(array_filter(array_map(static fn (string $id): ?int => $numbers[$id] ?? null, $ids), is_int(...)));
		$own = [];
		foreach ($expressions as ['tokens' => $tokens, 'means' => $means, 'not' => $not]) {
			$own[$tokens[0]][] = ['tokens' => array_flip($tokens), 'means' => $known($means), 'not' => $known($not)];
		}
		$this->own = $own;
	}

	/** Changes with what the knowledge contains, not with the expressions (ExpressionsChanged). */
	public function version(): string {
		return $this->compiled['version'];
	}

	/**
	 * @param array<array-key, mixed> $tokens the words of a text, as keys (Tokenizer::token())
	 * @param ?string $about what its person says it is about (`about` of ItemSchema of src/member/model.ts); null, or unknown by now: guessed from its words
	 */
	public function read(array $tokens, Side $side, ?string $about = null): Meaning {
		$meaning = $this->guess($tokens, $side);
		$tapped = $about === null ? null : $this->numbers($about);
		return $tapped === null ? $meaning : $this->decide($meaning, $side, ...$tapped);
	}

	/** @param array<array-key, mixed> $tokens */
	private function guess(array $tokens, Side $side): Meaning {
		$sums = $several = $words = [];
		// Few words among many: in this order. What is equally strong does not depend on the order of the words.
		$known = array_intersect_key($tokens, $this->compiled['words']);
		ksort($known, SORT_STRING);
		[$means, $denied] = $this->ownIn($tokens);
		foreach ($known as $token => $_) {
			$squares = 0.0;
			$weights = $this->weights[$token] ??= Weights::unpack($this->compiled['words'][$token]);
			foreach (isset($denied[$token]) ? array_diff_key($weights, $denied[$token]) : $weights as $situation => $weight) {
				$sums[$situation] = ($sums[$situation] ?? 0.0) + $weight;
				$several[$situation] = ($several[$situation] ?? 0) + 1;
				$squares += $weight * $weight;
			}
			$words[$token] = $squares;
		}
		// Not in $words: what the network says of an expression is no chance, also where both texts have it.
		foreach ($means as $situation => $_) {
			$sums[$situation] = ($sums[$situation] ?? 0.0) + self::OWN_WORDS * Weights::MOST;
			$several[$situation] = ($several[$situation] ?? 0) + self::OWN_WORDS;
		}
		// Several words for one situation are worth more than one strong word, which may have another meaning.
		$strengths = [];
		foreach ($sums as $situation => $sum) {
			$strengths[$situation] = $sum * sqrt($several[$situation]);
		}
		// Most are far below the strongest: they are not worth the time to sort them.
		$least = self::LEAST * ($strengths === [] ? 0.0 : max($strengths));
		$strengths = array_filter($strengths, static fn (float $strength): bool => $strength >= $least);
		arsort($strengths);
		$acts = $this->acts->likelyAnywhere($side, $this->acts->evidenceOf($tokens, $side));
		$strongest = array_slice($strengths, 0, self::STRONGEST, true);
		return new Meaning($strongest, $sums, $words, self::length($strongest), $side === Side::Need ? $this->acts->answersTo($acts) : $acts);
	}

	/**
	 * What the network says of the expressions of a text: those whose words are all in it.
	 *
	 * @param array<array-key, mixed> $tokens
	 * @return array{array<int, array<array-key, int>>, array<array-key, array<int, int>>} the words, as keys, by the situation that is meant; the situations, as keys, by the word
	 *     that does not mean them
	 */
	private function ownIn(array $tokens): array {
		$means = $denied = [];
		foreach (array_intersect_key($tokens, $this->own) as $token => $_) {
			foreach ($this->own[$token] as ['tokens' => $its, 'means' => $meant, 'not' => $not]) {
				if (array_diff_key($its, $tokens) !== []) {
					continue;
				}
				foreach ($meant as $situation) {
					$means[$situation] = ($means[$situation] ?? []) + $its;
				}
				foreach ($its as $one => $_) {
					$denied[$one] = ($denied[$one] ?? []) + array_flip($not);
				}
			}
		}
		return [$means, $denied];
	}

	/** What the person says decides; what their words speak of counts a little less, and equal words need no doubt any more. */
	private function decide(Meaning $guessed, Side $side, int $act, int $situation): Meaning {
		$strengths = array_map(static fn (float $strength): float => Meaning::WHOLE * self::GUESSED * $strength / $guessed->length, $guessed->situations);
		unset($strengths[$situation]);
		$strengths = [$situation => Meaning::WHOLE] + $strengths;
		$acts = $this->acts->certain($act);
		return new Meaning($strengths, [], [], self::length($strengths), $side === Side::Need ? $this->acts->answersTo($acts) : $acts);
	}

	/** @return ?array{int, int} act, situation */
	private function numbers(string $about): ?array {
		[$act, $situation] = explode('/', $about) + ['', ''];
		$found = [array_search($act, $this->acts->ids, true), array_search($situation, $this->ids, true)];
		return in_array(false, $found, true) ? null : $found;
	}

	/** @param array<int, float> $strengths */
	private static function length(array $strengths): float {
		return sqrt(array_sum(array_map(static fn (float $strength): float => $strength ** 2, $strengths)));
	}

	/**
	 * What a text may be about, to choose from: the likeliest acts in the likeliest situations, the likeliest first.
	 *
	 * @return list<array{about: string, sentence: string}>
	 */
	public function propose(string $text, Side $side): array {
		$tokens = self::tokens($text);
		[$means, $denied] = $this->ownIn($tokens);
		$means = array_map(static fn (): float => self::OWN_WORDS * Weights::MOST, $means);
		$choices = $this->likely->findLikeliest($tokens, $side, $this->acts->evidenceOf($tokens, $side), self::PROPOSALS, $means, $denied);
		return array_map(fn (array $one): array => $this->proposal(...$one, side: $side), $choices);
	}

	/** @return ?string what is known about it, as in propose(); null if the knowledge does not have it */
	public function sentenceOf(string $about, Side $side): ?string {
		$found = $this->numbers($about);
		return $found === null ? null : $this->proposal($found[0], $found[1], $side)['sentence'];
	}

	/** @return array{about: string, sentence: string} */
	private function proposal(int $act, int $situation, Side $side): array {
		$id = $this->ids[$situation];
		return ['about' => "{$this->acts->ids[$act]}/$id", 'sentence' => "{$this->compiled['situations'][$id]}\u{a0}: {$this->acts->names[$act][$side->value]}"];
	}

	public function readText(string $text, Side $side, ?string $about = null): Meaning {
		return $this->read(self::tokens($text), $side, $about);
	}

	/** @return array<array-key, true> */
	private static function tokens(string $text): array {
		return array_fill_keys(array_map(Tokenizer::token(...), Tokenizer::of($text)), true);
	}

	/** Whether people use a word in several situations. */
	public function knows(string $token): bool {
		return Weights::countSituations($this->compiled['words'][$token] ?? '') >= self::KNOWN;
	}

	/**
	 * How strongly each word of a text speaks of what something is about.
	 *
	 * @return array<array-key, float> by token, the strongest first
	 */
	public function speaking(string $text, Meaning $of): array {
		$speaking = [];
		foreach (array_intersect_key($this->compiled['words'], self::tokens($text)) as $token => $packed) {
			$sum = 0.0;
			foreach (array_intersect_key(Weights::unpack($packed), $of->situations) as $situation => $weight) {
				$sum += $weight * $of->situations[$situation];
			}
			$speaking[$token] = $sum / $of->length;
		}
		arsort($speaking);
		return $speaking;
	}

	/** @return array<int, int> strength from 0 to 100 of what texts are most about, the strongest of each, by the number of the subject (Document::subject()) */
	public function subjectsOf(Meaning ...$meanings): array {
		$subjects = [];
		foreach ($meanings as $meaning) {
			foreach (array_slice($meaning->situations, 0, self::SUBJECTS, true) as $situation => $strength) {
				$subject = $this->subject($situation);
				$subjects[$subject] = max($subjects[$subject] ?? 0, (int)round(100 * $strength / $meaning->length));
			}
		}
		return $subjects;
	}

	/** @return array<int, int> as subjectsOf() */
	public function subjectsIn(string $text, Side $side, ?string $about = null): array {
		return $this->subjectsOf($this->readText($text, $side, $about));
	}

	/** A number that stays the same when other situations are added. */
	private function subject(int $situation): int {
		return crc32($this->ids[$situation]) >> 1;
	}

	/** @return array<string, string> the names of all situations by their ids */
	public function names(): array {
		return $this->compiled['situations'];
	}

	/**
	 * The situations by which a text is found, with the words of the text that speak of each.
	 *
	 * @return list<array{id: string, name: string, words: list<string>}> strongest first, words as written, in their order
	 */
	public function explainText(string $text): array {
		preg_match_all(Tokenizer::WORD, $text, $found);
		$written = [];
		foreach ($found[0] as $word) {
			foreach (Tokenizer::of($word) as $folded) {
				$written[Tokenizer::token($folded)] ??= $word;
			}
		}
		[$means, $denied] = $this->ownIn($written);
		$situations = [];
		foreach (array_slice(array_keys($this->guess($written, Side::Need)->situations), 0, self::SUBJECTS) as $situation) {
			// guess() has read the weights of all words.
			$speaks = fn (int|string $token): bool => isset($means[$situation][$token]) || isset($this->weights[$token][$situation]) && !isset($denied[$token][$situation]);
			$words = array_values(array_unique(array_filter($written, $speaks, ARRAY_FILTER_USE_KEY)));
			$situations[] = ['id' => $this->ids[$situation], 'name' => $this->compiled['situations'][$this->ids[$situation]], 'words' => $words];
		}
		return $situations;
	}

	/** @return list<string> ids of the strongest situations of a text */
	public function situationsOf(Meaning $meaning, int $most): array {
		return array_map(fn (int $situation): string => $this->ids[$situation], array_slice(array_keys($meaning->situations), 0, $most));
	}
}
