<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to what its person said in sessions, which is deleted with the card.
 *
 * @template-implements IEventListener<Event>
 */
class SessionMemberListener implements IEventListener {
	public function __construct(
		private readonly SessionMapper $sessions,
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly SessionWords $words,
		private readonly NoticeWords $kinds,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->add($event, $this->export($event->memberId)),
			$event instanceof AccountImporting => $event->leave('sessions', 'Needs and offers of sessions were not imported: they were named in the network the file comes from.'),
			$event instanceof NoticeDeleted => $this->rows->forgetNotice($event->noticeId),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		foreach ($this->persons->findOfMember($memberId) as $person) {
			$this->rows->deleteBy('person_id', (int)$person->getId());
			$this->persons->delete($person);
		}
		array_map($this->pairs->delete(...), $this->pairs->findOfMember($memberId));
	}

	/** If both cards were in one session, all rows go to the card that is kept. */
	private function move(int $from, int $into): void {
		$there = [];
		foreach ($this->persons->findOfMember($into) as $person) {
			$there[$person->getSessionId()] = $person;
		}
		foreach ($this->persons->findOfMember($from) as $person) {
			$same = $there[$person->getSessionId()] ?? null;
			if ($same === null) {
				$person->setMemberId($into);
				$this->persons->update($person);
				continue;
			}
			foreach ($this->rows->findOfPerson((int)$person->getId()) as $row) {
				$row->setPersonId((int)$same->getId());
				$this->rows->update($row);
			}
			$this->persons->delete($person);
		}
		$this->movePairs($from, $into);
	}

	private function movePairs(int $from, int $into): void {
		$there = array_map(static fn (SessionPair $pair): string => "{$pair->getSessionId()} {$pair->with($into)}", $this->pairs->findOfMember($into));
		foreach ($this->pairs->findOfMember($from) as $pair) {
			$other = $pair->with($from);
			if ($other === $into || in_array("{$pair->getSessionId()} $other", $there, true)) {
				$this->pairs->delete($pair);
				continue;
			}
			$pair->join($into, $other);
			$this->pairs->update($pair);
		}
	}

	/** @param list<array<string, mixed>> $rows */
	private function add(MemberExporting $event, array $rows): void {
		$event->add('sessions', $rows, $this->l->t('Sessions'), fn (): array => array_map(fn (array $row): array => [
			'text' => $row['text'],
			'about' => MemberExporting::line([$this->kinds->kind($row['kind']), $row['session'], DateWords::long($this->l, $row['day']), $row['place']]),
		], $rows));
	}

	/** @return list<array<string, mixed>> */
	private function export(int $memberId): array {
		$entries = [];
		foreach ($this->persons->findOfMember($memberId) as $person) {
			$session = $this->sessions->find($person->getSessionId());
			foreach ($session === null ? [] : $this->rows->findOfPerson((int)$person->getId()) as $row) {
				$entries[] = [
					'session' => $session->getTitle(),
					'day' => $session->getDay(),
					'place' => (string)$session->getPlace(),
					'kind' => $row->getKind(),
					'text' => $this->words->read($row->getText()),
					'terms' => $row->words(),
					'state' => $row->getState(),
					'listed' => $person->isListed(),
				];
			}
		}
		return $entries;
	}
}
