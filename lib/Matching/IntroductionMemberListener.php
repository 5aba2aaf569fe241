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
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to its introductions. With an erased card they are deleted for the other person too; their conversation is kept.
 *
 * @template-implements IEventListener<Event>
 */
class IntroductionMemberListener implements IEventListener {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionWords $words,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => array_map($this->introductions->delete(...), $this->introductions->findOfMember($event->memberId)),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->add($event, $this->export($event)),
			$event instanceof AccountImporting => $event->leave('introductions', 'The introductions were not imported: both people agree to one in the network where it is made.'),
			default => null,
		};
	}

	/** If both cards have an introduction with the same person, the agreed one is kept, otherwise the one of the card that is kept. */
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

	/** @param list<array<string, mixed>> $rows */
	private function add(MemberExporting $event, array $rows): void {
		$event->add('introductions', $rows, $this->l->t('Introductions'), fn (): array => array_map(fn (array $row): array => [
			'text' => $row['with'] === '' ? $this->l->t('A person whose card is no longer shown') : $row['with'],
			'about' => MemberExporting::line([
				$row['proposed'] ? $this->l->t('proposed by the person') : $this->l->t('proposed to the person'),
				$row['day'] === null ? '' : DateWords::long($this->l, $row['day']),
				$row['time'],
				$row['place'],
			], (string)$row['absence'], (string)$row['outcome']),
		], $rows));
	}

	/** @return list<array<string, mixed>> with the names the person, or the keeper of their card, may see */
	private function export(MemberExporting $event): array {
		$viewer = $event->viewer;
		$rows = [];
		foreach ($this->introductions->findOfMember($event->memberId) as $introduction) {
			$people = $this->reading->one((int)$introduction->getId());
			if ($people === null || !$this->reading->isFor($viewer, $people)) {
				continue;
			}
			$side = $introduction->getFromId() === $event->memberId ? Side::From : Side::To;
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
