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
use OCA\Reseau\Message\Side;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Applies changes of a card to its introductions. With an erased card they are gone for the other too; their conversation stays.
 *
 * @template-implements IEventListener<Event>
 */
class IntroductionMemberListener implements IEventListener {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionWords $words,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => array_map($this->introductions->delete(...), $this->introductions->findOfMember($event->memberId)),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('introductions', $this->export($event->memberId)),
			default => null,
		};
	}

	/** Where both cards have one with the same person, the one on which both agreed stays, else that of the card that stays. */
	private function move(int $from, int $into): void {
		foreach ($this->introductions->findOfMember($from) as $introduction) {
			$ids = array_map(static fn (Side $side): int => $introduction->memberId($side) === $from ? $into : $introduction->memberId($side), Side::cases());
			$same = $ids[0] === $ids[1] ? null : $this->introductions->findBetween(...$ids);
			if ($ids[0] === $ids[1] || ($same !== null && !($introduction->is(Introduction::AGREED) && !$same->is(Introduction::AGREED)))) {
				$this->introductions->delete($introduction);
				continue;
			}
			if ($same !== null) {
				$this->introductions->delete($same);
			}
			$introduction->join(...$ids);
			$this->introductions->update($introduction);
		}
	}

	/** @return list<array<string, mixed>> with the names the person, or the keeper of their card, may see */
	private function export(int $memberId): array {
		$member = $this->people->byId($memberId);
		$viewer = $member?->getUid() === null ? $this->viewers->current() : $this->viewers->of($member->getUid());
		$rows = [];
		foreach ($this->introductions->findOfMember($memberId) as $introduction) {
			$people = $this->reading->one((int)$introduction->getId());
			if ($people === null || !$this->reading->isFor($viewer, $people)) {
				continue;
			}
			$side = $introduction->getFromId() === $memberId ? Side::From : Side::To;
			$rows[] = [
				'with' => $people->known($viewer, $side->other())?->getName() ?? '',
				'proposed' => $side === Side::From,
				'mediated' => $introduction->isMediated(),
				'state' => $introduction->getState(),
				'place' => $introduction->getPlace() ?? '',
				'day' => $introduction->getMeetOn(),
				'time' => $introduction->getMeetAt(),
				'absence' => $this->words->absence($introduction, $side),
				'outcome' => $this->words->outcome($introduction, $side->value),
				'changed' => gmdate(DATE_ATOM, $introduction->getChangedAt()),
			];
		}
		return $rows;
	}
}
