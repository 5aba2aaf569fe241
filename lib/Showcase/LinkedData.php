<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/** A card in terms of schema.org: a Person or an Organization, with its needs as Demand and its offers as Offer; a notice is one of these. */
final class LinkedData {
	public const CONTEXT = 'https://schema.org';

	/** @return array<string, mixed> a node without its context */
	public static function of(PublicCard $card): array {
		$places = self::places($card->places);
		$groups = array_filter([$card->belongsTo, ...$card->words['networks']]);
		return self::filled([
			'@type' => $card->organisation ? 'Organization' : 'Person',
			'@id' => $card->page,
			'name' => $card->name,
			'url' => $card->page,
			'sameAs' => $card->website,
			'disambiguatingDescription' => $card->headline,
			'description' => $card->drives,
			'knowsAbout' => [...$card->words['skills'], ...$card->words['sectors']],
			'knowsLanguage' => $card->words['languages'],
			'memberOf' => array_map(static fn (string $name): array => ['@type' => 'Organization', 'name' => $name], array_values($groups)),
			...$card->organisation
				? ['areaServed' => $places]
				: ['jobTitle' => $card->role, 'hasOccupation' => array_map(static fn (string $trade): array => ['@type' => 'Occupation', 'name' => $trade], $card->words['trades']), 'workLocation' => $places],
			'seeks' => array_map(self::item(...), $card->items(false)),
			'makesOffer' => array_map(self::item(...), $card->items(true)),
		]);
	}

	/**
	 * A notice: an Offer, or a Demand if it asks for something.
	 *
	 * @param array<string, mixed> $notice as in NoticePresenter::showcase()
	 * @param string $page address of its page
	 * @param ?string $author address of the page of its author; null: they are not in the showcase
	 * @return array<string, mixed> a node without its context
	 */
	public static function notice(array $notice, string $page, ?string $author): array {
		$offers = $notice['kind'] === 'offer';
		return self::filled([
			'@type' => $offers ? 'Offer' : 'Demand',
			'@id' => $page,
			'name' => $notice['title'],
			'url' => $page,
			'description' => $notice['text'],
			'category' => $notice['terms'],
			'areaServed' => self::places($notice['places']),
			'validFrom' => gmdate(DATE_ATOM, $notice['published']),
			'validThrough' => $notice['until'],
			// Only an offer has a property for its author.
			'offeredBy' => !$offers || $author === null ? null : ['@id' => $author, 'name' => $notice['by']['name']],
		]);
	}

	/**
	 * @param list<array{code: string, kind: string, name: string}> $places
	 * @return list<array<string, string>>
	 */
	private static function places(array $places): array {
		return array_map(static fn (array $place): array => ['@type' => 'AdministrativeArea', 'name' => $place['name'], 'identifier' => $place['code']], $places);
	}

	/** @return array<string, mixed> */
	private static function item(PublicItem $item): array {
		$type = match ($item->isGood()) {
			true => 'Product',
			false => 'Service',
			null => null,
		};
		return self::filled([
			'@type' => $item->offered ? 'Offer' : 'Demand',
			'name' => $item->text,
			'itemOffered' => $type === null ? null : self::filled(['@type' => $type, 'name' => $item->text, 'category' => $item->labels]),
		]);
	}

	/**
	 * @param array<string, mixed> $node
	 * @return array<string, mixed>
	 */
	private static function filled(array $node): array {
		return array_filter($node, static fn (mixed $value): bool => $value !== null && $value !== '' && $value !== []);
	}
}
