<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Link\Event\CollectingTies;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
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
		if (!$event instanceof CollectingTies || !$event->kinds->has(NeighbourKind::Notices)) {
			return;
		}
		$id = $event->subject->id;
		$ofPerson = fn (bool $thanked): string => match (true) {
			$id !== $event->viewer->memberId => $thanked ? $this->l->t('thanks this person') : $this->l->t('notice of this person'),
			$thanked => $this->l->t('thanks you'),
			default => $this->l->t('your notice'),
		};
		$notices = match ($event->subject->type) {
			ThingType::Member => array_map($ofPerson, $this->notices->idsAround($id)),
			ThingType::Group => array_fill_keys($this->notices->idsOfGroup($id), $this->l->t('notice of this group')),
			default => [],
		};
		foreach ($notices as $notice => $words) {
			$event->add(new Tie(NoticeLinkable::ref($notice), $words));
		}
	}
}
