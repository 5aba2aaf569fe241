<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Open notices of others near a person, or on the themes of their card: first those that are both, then the newest. */
class NoticesNear {
	/** A region is too large to be near. */
	private const NEAR = ['commune', 'epci', 'departement'];

	/** The number of newest notices of each kind. */
	private const READ = 20;

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeMapper $mapper,
		private readonly NoticeWords $words,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	/** @return list<array{id: int, title: string, line: string, by: string, reason: string}> HomeNoticeSchema of src/member/home/model.ts */
	public function of(Viewer $viewer, Member $own, int $most): array {
		$found = $this->mapper->with($viewer, ['territory' => $this->places($own), 'term' => $this->themes($own)], self::READ);
		[$near, $theme] = [array_keys($found['territory']), array_keys($found['term'])];
		$both = array_values(array_intersect($near, $theme));
		$rest = array_diff(array_unique([...$near, ...$theme]), $both);
		rsort($rest);
		$ids = array_slice([...$both, ...$rest], 0, $most);
		$shown = [];
		$some = $this->notices->some($ids);
		foreach ($ids as $id) {
			$one = $some[$id] ?? null;
			if ($one !== null) {
				$shown[] = [
					'id' => $id,
					'title' => $one->notice->getTitle(),
					'line' => $this->words->line($one),
					'by' => $one->author->getName(),
					'reason' => in_array($id, $both, true) ? 'both' : (in_array($id, $near, true) ? 'near' : 'theme'),
				];
			}
		}
		return $shown;
	}

	/**
	 * Authors of open notices on some themes.
	 *
	 * @param list<string> $terms
	 * @return list<int> people, the authors of the newest notices first
	 */
	public function authors(Viewer $viewer, array $terms): array {
		return array_values(array_unique($this->mapper->with($viewer, ['term' => $terms], self::READ)['term']));
	}

	/** @return list<string> territories of the card and around them */
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
	private function themes(Member $own): array {
		$parts = $own->cardParts();
		$terms = array_merge($parts['sectors'] ?? [], ...array_column([...$parts['seeks'] ?? [], ...$parts['offers'] ?? []], 'terms'));
		return $this->vocabulary->resolveAll($terms, ...Vocabulary::SUBJECTS);
	}
}
