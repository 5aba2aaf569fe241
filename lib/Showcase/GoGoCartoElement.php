<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/**
 * A card as an element of GoGoCarto, in the format of its imports and its API (`name`, `geo`, `address`, `categories`; all other fields are custom). Our import
 * reads it too (src/member/import/readForeign.ts). Its id is the address of its page, which is unique among networks.
 */
final class GoGoCartoElement {
	/** @return array<string, mixed> */
	public static function of(PublicCard $card): array {
		$commune = array_column(array_filter($card->places, static fn (array $place): bool => $place['kind'] === 'commune'), 'name')[0] ?? null;
		return array_filter([
			'id' => $card->page,
			'name' => $card->name,
			'kind' => $card->organisation ? 'organisation' : 'person',
			'url' => $card->page,
			'geo' => $card->point === null ? null : ['latitude' => $card->point[0], 'longitude' => $card->point[1]],
			'address' => $commune === null ? null : ['addressLocality' => $commune, 'addressCountry' => 'FR'],
			'categories' => $card->words['sectors'],
			'abstract' => $card->headline,
			'description' => $card->drives,
			'seeks' => array_map(static fn (PublicItem $item): string => $item->text, $card->items(false)),
			'offers' => array_map(static fn (PublicItem $item): string => $item->text, $card->items(true)),
			...$card->words,
			'organisation' => $card->belongsTo,
			'role' => $card->role,
			'territories' => array_map(self::place(...), $card->places),
			'website' => $card->website,
		], static fn (mixed $value): bool => $value !== null && $value !== '' && $value !== []);
	}

	/**
	 * @return ?array<string, mixed> a feature of GeoJSON (RFC 7946), whose properties are the element; null if the card has no place for a map
	 */
	public static function feature(PublicCard $card): ?array {
		return $card->point === null ? null : [
			'type' => 'Feature',
			'id' => $card->page,
			'geometry' => ['type' => 'Point', 'coordinates' => [$card->point[1], $card->point[0]]],
			'properties' => self::of($card),
		];
	}

	/**
	 * Several communes have the same name.
	 *
	 * @param array{code: string, kind: string, name: string} $place
	 */
	private static function place(array $place): string {
		return $place['kind'] === 'commune' ? "{$place['code']} {$place['name']}" : $place['name'];
	}
}
