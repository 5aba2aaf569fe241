<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Search\Highlight;
use OCA\Reseau\Search\QueryUnit;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Finds the words of a search on a card, in what a viewer may see of it. */
class CardExcerpt {
	/** Parts shown per card. */
	private const MOST = 3;

	/** @var ?array<array-key, string> */
	private ?array $labels = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly ReaderLanguage $language,
		private readonly Highlight $highlight,
	) {
	}

	/**
	 * @param array<string, mixed> $card as the viewer may see it
	 * @param list<QueryUnit> $units
	 * @param array<string, true> $fields in which the index found one of the words
	 * @return list<array{part: string, pieces: list<string>}> the sentence with most of the words in each part, the best first; pieces alternate
	 *                                                          without and with a matching word, beginning without
	 */
	public function in(array $card, array $units, array $fields): array {
		if ($units === []) {
			return [];
		}
		$found = [];
		foreach ($this->texts($card, $units, $fields) as $order => [$part, $text, $terms]) {
			$pieces = $this->highlight->mark($text, $units);
			foreach (array_reverse($terms) as $term) {
				// First, because a list shows the beginning.
				$pieces[0] = (implode('', $pieces) === '' ? '' : ' · ') . $pieces[0];
				array_unshift($pieces, '', $this->label($term));
			}
			$marks = count($pieces) >> 1;
			if ($marks > 0 && ($found[$part]['marks'] ?? 0) < $marks) {
				$found[$part] = ['marks' => $marks, 'order' => $order, 'part' => $part, 'pieces' => $pieces];
			}
		}
		usort($found, static fn (array $a, array $b): int => [-$a['marks'], $a['order']] <=> [-$b['marks'], $b['order']]);
		return array_map(
			static fn (array $one): array => ['part' => $one['part'], 'pieces' => $one['pieces']],
			array_slice($found, 0, self::MOST),
		);
	}

	/**
	 * @param list<array<string, mixed>> $cards search results, as the viewer may see them
	 * @param array<string, string> $corrected token by mistyped word
	 * @return list<array{from: string, to: string}> with the words as written on these cards
	 */
	public function asWritten(array $cards, array $corrected): array {
		$words = array_map(static fn (string $token): QueryUnit => new QueryUnit($token, [$token => 1.0]), array_values($corrected));
		$texts = array_map(fn (array $card): array => array_column($this->texts($card, $words, array_fill_keys(['name', ...array_keys($card)], true)), 1), $cards);
		return $this->highlight->asWritten($corrected, array_merge(...$texts));
	}

	/**
	 * @param array<string, mixed> $card as the viewer may see it
	 * @param list<QueryUnit> $units
	 * @param array<string, true> $fields
	 * @return list<array{string, string, list<string>}> part, text, and terms a word may mean, for every searchable part
	 */
	private function texts(array $card, array $units, array $fields): array {
		$texts = isset($fields['name']) ? [['name', $card['name'], []]] : [];
		$terms = array_merge(...array_map(static fn (QueryUnit $unit): array => self::termsOf($unit), $units));
		foreach (self::parts() as $part) {
			$found = isset($fields[$part->value]);
			foreach ((array)($card[$part->value] ?? []) as $entry) {
				array_push($texts, ...match ($part->kind()) {
					PartKind::Items => self::text($part, implode(' · ', [$entry['text'], ...$this->vocabulary->custom($entry['terms'])]), $found, array_intersect($entry['terms'], $terms)),
					PartKind::Values, PartKind::Terms => in_array($entry, $terms, true) ? [[$part->value, '', [$entry]]] : self::text($part, $this->label($entry), $found),
					PartKind::Words => self::text($part, $entry, $found),
					PartKind::Places => $found ? self::text($part, implode(', ', array_column($this->territories->around($entry['kind'], $entry['code']), 'name')), true) : [],
					default => $found ? array_map(static fn (string $sentence): array => [$part->value, $sentence, []], preg_split(Highlight::SENTENCE, $entry)) : [],
				});
			}
		}
		return $texts;
	}

	/** @return list<Part> offers first, then the parts whose words count most */
	private static function parts(): array {
		$parts = Part::ofCard();
		usort($parts, static fn (Part $a, Part $b): int => [$b === Part::Offers, $b->weight()] <=> [$a === Part::Offers, $a->weight()]);
		return $parts;
	}

	/**
	 * @param array<string> $meant
	 * @return list<array{string, string, array<string>}> empty if neither a word nor a term was found in the part
	 */
	private static function text(Part $part, string $text, bool $found, array $meant = []): array {
		return $found || $meant !== [] ? [[$part->value, $text, $meant]] : [];
	}

	/** @return list<string> */
	private static function termsOf(QueryUnit $unit): array {
		return array_merge(...array_values($unit->terms), ...array_map(self::termsOf(...), $unit->parts));
	}

	private function label(string $term): string {
		$this->labels ??= $this->vocabulary->labelsById($this->language->code());
		return $this->labels[$term] ?? $term;
	}
}
