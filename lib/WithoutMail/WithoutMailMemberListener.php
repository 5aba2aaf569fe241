<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Records of calls are deleted with the card.
 *
 * @template-implements IEventListener<Event>
 */
class WithoutMailMemberListener implements IEventListener {
	public function __construct(
		private readonly CallMapper $calls,
		private readonly Calls $reading,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->calls->deleteOfMember($event->memberId),
			$event instanceof MemberMerged => $this->calls->moveMember($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('calls', 'Records of calls were not imported: they belong to the keeper who reached the person without an account.'),
			default => null,
		};
	}

	private function export(MemberExporting $event): void {
		$rows = array_map(static fn (array $call): array => array_intersect_key($call, ['day' => 0, 'how' => 0, 'note' => 0]), $this->reading->of($event->memberId));
		$event->add('calls', $rows, $this->l->t('Calls'), fn (): array => array_map(fn (array $row): array => [
			'text' => DateWords::long($this->l, $row['day']),
			'about' => $row['note'],
		], $rows));
	}
}
