<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * On Home: needs and offers from a session to publish or not, and people to be introduced to, of the viewer or of a person whose card they keep.
 *
 * @template-implements IEventListener<Event>
 */
class SessionAwaitsListener implements IEventListener {
	public function __construct(
		private readonly Said $said,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits) {
			$event->name('said', array_map(self::row(...), $this->said->rows($event->viewer)));
			$event->name('said_pairs', array_map(self::pair(...), $this->said->pairs($event->viewer)));
		}
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> a line of AwaitSchema
	 */
	private static function row(array $row): array {
		return ['said' => ['id' => $row['id'], 'kind' => $row['kind'], 'day' => $row['session']['day']], 'text' => $row['text']]
			+ ($row['for'] === null ? [] : ['member' => $row['for']]);
	}

	/**
	 * @param array<string, mixed> $pair
	 * @return array<string, mixed> a line of AwaitSchema
	 */
	private static function pair(array $pair): array {
		return ['said' => ['id' => $pair['id'], 'day' => $pair['session']['day'], 'with' => $pair['with']['id']], 'by' => $pair['with']['name']]
			+ ($pair['for'] === null ? [] : ['member' => $pair['for']]);
	}
}
