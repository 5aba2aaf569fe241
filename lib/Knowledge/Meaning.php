<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** What a text is about, as Knowledge reads it: the situations that its words speak of, and the acts that are wanted or given. */
final class Meaning {
	/** A fit that is good enough to say that one helps the other; and, below it, that one perhaps does (docs/developers/matching.md). */
	public const SURE = 0.21;
	public const PERHAPS = 0.115;

	/** How much more of the likeness is lost than comes from equal words. */
	private const EQUAL_WORDS = 3.0;
	/** A text whose vector is shorter says too little: its words are everyday words, or one alone. */
	public const WHOLE = 20.0;

	/** What is left of it at least: two short texts about apples have nothing but this word. */
	private const LEFT = 0.35;

	/**
	 * @param array<int, float> $situations the strongest, by their number, the strongest first
	 * @param array<int, float> $sums of the weights of the words, by situation, of all situations
	 * @param array<array-key, float> $words sum of the squared weights of each known word
	 * @param float $length of the vector of `situations`
	 * @param list<float> $acts of an offer: how likely each is given; of a need: how well each would answer it
	 */
	public function __construct(
		public readonly array $situations,
		public readonly array $sums,
		public readonly array $words,
		public readonly float $length,
		public readonly array $acts,
	) {
	}

	/** How well this need and an offer fit, from 0 to 1: they are about the same situations, and what is given answers what is wanted. */
	public function fit(self $offer): float {
		$likeness = $this->likeness($offer);
		return $likeness > 0.0 ? $likeness * sqrt(self::product($this->acts, $offer->acts)) : 0.0;
	}

	/** How well this text and another of the same side, two needs or two offers, want or give the same, from 0 to 1: the same acts about the same situations. */
	public function resembles(self $other): float {
		$likeness = $this->likeness($other);
		if ($likeness <= 0.0) {
			return 0.0;
		}
		return $likeness * sqrt(self::product($this->acts, $other->acts) / sqrt(self::product($this->acts, $this->acts) * self::product($other->acts, $other->acts)));
	}

	/** How much two texts are about the same situations, from 0 to 1, also by words that both have. */
	public function nearness(self $other): float {
		$product = self::product($this->situations, $other->situations);
		return $product > 0.0 ? $product / ($this->length * $other->length) : 0.0;
	}

	/**
	 * How much two texts are about the same situations, from 0 to 1. A word that both have has already spoken for all its situations on both sides, whatever it
	 * means here (the press of a printer, and of a wine grower), so what comes from equal words counts against.
	 */
	private function likeness(self $other): float {
		$product = self::product($this->situations, $other->situations);
		$same = array_sum(array_intersect_key($this->words, $other->words));
		if ($product > 0.0 && $same > 0.0) {
			$product *= max(self::LEFT, 1.0 - self::EQUAL_WORDS * $same / self::product($this->sums, $other->sums));
		}
		return $product > 0.0 ? $product / (max(self::WHOLE, $this->length) * max(self::WHOLE, $other->length)) : 0.0;
	}

	/**
	 * @param array<int, float> $one by situation, or by act
	 * @param array<int, float> $another
	 */
	private static function product(array $one, array $another): float {
		$product = 0.0;
		foreach (array_intersect_key($one, $another) as $key => $value) {
			$product += $value * $another[$key];
		}
		return $product;
	}
}
