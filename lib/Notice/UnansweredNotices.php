<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Notice\Event\CollectingAnswered;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** Open notices that ask for something and that nobody has answered for a week. An answer that the facilitators stopped is none. */
class UnansweredNotices {
	/** In seconds. */
	private const WEEK = 7 * 86_400;

	/** Notices read per statement. */
	private const PAGE = 100;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['unanswered' => 'ii'];

	public function __construct(
		private readonly NoticeMapper $mapper,
		private readonly Notices $notices,
		private readonly Conversations $conversations,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * For facilitators of the network, as far as they see the notices.
	 *
	 * @return array{list<AuthoredNotice>, ?string} a page, the oldest first, and the cursor of the next one
	 * @throws ReasonException not_yours · bad_cursor
	 */
	public function list(Viewer $viewer, string $cursor, int $limit): array {
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		$after = Cursor::parse($cursor, self::CURSOR)?->key;
		$found = [];
		do {
			$read = $this->mapper->needsBefore($viewer, false, $this->aWeekAgo(), $after === null ? null : [(int)$after[0], (int)$after[1]], self::PAGE);
			$found += $this->withoutAnswer($read);
			$after = $read === [] ? null : [end($read), array_key_last($read)];
		} while (count($read) === self::PAGE && count($found) <= $limit);
		$shown = array_slice($found, 0, $limit, true);
		$some = $this->notices->some(array_keys($shown));
		return [
			array_values(array_filter(array_map(static fn (int $id): ?AuthoredNotice => $some[$id] ?? null, array_keys($shown)))),
			count($found) > $limit ? (string)new Cursor('unanswered', [end($shown), array_key_last($shown)]) : null,
		];
	}

	/** How many there are of this viewer, and of people whose cards they keep. */
	public function countOwn(Viewer $viewer): int {
		return count($this->withoutAnswer($this->mapper->needsBefore($viewer, true, $this->aWeekAgo(), null, self::PAGE)));
	}

	/**
	 * @param list<AuthoredNotice> $notices
	 * @return array<int, int> those of them, when each was published, by id
	 */
	public function among(array $notices): array {
		$needs = array_filter($notices, fn (AuthoredNotice $one): bool => $one->isOpen() && NoticeRules::seeks($one->notice) && $one->notice->getPublishedAt() <= $this->aWeekAgo());
		return $this->withoutAnswer(array_column(array_map(static fn (AuthoredNotice $one): array => [$one->id(), $one->notice->getPublishedAt()], $needs), 1, 0));
	}

	/**
	 * @param array<int, int> $notices by id
	 * @return array<int, int>
	 */
	private function withoutAnswer(array $notices): array {
		if ($notices === []) {
			return [];
		}
		$event = new CollectingAnswered(array_keys($notices));
		$this->events->dispatchTyped($event);
		return array_diff_key($notices, array_flip([...$event->answered, ...$this->conversations->writtenAbout(NoticeIndex::TYPE, $event->ids)]));
	}

	private function aWeekAgo(): int {
		return $this->clock->getTime() - self::WEEK;
	}
}
