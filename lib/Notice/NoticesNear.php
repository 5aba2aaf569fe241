<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Territory\Territories;

/** Open notices of others near a person, or on the themes of their card: those that are both first, then the newest. */
class NoticesNear {
	/** A region is not near. */
	private const NEAR = ['commune', 'epci', 'departement'];

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeQueries $queries,
		private readonly NoticeWords $words,
		private readonly Finder $finder,
		private readonly People $people,
		private readonly Territories $territories,
	) {
	}

	/** @return list<array{id: int, title: string, line: string, by: string, reason: string}> HomeNoticeSchema of src/member/model.ts */
	public function of(Viewer $viewer, int $most): array {
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		$near = $own === null ? [] : $this->found($viewer, 'territory', $this->places($own));
		$theme = $own === null ? [] : $this->found($viewer, 'term', self::themes($own));
		$both = array_values(array_intersect($near, $theme));
		$shown = [];
		$some = $this->notices->some([...$near, ...$theme]);
		$rest = array_diff(array_unique([...$near, ...$theme]), $both);
		rsort($rest);
		foreach ([...$both, ...$rest] as $id) {
			$one = $some[$id] ?? null;
			if ($one !== null && !$one->isKeptBy($viewer) && count($shown) < $most) {
				$notice = $one->notice;
				$shown[] = [
					'id' => $id,
					'title' => $notice->getTitle(),
					'line' => $this->words->line($one),
					'by' => $one->author->getName(),
					'reason' => in_array($id, $both, true) ? 'both' : (in_array($id, $near, true) ? 'near' : 'theme'),
				];
			}
		}
		return $shown;
	}

	/**
	 * Who published open notices on some themes.
	 *
	 * @param list<string> $terms
	 * @return list<int> people, those of the newest notices first
	 */
	public function authors(Viewer $viewer, array $terms): array {
		$ids = $this->found($viewer, 'term', $terms);
		$some = $this->notices->some($ids);
		return array_values(array_unique(array_filter(array_map(static fn (int $id): int => (int)($some[$id] ?? null)?->author->ownerId(), $ids))));
	}

	/**
	 * @param list<string> $terms
	 * @return list<int> the newest first
	 */
	private function found(Viewer $viewer, string $facet, array $terms): array {
		return $terms === [] ? [] : $this->finder->find($this->queries->query($viewer, new Criteria('', [$facet => $terms])), 'recent', null, NoticeSearch::DEFAULT_LIMIT)->ids;
	}

	/** @return list<string> territories around those of the card */
	private function places(Member $own): array {
		$places = [];
		foreach ($own->cardParts()['territories'] ?? [] as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $around) {
				if (in_array($around['kind'], self::NEAR, true)) {
					$places[] = "{$around['kind']}:{$around['code']}";
				}
			}
		}
		return array_values(array_unique($places));
	}

	/** @return list<string> terms of what the person seeks and offers, and their sectors */
	private static function themes(Member $own): array {
		$parts = $own->cardParts();
		$terms = array_merge($parts['sectors'] ?? [], ...array_column([...$parts['seeks'] ?? [], ...$parts['offers'] ?? []], 'terms'));
		return array_values(array_unique($terms));
	}
}
