<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Link\Event\CollectingTypes;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * All types that can be linked.
 *
 * @template-implements IEventListener<CollectingTypes>
 */
class LinkTypes implements IEventListener {
	public function __construct(
		private readonly MemberLinkable $members,
		private readonly GroupLinkable $groups,
		private readonly BoardLinkable $boards,
		private readonly CardLinkable $cards,
		private readonly FileLinkable $files,
		private readonly NoticeLinkable $notices,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingTypes) {
			$event->add($this->members, $this->groups, $this->boards, $this->cards, $this->files, $this->notices);
		}
	}
}
