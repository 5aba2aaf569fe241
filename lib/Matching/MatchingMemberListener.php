<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What a person declined is theirs: it moves and leaves with their card, and is in their export.
 *
 * @template-implements IEventListener<Event>
 */
class MatchingMemberListener implements IEventListener {
	public function __construct(
		private readonly DeclineMapper $declines,
		private readonly SuggestionMapper $suggestions,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('declined', $this->export($event->memberId)),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$this->declines->forget($memberId);
		$this->suggestions->forget($memberId);
	}

	private function move(int $from, int $into): void {
		$this->suggestions->forget($from);
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

	/** @return list<array<string, mixed>> with the names of those whom the person may still see */
	private function export(int $memberId): array {
		$declines = $this->declines->findOf($memberId);
		$uid = $this->people->byId($memberId)?->getUid();
		$viewer = $uid === null || $declines === [] ? null : $this->viewers->of($uid);
		$others = $this->people->briefly(array_map(static fn (Decline $decline): int => $decline->getOtherId(), $declines));
		return array_map(static function (Decline $decline) use ($viewer, $others): array {
			$other = $others[$decline->getOtherId()] ?? null;
			return [
				'member' => $viewer !== null && $other !== null && People::knows($viewer, $other) ? $other->getName() : '',
				'when' => gmdate(DATE_ATOM, $decline->getCreatedAt()),
			];
		}, $declines);
	}
}
