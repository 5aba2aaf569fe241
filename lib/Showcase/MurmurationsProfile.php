<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Shared\Excerpt;

/**
 * Profiles for the index of Murmurations, each at a separate address: of an organisation (organizations_schema-v1.0.0), and of something sought or offered
 * (offers_wants_schema-v0.1.0). Fields of their schemas that cards do not have are left out, never guessed.
 */
final class MurmurationsProfile {
	/** Characters of a title, and of a keyword; most keywords. */
	private const TITLE = 100;
	private const TAG = 100;
	private const TAGS = 100;

	private const REGIONAL = ['departement', 'region'];

	/** @return array<string, mixed> */
	public static function organisation(PublicCard $card): array {
		return self::filled([
			'linked_schemas' => ['organizations_schema-v1.0.0'],
			'name' => $card->name,
			'primary_url' => $card->page,
			'urls' => $card->website === null ? [] : [['name' => 'Website', 'url' => $card->website]],
			'description' => $card->headline,
			'mission' => $card->drives,
			'tags' => self::tags($card->subjects()),
			'geolocation' => self::point($card->point),
			'geographic_scope' => self::scope($card->places),
		]);
	}

	/** Whether its needs and offers can have profiles: their schema requires a geographic scope. */
	public static function hasScope(PublicCard $card): bool {
		return $card->places !== [];
	}

	/** @return array<string, mixed> */
	public static function item(PublicCard $card, PublicItem $item): array {
		return self::exchange($item->offered, $item->text, $item->text, $item->labels, $card->places, $card->page) + self::filled([
			'item_type' => match ($item->isGood()) {
				true => 'good',
				false => 'service',
				null => null,
			},
			'details_url' => $card->page,
			'geolocation' => self::point($card->point),
		]);
	}

	/**
	 * Whether a notice can have a profile: it has a place, and either offers or asks for something, which an exchange of practice does not.
	 *
	 * @param array<string, mixed> $notice as in NoticePresenter::showcase()
	 */
	public static function takes(array $notice): bool {
		return $notice['places'] !== [] && $notice['kind'] !== 'practice';
	}

	/**
	 * @param array<string, mixed> $notice as in NoticePresenter::showcase()
	 * @param ?array{float, float} $point latitude and longitude
	 * @return array<string, mixed>
	 */
	public static function notice(array $notice, string $page, ?array $point): array {
		return self::exchange($notice['kind'] === 'offer', $notice['title'], $notice['text'] === '' ? $notice['title'] : $notice['text'], $notice['terms'], $notice['places'], $page) + self::filled([
			'details_url' => $page,
			'geolocation' => self::point($point),
		]);
	}

	/**
	 * The fields that the schema for offers and wants requires.
	 *
	 * @param list<string> $labels
	 * @param list<array{code: string, kind: string, name: string}> $places
	 * @return array<string, mixed>
	 */
	private static function exchange(bool $offered, string $title, string $text, array $labels, array $places, string $page): array {
		return [
			'linked_schemas' => ['offers_wants_schema-v0.1.0'],
			'exchange_type' => $offered ? 'offer' : 'want',
			// Cards do not say whether something is lent, let, sold or given, and the schema has no values for all modes of notices.
			'transaction_type' => [],
			'tags' => self::tags($labels),
			'title' => Excerpt::of($title, self::TITLE),
			'description' => $text,
			'geographic_scope' => self::scope($places),
			'contact_details' => ['contact_form' => $page],
		];
	}

	/**
	 * @param list<string> $labels
	 * @return list<string>
	 */
	private static function tags(array $labels): array {
		return array_slice(array_values(array_unique(array_map(static fn (string $label): string => mb_substr($label, 0, self::TAG), $labels))), 0, self::TAGS);
	}

	/**
	 * @param ?array{float, float} $point
	 * @return ?array{lat: float, lon: float}
	 */
	private static function point(?array $point): ?array {
		return $point === null ? null : ['lat' => $point[0], 'lon' => $point[1]];
	}

	/** @param list<array{code: string, kind: string, name: string}> $places */
	private static function scope(array $places): ?string {
		return match (true) {
			$places === [] => null,
			array_intersect(array_column($places, 'kind'), self::REGIONAL) !== [] => 'regional',
			default => 'local',
		};
	}

	/**
	 * @param array<string, mixed> $profile
	 * @return array<string, mixed>
	 */
	private static function filled(array $profile): array {
		return array_filter($profile, static fn (mixed $value): bool => $value !== null && $value !== '' && $value !== []);
	}
}
