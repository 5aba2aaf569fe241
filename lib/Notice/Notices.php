<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;

/** Reads notices with their authors. */
class Notices {
	/** Kinds that are matched with others. */
	private const COMPARED = ['offer', 'need', 'practice'];

	/** Number of notices of one person that are matched. */
	private const OF_ONE = 5;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['own' => 'ii'];

	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly ThanksMapper $thanks,
		private readonly People $people,
		private readonly Days $days,
	) {
	}

	public function one(int $id): ?AuthoredNotice {
		return $this->some([$id])[$id] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, AuthoredNotice> by id
	 */
	public function some(array $ids): array {
		return $this->with($this->notices->findByIds($ids));
	}

	/**
	 * Open needs that are needed within a few days, in the server's time zone.
	 *
	 * @param int $since when they were published, seconds since 1970
	 * @return list<AuthoredNotice> by id, after an id
	 */
	public function urgent(int $since, int $after, int $limit): array {
		$today = $this->days->today(uid: '');
		return array_values($this->some($this->notices->idsNeeded($today, Days::after($today, '+' . NoticeRules::URGENT . ' days'), $since, $after, $limit)));
	}

	/**
	 * Notices of the viewer, and of people whose cards they keep, in every state; the newest first.
	 *
	 * @return array{list<AuthoredNotice>, ?string} a page, and the cursor of the next one
	 * @throws ReasonException bad_cursor
	 */
	public function own(Viewer $viewer, string $cursor, int $limit): array {
		$before = Cursor::parse($cursor, self::CURSOR)?->key;
		$found = $this->notices->findOwn($viewer, $before === null ? null : [(int)$before[0], (int)$before[1]], $limit + 1);
		$shown = array_slice($found, 0, $limit);
		$last = $shown[$limit - 1] ?? null;
		return [
			array_values($this->with($shown)),
			$last !== null && count($found) > $limit ? (string)new Cursor('own', [$last->getPublishedAt(), (int)$last->getId()]) : null,
		];
	}

	/** @return list<int> open notices that were published in a period and that this viewer may see, the newest first */
	public function publishedBetween(Viewer $viewer, int $from, int $until, int $most): array {
		return $this->notices->idsBetween($viewer, Notice::OPEN, $from, $until, $most);
	}

	/**
	 * Notices that everyone may read in the public showcase, in the server's time zone: equal for all readers.
	 *
	 * @param ?int $memberId null: of all authors
	 * @param ?int $groupId null: of any group or none
	 * @return list<AuthoredNotice> the newest first
	 */
	public function public(?int $memberId = null, ?int $groupId = null, int $most = PHP_INT_MAX): array {
		$rows = array_filter(
			$this->notices->rowsPublic($this->days->today(uid: '')),
			static fn (array $row): bool => ($memberId === null || $row['member'] === $memberId) && ($groupId === null || $row['group'] === $groupId),
		);
		$ids = array_slice(array_column($rows, 'id'), 0, $most);
		$found = $this->some($ids);
		return array_values(array_filter(array_map(static fn (int $id): ?AuthoredNotice => $found[$id] ?? null, $ids)));
	}

	/** Whether everyone may read it in the public showcase. */
	public function isPublic(AuthoredNotice $one): bool {
		return $one->isPublic($this->days->today(uid: ''));
	}

	/** @return list<int> notices that were done in a period and that this viewer may see, the newest first */
	public function doneBetween(Viewer $viewer, int $from, int $until, int $most): array {
		return $this->notices->idsBetween($viewer, Notice::DONE, $from, $until, $most);
	}

	/** @return array<int, bool> open and done notices of a person, and those that thank them (true), by id, whether a viewer may see them or not */
	public function idsAround(int $memberId): array {
		return $this->notices->idsAround($memberId);
	}

	/**
	 * Open offers, needs and exchanges of practice of some people, as far as a viewer sees them. A call to take part asks for people, whatever they have.
	 *
	 * @param array<int, Member> $authors by id
	 * @return array<int, list<Notice>> by person; the newest few
	 */
	public function openOf(Viewer $viewer, array $authors): array {
		$chosen = [];
		foreach ($this->notices->openOf(array_keys($authors), self::COMPARED) as ['id' => $id, 'member' => $member, 'group' => $group]) {
			$author = $authors[$member] ?? null;
			if (count($chosen[$member] ?? []) < self::OF_ONE && $author?->isShown() === true && Visibility::seesIn($viewer, $author, $group)) {
				$chosen[$member][] = $id;
			}
		}
		$read = array_column(array_map(static fn (Notice $notice): array => [(int)$notice->getId(), $notice], $this->notices->findByIds(array_merge(...$chosen))), 1, 0);
		return array_map(static fn (array $ids): array => array_values(array_filter(array_map(static fn (int $id): ?Notice => $read[$id] ?? null, $ids))), $chosen);
	}

	/** @return list<int> open and done notices that come from a group, or are only for its people, whether a viewer may see them or not */
	public function idsOfGroup(int $groupId): array {
		return $this->notices->idsOfGroup($groupId);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, list<int>> people who are thanked, by notice
	 */
	public function thanks(array $ids): array {
		return $this->thanks->of($ids);
	}

	/**
	 * @param list<Notice> $notices
	 * @return array<int, AuthoredNotice> in the given order; a notice is deleted with the card of its author
	 */
	private function with(array $notices): array {
		$authors = $this->people->briefly(array_map(static fn (Notice $notice): int => $notice->getMemberId(), $notices));
		$with = [];
		foreach ($notices as $notice) {
			if (isset($authors[$notice->getMemberId()])) {
				$with[(int)$notice->getId()] = new AuthoredNotice($notice, $authors[$notice->getMemberId()]);
			}
		}
		return $with;
	}
}
