<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Settings\OtherApps;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCP\IL10N;

/**
 * Deck boards as link ends: those an account may read in Deck. A group's board is shown to its people by the group's name, even before they have used
 * Deck.
 */
class BoardLinkable implements Linkable {
	public function __construct(
		private readonly Deck $deck,
		private readonly OtherApps $apps,
		private readonly Groups $groups,
		private readonly Addresses $addresses,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::Board;
	}

	public function known(Viewer $viewer, array $ids): array {
		$known = [];
		foreach (array_intersect_key($this->titles($viewer), array_flip($ids)) as $id => $title) {
			$known[$id] = new Thing(new Ref(ThingType::Board, $id), $title, fn (): string => $this->l->t('Deck board'), $this->addresses->at("apps/deck/board/$id"), 'board');
		}
		return $known;
	}

	public function expect(array $ids): void {
		// Everything needed for their lines is already loaded.
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		$id = $subject->ref->id;
		$group = $this->groups->idOfBoard($id);
		$ties = $group === null ? [] : [new Tie(new Ref(ThingType::Group, $group), $this->l->t('works on this board'), Tie::FIRST)];
		foreach ($kinds->has(NeighbourKind::Cards) ? $this->deck->onBoard((string)$viewer->uid, $id) : [] as $card) {
			$ties[] = new Tie(new Ref(ThingType::Card, $card->id), $this->l->t('on this board'));
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		$words = array_filter(explode(' ', Fold::text($words)));
		$titles = array_filter(
			$words === [] ? $this->ofOwnGroups($viewer) : $this->titles($viewer),
			static fn (string $title): bool => GroupLinkable::has(Fold::text($title), $words),
		);
		return array_values($this->known($viewer, array_slice(array_keys($titles), 0, $limit)));
	}

	public function idAt(string $path, array $query): ?int {
		return preg_match('~^/apps/deck/board/(\d{1,18})(?:/details)?/?\z~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	/** @return array<int, string> boards the viewer may see, by id */
	private function titles(Viewer $viewer): array {
		return $this->deck->boards((string)$viewer->uid) + $this->ofOwnGroups($viewer);
	}

	/** @return array<int, string> boards of the viewer's groups, with the titles used without Deck */
	private function ofOwnGroups(Viewer $viewer): array {
		$titles = [];
		// Deck answers for people who have used Deck.
		$boards = $viewer->groups === [] || $this->apps->deck((string)$viewer->uid) !== 'new' ? [] : $this->groups->boards();
		foreach (array_intersect_key($boards, $viewer->groups) as $group => $board) {
			$titles[$board] = $this->l->t('Board of %s', [$viewer->groups[$group]['title']]);
		}
		return $titles;
	}
}
