<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * A person's declines belong to their card: they are moved, deleted and exported with it. What they were notified of is deleted.
 *
 * @template-implements IEventListener<Event>
 */
class MatchingMemberListener implements IEventListener {
	public function __construct(
		private readonly DeclineMapper $declines,
		private readonly SuggestionMapper $suggestions,
		private readonly AnnouncedMapper $announced,
		private readonly People $people,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('declined', 'The list of people not to suggest was not imported: they are people of the network the file comes from.'),
			$event instanceof NoticeDeleted => $this->announced->forgetNotice($event->noticeId),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$this->declines->forget($memberId);
		$this->suggestions->forget($memberId);
		$this->announced->forgetMember($memberId);
	}

	private function move(int $from, int $into): void {
		$this->suggestions->forget($from);
		$this->announced->forgetMember($from);
		$of = $this->declines->findOf($from);
		$about = $this->declines->findAbout($from);
		$this->declines->forget($from);
		foreach ($of as $decline) {
			if ($decline->getOtherId() !== $into) {
				$this->declines->add($into, $decline->getOtherId(), $decline->getCreatedAt());
			}
		}
		foreach ($about as $decline) {
			if ($decline->getMemberId() !== $into) {
				$this->declines->add($decline->getMemberId(), $into, $decline->getCreatedAt());
			}
		}
	}

	/** With the names of the people the person may still see. */
	private function export(MemberExporting $event): void {
		$declines = $this->declines->findOf($event->memberId);
		$others = $this->people->briefly(array_map(static fn (Decline $decline): int => $decline->getOtherId(), $declines));
		$name = static function (Decline $decline) use ($event, $others): string {
			$other = $others[$decline->getOtherId()] ?? null;
			return $event->uid !== null && $other !== null && People::knows($event->viewer, $other) ? $other->getName() : '';
		};
		$event->add('declined', array_map(static fn (Decline $decline): array => [
			'member' => $name($decline),
			'when' => gmdate(DATE_ATOM, $decline->getCreatedAt()),
		], $declines), $this->l->t('No longer suggested'), fn (): array => array_map(fn (Decline $decline): array => [
			'text' => $name($decline) ?: $this->l->t('A person whose card is no longer shown'),
			'about' => DateWords::long($this->l, $this->days->of($decline->getCreatedAt())),
		], $declines));
	}
}
