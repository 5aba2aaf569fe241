<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\GroupWords;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\OnPage;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCP\IL10N;

/** Groups as link ends: with their people, their board and its cards, their folder, and groups created from the same minutes. */
class GroupLinkable implements Linkable {
	public function __construct(
		private readonly Groups $groups,
		private readonly GroupsAround $around,
		private readonly GroupWords $words,
		private readonly Deck $deck,
		private readonly Addresses $addresses,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::Group;
	}

	public function known(Viewer $viewer, array $ids): array {
		$known = [];
		foreach ($this->groups->steered($ids) as $id => ['title' => $title, 'people' => $people]) {
			$known[$id] = new Thing(
				new Ref(ThingType::Group, $id),
				$title,
				fn (): string => $this->line($viewer, $people()),
				$this->addresses->own("groups/$id"),
				'group',
				keeps: static fn (): bool => $people()->isSteeredBy($viewer),
			);
		}
		return $known;
	}

	public function expect(array $ids): void {
		// Everything needed for their lines is already loaded.
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		$id = $subject->ref->id;
		$group = $this->around->one($id);
		if ($group === null) {
			return [];
		}
		$ties = [];
		// Its page shows them its board and folder.
		$inside = $group->of($viewer->memberId)?->is(Membership::ACTIVE, Membership::UNSIGNED) === true;
		foreach ($this->around->active($viewer, $group) as $membership) {
			array_push($ties, ...MemberLinkable::engaged(
				$this->l,
				MemberLinkable::ref($membership->getMemberId()),
				$membership->isFacilitator(),
				Membership::contribution($membership->getCommitment(), $membership->getRole()),
				OnPage::Roster,
				$membership->getMemberId() === $viewer->memberId,
			));
		}
		$board = $kinds->has(NeighbourKind::Cards) ? $group->group->getBoardId() : null;
		if ($board !== null) {
			$ties[] = new Tie(new Ref(ThingType::Board, $board), $this->l->t('board of this group'), Tie::FIRST, $inside ? OnPage::Board : null);
			foreach ($this->deck->onBoard((string)$viewer->uid, $board) as $card) {
				$ties[] = new Tie(new Ref(ThingType::Card, $card->id), $this->l->t('on the board of this group'), Tie::LAST, $inside ? OnPage::Board : null);
			}
		}
		if ($group->group->getFolderId() !== null) {
			$ties[] = new Tie(new Ref(ThingType::File, $group->group->getFolderId()), $this->l->t('folder of this group'), Tie::FIRST, $inside ? OnPage::Folder : null);
		}
		foreach ($kinds->has(NeighbourKind::Groups) ? $this->around->ofSameMinutes($group->group) : [] as $other) {
			$ties[] = new Tie(new Ref(ThingType::Group, $other), $this->l->t('comes from the same minutes'), Tie::LAST);
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		$words = array_filter(explode(' ', Fold::text($words)));
		$found = $words === []
			? $viewer->groups
			: array_filter($this->groups->titles(), static fn (string $title): bool => self::has(Fold::text($title), $words));
		return array_values($this->known($viewer, array_slice(array_keys($found), 0, $limit)));
	}

	public function idAt(string $path, array $query): ?int {
		return preg_match('~^/apps/reseau/groups/(\d{1,18})(?:/|\z)~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	/**
	 * @param array<string> $words folded
	 */
	public static function has(string $text, array $words): bool {
		foreach ($words as $word) {
			if (!str_contains($text, $word)) {
				return false;
			}
		}
		return true;
	}

	/** The group's status, and its facilitators. */
	private function line(Viewer $viewer, GroupPeople $group): string {
		$facilitators = array_map(
			static fn (Membership $membership): array => ['name' => (string)$group->member($membership->getMemberId())?->getName(), 'until' => $membership->getFacilitatesUntil()],
			$this->around->active($viewer, $group),
		);
		return $this->words->stateLine(['status' => $group->group->getStatus(), 'facilitators' => $facilitators]);
	}
}
