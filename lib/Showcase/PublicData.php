<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCP\IL10N;

/** Data of the public showcase for other tools (docs/developers/open-data.md): the content of its pages, page by page. */
class PublicData {
	/** The source of the points of places, as its licence requires wherever they are published. */
	private const ATTRIBUTION = 'GeoNames (CC BY 4.0)';

	public function __construct(
		private readonly Showcase $showcase,
		private readonly PublicCards $cards,
		private readonly SheetSearch $sheets,
		private readonly PublicNotices $notices,
		private readonly Territories $territories,
		private readonly Network $network,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function people(string $cursor): PublicDocument {
		return $this->list('people.json', $cursor, PublicDocument::JSON, static fn (array $cards): array => [
			'ontology' => 'gogofull',
			'attribution' => self::ATTRIBUTION,
			'data' => array_map(GoGoCartoElement::of(...), $cards),
		]);
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function map(string $cursor): PublicDocument {
		return $this->list('people.geojson', $cursor, PublicDocument::GEOJSON, static fn (array $cards): array => [
			'type' => 'FeatureCollection',
			'attribution' => self::ATTRIBUTION,
			'features' => array_values(array_filter(array_map(GoGoCartoElement::feature(...), $cards))),
		]);
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function linked(string $cursor): PublicDocument {
		return $this->list('people.jsonld', $cursor, PublicDocument::JSON_LD, static fn (array $cards): array => [
			'@context' => LinkedData::CONTEXT,
			'@graph' => array_map(LinkedData::of(...), $cards),
		], false);
	}

	/**
	 * Addresses of profiles for Murmurations.
	 *
	 * @throws ReasonException bad_cursor
	 */
	public function profiles(string $cursor): PublicDocument {
		// There are hundreds of notices at most: they all come first.
		$notices = array_map($this->page(...), array_values(array_filter($cursor === '' ? $this->notices->of() : [], MurmurationsProfile::takes(...))));
		return $this->list('profiles.json', $cursor, PublicDocument::JSON, static fn (array $cards): array => [
			// The source of the points in the profiles: their schemas have no field for it.
			'attribution' => self::ATTRIBUTION,
			// A person who writes the same text twice gets one profile of it.
			'profiles' => array_values(array_unique(array_merge(array_map(static fn (string $page): string => "$page/profile.json", $notices), ...array_map(static fn (PublicCard $card): array => [
				...$card->organisation ? ["$card->page/profile.json"] : [],
				...MurmurationsProfile::hasScope($card) ? array_map(static fn (PublicItem $item): string => "$card->page/profiles/{$item->key()}.json", $card->items) : [],
			], $cards)))),
		]);
	}

	/**
	 * @throws ReasonException not_found: not shown, or not an organisation
	 */
	public function organisation(int $id): PublicDocument {
		$card = $this->cards->one($id);
		return $card->organisation ? PublicDocument::json(MurmurationsProfile::organisation($card)) : throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException not_found: not shown, or not a need or offer of theirs
	 */
	public function item(int $id, string $key): PublicDocument {
		$card = $this->cards->one($id);
		foreach (MurmurationsProfile::hasScope($card) ? $card->items : [] as $item) {
			if ($item->key() === $key) {
				return PublicDocument::json(MurmurationsProfile::item($card, $item));
			}
		}
		throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function stories(string $cursor): PublicDocument {
		$found = $this->sheets->showcase(new Criteria(), $cursor);
		return $this->feed('stories', $this->l->t('Stories'), $cursor, $found['next'], array_map(fn (array $sheet): array => [
			'page' => $this->showcase->address("stories/{$sheet['id']}"),
			'title' => $sheet['title'],
			'published' => $sheet['published'],
			'summary' => Markdown::unmarked($sheet['texts']['summary'] ?? ''),
			'authors' => array_map($this->author(...), $sheet['authors']),
		], $found['sheets']));
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function notices(string $cursor): PublicDocument {
		$found = $this->notices->list('', $cursor);
		return $this->feed('notices', $this->l->t('Notices'), $cursor, $found['next'], array_map(fn (array $notice): array => [
			'page' => $this->page($notice),
			'title' => $notice['title'],
			'published' => $notice['published'],
			'summary' => $notice['text'],
			'authors' => array_map($this->author(...), array_filter([$notice['by']])),
		], $found['notices']));
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public function linkedNotices(string $cursor): PublicDocument {
		$found = $this->notices->list('', $cursor);
		return PublicDocument::json([
			'@context' => LinkedData::CONTEXT,
			'@graph' => array_map($this->linkedNotice(...), $found['notices']),
		], PublicDocument::JSON_LD, $this->next('notices.jsonld', $found['next']));
	}

	/**
	 * @throws ReasonException not_found: not shown, or their schema has no value for it
	 */
	public function notice(int $id): PublicDocument {
		$notice = $this->notices->shown($id);
		return MurmurationsProfile::takes($notice)
			? PublicDocument::json(MurmurationsProfile::notice($notice, $this->page($notice), $this->territories->centreOf($notice['places'])))
			: throw ReasonException::notFound();
	}

	/**
	 * A notice as JSON-LD for its page.
	 *
	 * @throws ReasonException not_found
	 */
	public function noticeInPage(int $id): string {
		return PublicDocument::encode(['@context' => LinkedData::CONTEXT] + $this->linkedNotice($this->notices->shown($id)));
	}

	/** A person or organisation as JSON-LD for their page. */
	public function inPage(int $id): string {
		return PublicDocument::encode(['@context' => LinkedData::CONTEXT] + LinkedData::of($this->cards->one($id)));
	}

	/**
	 * @param array<string, mixed> $notice
	 * @return array<string, mixed>
	 */
	private function linkedNotice(array $notice): array {
		return LinkedData::notice($notice, $this->page($notice), $notice['by'] === null ? null : $this->author($notice['by'])['page']);
	}

	/** @param array<string, mixed> $notice */
	private function page(array $notice): string {
		return $this->showcase->address("notices/{$notice['id']}");
	}

	/**
	 * @param array{id: int, name: string} $person who is in the showcase
	 * @return array{name: string, page: string}
	 */
	private function author(array $person): array {
		return ['name' => $person['name'], 'page' => $this->showcase->address("people/{$person['id']}")];
	}

	/** @param list<array{page: string, title: string, published: int, summary: string, authors: list<array{name: string, page: string}>}> $entries */
	private function feed(string $name, string $title, string $cursor, ?string $after, array $entries): PublicDocument {
		$next = $this->next("$name.atom", $after);
		return new PublicDocument(Feed::of($entries, [
			'title' => $this->l->t('%1$s: %2$s', [$this->network->name(), $title]),
			'by' => $this->network->name(),
			'page' => $this->showcase->address($name),
			'self' => (string)$this->next("$name.atom", $cursor),
			'next' => $next,
		]), PublicDocument::ATOM, $next);
	}

	/**
	 * @param callable(list<PublicCard>): array<string, mixed> $write
	 * @param bool $saysNext whether the format has a field for the address of the next page
	 * @throws ReasonException bad_cursor
	 */
	private function list(string $name, string $cursor, string $type, callable $write, bool $saysNext = true): PublicDocument {
		[$cards, $after] = $this->cards->page($cursor);
		$next = $this->next($name, $after);
		return PublicDocument::json($write($cards) + ($saysNext && $next !== null ? ['next' => $next] : []), $type, $next);
	}

	/** @return ?string null: no more */
	private function next(string $name, ?string $cursor): ?string {
		return $cursor === null ? null : $this->showcase->address("data/$name") . ($cursor === '' ? '' : '?' . http_build_query(['cursor' => $cursor]));
	}
}
