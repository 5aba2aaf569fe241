<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Knowledge\Knowledge;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Vocabulary\Themes;

/** Reads cards for the recipe. */
final class PortraitReader {
	/** Parts that name the field a person works in. Drives are long and cover many subjects: their words count, not their themes. */
	private const FIELD = ['headline', 'trades', 'skills', 'organisation', 'role'];

	/** Words at the beginning of an item that name its kind if the person chose none. */
	private const KINDS = [
		'equipment' => 'broyat camion graine fibre legume livre machine materiel meuble minibus outil pharmacie planche plant vaisselle vehicule vetement voiture',
		'knowledge' => 'accompagner aider apprendre atelier balade comprendre connaissance conseil cours expliquer former guider initiation journal journee montrer recit retour savoir seminaire visite',
		'place' => 'cave champ chambre endroit grange hall hangar hebergement lieu local locaux logement parcelle pelouse piece pre ruine salle terrain toit village',
		'time' => 'apprenti apprentie benevole bras commis coup equipier jeune main saisonnier serveur serveuse stagiaire voisin volontaire',
	];

	/** Words of an item that are read to find its kind. */
	private const BEGINNING = 5;

	/** @var ?array<array-key, string> */
	private static ?array $kinds = null;

	/** @var array<string, string> tokens by word, because stemming takes most of the time */
	private array $tokens = [];

	/**
	 * @param array<array-key, string> $lists the list of the vocabulary that each term is in
	 */
	public function __construct(
		public readonly Themes $themes,
		private readonly array $lists,
		private readonly Knowledge $knowledge,
	) {
	}

	/**
	 * @param array<string, mixed> $card what a viewer may see of it: part of MemberSchema of src/member/model.ts
	 * @param ?Portrait $for compared with this one alone: then only the few words of the drives that it may seek are read
	 * @param list<Notice> $notices open notices of the person that the viewer may see
	 */
	public function read(array $card, ?Portrait $for = null, array $notices = []): Portrait {
		$texts = [];
		foreach (self::FIELD as $part) {
			array_push($texts, ...(array)($card[$part] ?? []));
		}
		$field = $this->words(implode("\n", $texts));
		return new Portrait(
			$this->items($card['seeks'] ?? [], array_filter($notices, NoticeRules::seeks(...)), Side::Need),
			$this->items($card['offers'] ?? [], array_filter($notices, NoticeRules::offers(...)), Side::Help),
			$field + $this->words($card['drives'] ?? '', $for?->beginnings()),
			$this->themes->in($field),
			$this->themes->in($this->words($card['limits'] ?? '')),
			array_fill_keys($card['sectors'] ?? [], true),
			self::departments($card['territories'] ?? []),
		);
	}

	/**
	 * What a card seeks or offers, and what notices do. The text of a notice is long and covers many subjects: only its title and terms count.
	 *
	 * @param list<array{text: string, terms: list<string>, kind?: string}> $items
	 * @param array<int, Notice> $notices
	 * @return list<Item>
	 */
	private function items(array $items, array $notices, Side $side): array {
		return [
			...array_map(fn (array $item): Item => $this->item($item, $side), $items),
			...array_map(fn (Notice $notice): Item => $this->item(['text' => $notice->getTitle(), 'terms' => $notice->words(), 'about' => $notice->getAbout()], $side, (int)$notice->getId()), array_values($notices)),
		];
	}

	/** @param array{text: string, terms: list<string>, kind?: string, about?: ?string} $item */
	private function item(array $item, Side $side, ?int $notice = null): Item {
		$words = $this->words($item['text']);
		$terms = ['themes' => [], 'publics' => [], 'sectors' => []];
		foreach ($item['terms'] as $term) {
			$terms[$this->lists[$term] ?? ''][$term] = true;
		}
		return new Item($item['text'], $words, $terms['themes'], $terms['publics'], $terms['sectors'], $this->themes->in($words), $this->knowledge->read($words, $side, $item['about'] ?? null), $item['kind'] ?? self::kind($words), $notice);
	}

	/**
	 * @param ?array<array-key, true> $beginnings only words that begin with one of these; null: all
	 * @return array<array-key, true> tokens, in the order of the text
	 */
	private function words(string $text, ?array $beginnings = null): array {
		$words = [];
		foreach (Tokenizer::of($text) as $word) {
			if ($beginnings !== null && !isset($beginnings[substr($word, 0, Portrait::BEGINNING)])) {
				continue;
			}
			$words[$this->tokens[$word] ??= Tokenizer::token($word)] = true;
		}
		return $words;
	}

	/** @param array<array-key, true> $words */
	private static function kind(array $words): string {
		if (self::$kinds === null) {
			self::$kinds = [];
			foreach (self::KINDS as $kind => $names) {
				self::$kinds += array_fill_keys(array_map(Tokenizer::token(...), explode(' ', $names)), $kind);
			}
		}
		foreach (array_slice(array_keys($words), 0, self::BEGINNING) as $word) {
			if (isset(self::$kinds[$word])) {
				return self::$kinds[$word];
			}
		}
		return '';
	}

	/**
	 * @param list<array{code: string, kind: string}> $territories
	 * @return array<array-key, true>
	 */
	private static function departments(array $territories): array {
		$departments = [];
		foreach ($territories as ['code' => $code, 'kind' => $kind]) {
			if ($kind === 'commune' || $kind === 'departement') {
				// Overseas codes have one more digit.
				$departments[substr($code, 0, str_starts_with($code, '97') ? 3 : 2)] = true;
			}
		}
		return $departments;
	}
}
