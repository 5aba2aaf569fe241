<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Board\DeckCard;
use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;

/** Deck cards as link ends: in addition to their board and its group, their assignees and attachments. */
class CardLinkable implements Linkable {
	public function __construct(
		private readonly Deck $deck,
		private readonly GroupsAround $groups,
		private readonly People $people,
		private readonly Addresses $addresses,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::Card;
	}

	public function known(Viewer $viewer, array $ids): array {
		return array_map($this->thing(...), $this->deck->cards((string)$viewer->uid, $ids));
	}

	public function expect(array $ids): void {
		// Everything needed for their lines is already loaded.
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		$id = $subject->ref->id;
		$uid = (string)$viewer->uid;
		$card = $this->deck->cards($uid, [$id])[$id] ?? null;
		if ($card === null) {
			return [];
		}
		$ties = [new Tie(new Ref(ThingType::Board, $card->boardId), $this->l->t('board of this card'), Tie::FIRST)];
		$group = $this->groups->ofBoard($card->boardId);
		if ($group !== null) {
			$ties[] = new Tie(new Ref(ThingType::Group, $group), $this->l->t('has this card on its board'), Tie::FIRST);
		}
		foreach ($kinds->has(NeighbourKind::People) ? $this->people->personsOf($this->deck->assignees($uid, $id)) : [] as $person) {
			$words = $person->ownerId() === $viewer->memberId ? $this->l->t('you are assigned to this card') : $this->l->t('is assigned to this card');
			$ties[] = new Tie(MemberLinkable::ref($person->ownerId()), $words, Tie::FIRST);
		}
		foreach ($kinds->has(NeighbourKind::Resources) ? $this->deck->attachedTo($uid, $id) : [] as $file) {
			$ties[] = new Tie(new Ref(ThingType::File, $file), $this->l->t('attached to this card'), Tie::FIRST);
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		return $words === '' ? [] : array_map($this->thing(...), array_values($this->deck->search((string)$viewer->uid, $words, $limit)));
	}

	public function idAt(string $path, array $query): ?int {
		return preg_match('~^/apps/deck/(?:board/\d{1,18}/)?card/(\d{1,18})(?:/|\z)~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	private function thing(DeckCard $card): Thing {
		return new Thing(
			new Ref(ThingType::Card, $card->id),
			$card->title,
			static fn (): string => $card->board,
			$this->addresses->at("apps/deck/board/$card->boardId/card/$card->id"),
			'card',
		);
	}
}
