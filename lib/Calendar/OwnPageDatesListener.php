<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\OwnPage\Event\CollectingDates;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Adds the next meetings of their groups to the page of a person without an account, and to the sheet for a call.
 *
 * @template-implements IEventListener<Event>
 */
class OwnPageDatesListener implements IEventListener {
	/** Most dates of one group. */
	private const MOST = 3;

	public function __construct(
		private readonly Meetings $meetings,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingDates) {
			return;
		}
		$shown = [];
		foreach ($this->meetings->coming($event->groups) as $meeting) {
			$group = $meeting->getGroupId();
			$shown[$group] = ($shown[$group] ?? 0) + 1;
			if ($shown[$group] <= self::MOST) {
				$event->add($group, $this->sentence($meeting));
			}
		}
	}

	private function sentence(Meeting $meeting): string {
		$when = array_filter([
			DateWords::long($this->l, $meeting->getDay()),
			(string)$meeting->getStartTime(),
			(string)$meeting->getPlace(),
			$meeting->isCancelled() ? $this->l->t('cancelled') : '',
		]);
		return $this->l->t('%1$s: %2$s', [(string)$meeting->getTitle() ?: $this->l->t('Meeting'), implode(', ', $when)]);
	}
}
