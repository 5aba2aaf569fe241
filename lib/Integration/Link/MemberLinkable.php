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
use OCA\Reseau\Link\OnPage;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** People as link ends: in addition to their groups and these groups' boards, the other people in them, and the Deck cards assigned to them. */
class MemberLinkable implements Linkable {
	/** @var array<int, Member> cards to show next, by id */
	private array $cards = [];

	public function __construct(
		private readonly People $people,
		private readonly MemberPresenter $presenter,
		private readonly MemberSearch $search,
		private readonly Groups $groups,
		private readonly Deck $deck,
		private readonly Addresses $addresses,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::Member;
	}

	public function known(Viewer $viewer, array $ids): array {
		$known = array_filter($this->people->persons($ids), static fn (Person $person): bool => People::knows($viewer, $person));
		return array_map(fn (Person $person): Thing => new Thing(
			self::ref($person->ownerId()),
			$person->name,
			fn (): string => $this->line($viewer, $person->ownerId()),
			$this->addresses->own("members/{$person->ownerId()}"),
			$person->kind->value,
			$person->uid,
			keeps: static fn (): bool => Visibility::keeps($viewer, $person),
		), $known);
	}

	public function expect(array $ids): void {
		$this->cards = $this->people->byIds($ids);
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		$id = $subject->ref->id;
		$me = $id === $viewer->memberId;
		$ties = [];
		$groups = $kinds->has(NeighbourKind::People, NeighbourKind::Groups, NeighbourKind::Cards) ? $this->groups->around($id) : [];
		$inCommon = array_column($viewer->together($id), 'id', 'id');
		foreach ($groups as $group => ['title' => $title, 'board' => $board, 'members' => $members]) {
			['facilitates' => $facilitates, 'contribution' => $contribution] = $members[$id];
			array_push($ties, ...self::engaged($this->l, new Ref(ThingType::Group, $group), $facilitates, $contribution, isset($inCommon[$group]) ? OnPage::GroupInCommon : null, $me, $subject->title));
			if ($board !== null) {
				$ties[] = new Tie(new Ref(ThingType::Board, $board), $this->l->t('board of the group %s', [$title]), Tie::FIRST);
			}
			unset($members[$id]);
			foreach ($members as $other => ['facilitates' => $facilitates]) {
				$words = match (true) {
					$other !== $viewer->memberId => $facilitates ? $this->l->t('facilitates %s', [$title]) : $this->l->t('is also in %s', [$title]),
					$facilitates => $this->l->t('you facilitate %s', [$title]),
					default => $this->l->t('you are also in %s', [$title]),
				};
				$ties[] = new Tie(self::ref($other), $words, $facilitates ? Tie::FIRST : Tie::LAST, through: new Ref(ThingType::Group, $group));
			}
		}
		foreach ($subject->uid === null || !$kinds->has(NeighbourKind::Cards) ? [] : $this->deck->assignedTo((string)$viewer->uid, $subject->uid) as $card) {
			$ties[] = new Tie(new Ref(ThingType::Card, $card->id), $me ? $this->l->t('assigned to you') : $this->l->t('assigned to %s', [$subject->title]));
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		if ($words === '') {
			return [];
		}
		try {
			$found = $this->search->people($viewer, MemberSearch::criteria($words, []), '', $limit);
		} catch (ReasonException) {
			// Too long for the directory: no one has such a name.
			return [];
		}
		return array_values($this->known($viewer, array_column($found['members'], 'id')));
	}

	public function idAt(string $path, array $query): ?int {
		return preg_match('~^/apps/reseau/members/(\d{1,18})(?:/|\z)~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	/** What they do, if the viewer may read it. */
	private function line(Viewer $viewer, int $id): string {
		$member = $this->cards[$id] ?? $this->people->byId($id);
		return $member === null ? '' : $this->presenter->line($viewer, $member);
	}

	public static function ref(int $id): Ref {
		return new Ref(ThingType::Member, $id);
	}

	/**
	 * A person's part in a group: that they facilitate it, and their contribution.
	 *
	 * @param string $contribution of Membership::contribution()
	 * @param ?OnPage $onPage where the page of the subject already shows it
	 * @param bool $me whether the viewer is that person
	 * @param ?string $person their name, if the text is read next to the group; null: next to the person
	 * @return non-empty-list<Tie>
	 */
	public static function engaged(IL10N $l, Ref $to, bool $facilitates, string $contribution, ?OnPage $onPage, bool $me, ?string $person = null): array {
		[$facilitating, $inside] = match (true) {
			$me => [$l->t('you facilitate this group'), $l->t('you take part in this group')],
			$person === null => [$l->t('facilitates this group'), $l->t('takes part in this group')],
			default => [$l->t('is facilitated by %s', [$person]), $l->t('has %s among its people', [$person])],
		};
		return [
			...$facilitates ? [new Tie($to, $facilitating, Tie::FIRST, $onPage)] : [],
			...$contribution !== '' || !$facilitates ? [new Tie($to, $contribution ?: $inside, onPage: $onPage)] : [],
		];
	}
}
