<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/**
 * What a person without an account changes on their card: only what they changed is written, so what its keeper wrote meanwhile elsewhere on the card stays.
 * Terms of the vocabulary, places and the mail address are left to the keeper: the form has no script.
 */
class OwnCard {
	private const DETAILS = ['phone', 'website'];

	public function __construct(
		private readonly MemberService $members,
	) {
	}

	/** @return list<Part> that can be written without a script */
	public static function written(): array {
		return array_values(array_filter(Part::ofCard(), static fn (Part $part): bool => in_array($part->kind(), [PartKind::Line, PartKind::Text, PartKind::Items, PartKind::Words], true)));
	}

	/**
	 * The texts of a card by field of the form; a thing sought or offered has a field of its own, with an empty one after the last.
	 *
	 * @return array<string, string>
	 */
	public static function texts(Member $card): array {
		$parts = $card->cardParts();
		$texts = ['name' => $card->getName()];
		foreach (self::written() as $part) {
			$value = $parts[$part->value] ?? ($part->kind()->isList() ? [] : '');
			$texts += match ($part->kind()) {
				PartKind::Items => self::items($part, $value),
				PartKind::Words => [$part->value => implode("\n", $value)],
				default => [$part->value => $value],
			};
		}
		foreach (self::DETAILS as $detail) {
			$texts[$detail] = $card->contactDetails()[$detail] ?? '';
		}
		return $texts;
	}

	/**
	 * @param array<array-key, mixed> $input the form: texts by field, `audience-` and a part, and for each `was-` with seen() of what it showed
	 * @return bool whether anything was changed
	 * @throws ReasonException those of MemberService::save(); stale_version also where someone else has changed the same field
	 */
	public function save(Member $card, array $input): bool {
		[$input, $gone] = self::placed($card, $input);
		if ($gone) {
			throw ReasonException::stale(field: '');
		}
		$changed = [];
		foreach (self::fields($card, $input) as $field => $text) {
			$typed = self::typed($input[$field] ?? null);
			if ($typed !== null && $typed !== $text && self::seen($typed) !== ($input["was-$field"] ?? null)) {
				if (self::seen($text) !== ($input["was-$field"] ?? null)) {
					throw ReasonException::stale(field: $field);
				}
				$changed[$field] = $typed;
			}
		}
		$changes = $this->changes($card, $changed) + self::audiences($card, $input);
		if ($changes !== []) {
			$card->setOwnWords(true);
			$this->members->save($card, $changes + ['version' => $card->getVersion()]);
		}
		return $changes !== [];
	}

	/**
	 * texts(), with a field for each further thing that was added.
	 *
	 * @param array<array-key, mixed> $typed by field
	 * @return array<string, string>
	 */
	public static function fields(Member $card, array $typed): array {
		$fields = self::texts($card);
		foreach (self::lists() as $part) {
			$fields += array_fill_keys(array_keys(self::lines($part, $typed)), '');
		}
		return $fields;
	}

	/**
	 * The lines of a list move when its keeper adds or removes some meanwhile: what was typed goes to where its line is now. What was added, or has no line
	 * any more, comes after the last one, so that nothing is lost, and no line of the keeper is written over.
	 *
	 * @param array<array-key, mixed> $input the form
	 * @return array{array<array-key, mixed>, bool} the form as it would be now; whether a line they changed is not there any more
	 */
	private static function placed(Member $card, array $input): array {
		$gone = false;
		$empty = self::seen('');
		$placed = [];
		foreach (self::lists() as $part) {
			$items = $card->cardParts()[$part->value] ?? [];
			$there = array_map(static fn (array $item): string => self::seen($item['text']), $items);
			$next = count($items);
			foreach (self::lines($part, $input) as $field => $typed) {
				$was = $input["was-$field"] ?? null;
				unset($input[$field], $input["was-$field"]);
				$number = (int)substr($field, strlen($part->value) + 1);
				$at = is_string($was) && ($there[$number] ?? null) === $was ? $number : array_search($was, $there, true);
				// Not touched; or removed, or saved, by a first press.
				if (self::seen($typed) === $was || ($at === false && (trim($typed) === '' || in_array(self::seen($typed), $there, true)))) {
					continue;
				}
				$gone = $gone || ($at === false && $was !== $empty);
				$place = "$part->value-" . ($at === false ? $next++ : $at);
				if ($at !== false) {
					unset($there[$at]);
				}
				$placed[$place] = $typed;
				$placed["was-$place"] = $at === false ? $empty : $was;
			}
		}
		return [$placed + $input, $gone];
	}

	/** @return list<Part> of which each thing is a line of its own */
	private static function lists(): array {
		return array_values(array_filter(self::written(), static fn (Part $part): bool => $part->kind() === PartKind::Items));
	}

	/**
	 * @param array<array-key, mixed> $input the form
	 * @return array<string, string> what was typed into the fields of a list, in their order
	 */
	private static function lines(Part $part, array $input): array {
		$from = strlen("$part->value-");
		$lines = array_filter($input, static fn (mixed $typed, int|string $field): bool => is_string($typed)
			&& str_starts_with((string)$field, "$part->value-") && strlen((string)$field) < $from + 10 && ctype_digit(substr((string)$field, $from)), ARRAY_FILTER_USE_BOTH);
		uksort($lines, strnatcmp(...));
		return $lines;
	}

	/**
	 * @param array<array-key, mixed> $input the form
	 * @return array<array-key, mixed> what was typed or chosen in fields that were changed, by those of the form as it would be now
	 */
	public static function touched(Member $card, array $input): array {
		[$input] = self::placed($card, $input);
		return array_filter($input, static function (mixed $typed, int|string $field) use ($input): bool {
			$was = $input["was-$field"] ?? null;
			return is_string($typed) && is_string($was) && $was !== $typed && $was !== self::seen($typed);
		}, ARRAY_FILTER_USE_BOTH);
	}

	/** What tells whether a field was changed. */
	public static function seen(string $text): string {
		return substr(hash('sha256', self::typed($text) ?? ''), 0, 16);
	}

	/**
	 * @param array<string, string> $changed
	 * @return array<string, mixed> as MemberService::save() takes them
	 */
	private function changes(Member $card, array $changed): array {
		$changes = array_intersect_key($changed, ['name' => 1]);
		foreach (self::written() as $part) {
			if ($part->kind() === PartKind::Items) {
				$items = self::newItems($part, $card->cardParts()[$part->value] ?? [], $changed);
				$changes += $items === null ? [] : [$part->value => $items];
			} elseif (isset($changed[$part->value])) {
				$changes[$part->value] = $part->kind() === PartKind::Words ? array_values(array_filter(array_map(trim(...), explode("\n", $changed[$part->value])))) : $changed[$part->value];
			}
		}
		$details = array_intersect_key($changed, array_flip(self::DETAILS));
		return $changes + ($details === [] ? [] : ['contact' => $details + $card->contactDetails()]);
	}

	/**
	 * @param list<array{text: string, terms: list<string>, kind?: string}> $items
	 * @param array<string, string> $changed
	 * @return ?list<array{text: string, terms: list<string>, kind?: string}> null: none was changed
	 */
	private static function newItems(Part $part, array $items, array $changed): ?array {
		$lines = self::lines($part, $changed);
		foreach ($lines as $field => $text) {
			$i = (int)substr($field, strlen($part->value) + 1);
			$items[$i] = ['text' => $text] + ($items[$i] ?? ['terms' => []]);
		}
		return $lines === [] ? null : array_values($items);
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array{audience?: array<string, mixed>} those that were changed
	 */
	private static function audiences(Member $card, array $input): array {
		$changed = [];
		foreach (Part::cases() as $part) {
			$chosen = $input["audience-$part->value"] ?? null;
			if ($chosen !== null && $chosen !== ($input["was-audience-$part->value"] ?? null) && $chosen !== $card->audienceOf($part)->value) {
				$changed[$part->value] = $chosen;
			}
		}
		return $changed === [] ? [] : ['audience' => $changed];
	}

	/**
	 * @param list<array{text: string}> $items
	 * @return array<string, string>
	 */
	private static function items(Part $part, array $items): array {
		$texts = [];
		foreach ($items as $i => $item) {
			$texts["$part->value-$i"] = $item['text'];
		}
		return $texts + (count($items) < $part->max() ? ["$part->value-" . count($items) => ''] : []);
	}

	private static function typed(mixed $text): ?string {
		return is_string($text) ? Fields::withLineFeeds($text) : null;
	}

	/** Most characters of a field. */
	public static function most(string $field): int {
		[$name] = explode('-', $field);
		$part = Part::tryFrom($name);
		return match (true) {
			$name === 'name' || in_array($name, self::DETAILS, true) => CardRules::LIMITS[$name],
			$part?->kind() === PartKind::Items => CardRules::LIMITS['itemText'],
			$part?->kind() === PartKind::Words => $part->max() * CardRules::LIMITS['word'],
			default => (int)$part?->max(),
		};
	}
}
