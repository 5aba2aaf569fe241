<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Link\Event\CollectingTies;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\Notices;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Notices next to people and groups: open ones, and those that are done.
 *
 * @template-implements IEventListener<Event>
 */
class NoticesAround implements IEventListener {
	public function __construct(
		private readonly Notices $notices,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingTies) {
			return;
		}
		$id = $event->subject->id;
		match ($event->subject->type) {
			ThingType::Member => [
				$this->add($event, $this->notices->ofMember($id), $this->l->t('notice of this person')),
				$this->add($event, $this->notices->thanking($id), $this->l->t('thanks this person')),
			],
			ThingType::Group => $this->add($event, $this->notices->ofGroup($id), $this->l->t('notice of this group')),
			default => null,
		};
	}

	/** @param array<int, AuthoredNotice> $notices */
	private function add(CollectingTies $event, array $notices, string $words): void {
		foreach ($notices as $one) {
			if ($one->notice->is(Notice::OPEN, Notice::DONE)) {
				$event->add(new Tie(NoticeLinkable::ref($one->id()), $words));
			}
		}
	}
}
