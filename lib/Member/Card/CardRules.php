<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Knowledge\About;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * What a card may contain. Texts are kept unchanged; input that does not fit is refused as a whole, with the place.
 * The limits are those of src/member/parts.ts: tests/fixtures/rules/card-parts.json checks both.
 */
class CardRules {
	/** Longest texts in characters, longest lists in entries; of a part: Part::max(). */
	public const LIMITS = [
		'name' => 120,
		'itemText' => 500,
		'itemTerms' => 12,
		'word' => 120,
		'email' => 254,
		'phone' => 40,
		'website' => 300,
		'consentHow' => 500,
	];

	private const ITEM_KINDS = ['knowledge', 'skill', 'practice', 'place', 'equipment', 'time'];

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input any subset of the parts, `name` and `audience`, raw input
	 * @param ?Member $stored the card being changed: terms it showed under the network's labels stay stored as they were
	 * @throws ReasonException unknown_field · wrong_type · too_long · too_many · bad_text · name_missing ·
	 *                         unknown_audience · unknown_territory · unknown_term · bad_address
	 */
	public function check(array $input, ?Member $stored = null): CardChanges {
		$before = $stored?->cardParts() ?? [];
		$name = null;
		$parts = [];
		$contact = null;
		$audiences = [];
		foreach ($input as $field => $value) {
			$field = (string)$field;
			match ($field) {
				'name' => $name = $this->name($value),
				'audience' => $audiences = $this->audiences($value),
				'contact' => $contact = $this->contact($value),
				default => $parts[$field] = $this->part(Part::tryFrom($field), $field, $value, $before[$field] ?? []),
			};
		}
		return new CardChanges($name, $parts, $contact, $audiences);
	}

	/** @param mixed $stored the part before the change; [] if it was empty */
	private function part(?Part $part, string $field, mixed $value, mixed $stored): string|array {
		return match ($part?->kind()) {
			PartKind::Line, PartKind::Text => Fields::text($value, $field, $part->max()),
			PartKind::Items => $this->itemsAsStored($this->items($value, $part), $stored),
			PartKind::Words => Fields::words($value, $field, $part->max(), self::LIMITS['word']),
			PartKind::Values, PartKind::Terms => $this->vocabulary->asStored($this->terms($value, $field, $part->max(), $part), $stored, ...$part->lists()),
			PartKind::Places => $this->territories->places($value, $field, $part->max()),
			PartKind::Contact, null => throw new ReasonException('unknown_field', details: ['field' => mb_substr($field, 0, 64)]),
		};
	}

	private function name(mixed $value): string {
		$name = Fields::text($value, 'name', self::LIMITS['name']);
		if ($name === '') {
			throw new ReasonException('name_missing', details: ['field' => 'name']);
		}
		return $name;
	}

	/** @return array<string, Audience> */
	private function audiences(mixed $value): array {
		$audiences = [];
		foreach (Fields::map($value, 'audience') as $part => $audience) {
			if (Part::tryFrom((string)$part) === null) {
				throw new ReasonException('unknown_field', details: ['field' => 'audience.' . mb_substr((string)$part, 0, 64)]);
			}
			$audiences[$part] = (is_string($audience) ? Audience::tryFrom($audience) : null)
				?? throw new ReasonException('unknown_audience', details: ['field' => "audience.$part"]);
		}
		return $audiences;
	}

	/** @return array{email?: string, phone?: string, website?: string} */
	private function contact(mixed $value): array {
		$contact = [];
		foreach (Fields::map($value, 'contact') as $key => $detail) {
			if (!in_array($key, ['email', 'phone', 'website'], true)) {
				throw new ReasonException('unknown_field', details: ['field' => 'contact.' . mb_substr((string)$key, 0, 64)]);
			}
			$text = $detail === null ? '' : Fields::text($detail, "contact.$key", self::LIMITS[$key]);
			if ($text === '') {
				continue;
			}
			$fits = match ($key) {
				'email' => filter_var($text, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) !== false,
				'website' => in_array(parse_url($text, PHP_URL_SCHEME), ['http', 'https'], true)
					&& (parse_url($text, PHP_URL_HOST) ?? '') !== '' && preg_match('/\s/', $text) === 0,
				default => true,
			};
			if (!$fits) {
				throw new ReasonException('bad_address', details: ['field' => "contact.$key"]);
			}
			$contact[$key] = $text;
		}
		return $contact;
	}

	/** @return list<array{text: string, terms: list<string>, kind?: string, about?: string}> lines without words are left out */
	private function items(mixed $value, Part $part): array {
		$field = $part->value;
		$items = [];
		foreach (Fields::list($value, $field, $part->max()) as $i => $entry) {
			$entry = Fields::map($entry, "$field.$i");
			foreach (array_keys($entry) as $key) {
				if (!in_array($key, ['text', 'terms', 'kind', 'about'], true)) {
					throw new ReasonException('unknown_field', details: ['field' => "$field.$i." . mb_substr((string)$key, 0, 64)]);
				}
			}
			$text = Fields::text($entry['text'] ?? null, "$field.$i.text", self::LIMITS['itemText']);
			$terms = $this->terms($entry['terms'] ?? [], "$field.$i.terms", self::LIMITS['itemTerms'], $part);
			$kind = $entry['kind'] ?? null;
			if ($kind !== null && !in_array($kind, self::ITEM_KINDS, true)) {
				throw new ReasonException('unknown_term', details: ['field' => "$field.$i.kind"]);
			}
			$about = About::choice($entry['about'] ?? null, "$field.$i.about");
			if ($text !== '') {
				$items[] = ['text' => $text, 'terms' => $terms] + array_filter(['kind' => $kind, 'about' => $about], static fn (?string $chosen): bool => $chosen !== null);
			}
		}
		return $items;
	}

	/**
	 * @param list<array{text: string, terms: list<string>, kind?: string, about?: string}> $items
	 * @param list<array{text: string, terms: list<string>, kind?: string, about?: string}> $before
	 * @return list<array{text: string, terms: list<string>, kind?: string, about?: string}>
	 */
	private function itemsAsStored(array $items, array $before): array {
		$terms = array_column($before, 'terms', 'text');
		return array_map(fn (array $item): array => array_replace($item, ['terms' => $this->vocabulary->asStored($item['terms'], $terms[$item['text']] ?? [], ...Vocabulary::SUBJECTS)]), $items);
	}

	/** @return list<string> ids of the lists of the part, or custom words, which begin with a capital */
	private function terms(mixed $value, string $field, int $max, Part $part): array {
		$terms = Fields::words($value, $field, $max, self::LIMITS['word']);
		foreach ($terms as $i => $word) {
			$first = mb_substr($word, 0, 1);
			if (!$this->vocabulary->has($word, ...$part->lists()) && mb_strtoupper($first) !== $first) {
				throw new ReasonException('unknown_term', details: ['field' => "$field.$i"]);
			}
		}
		return $terms;
	}
}
