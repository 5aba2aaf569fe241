<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** Conversations are shown: the domains above Message add the titles of their topics, if the viewer may know them. */
class DescribingTopics extends Event {
	/** @var array<string, array<int, array{id: int, title: string}>> */
	private array $topics = [];

	/** @param array<string, list<int>> $ids by type */
	public function __construct(
		public readonly Viewer $viewer,
		private readonly array $ids,
	) {
		parent::__construct();
	}

	/** @return list<int> things of a type */
	public function ids(string $type): array {
		return $this->ids[$type] ?? [];
	}

	/**
	 * @param array<int, string> $titles by number
	 * @param array<int, int> $pages the numbers of their pages, if these are others
	 */
	public function add(string $type, array $titles, array $pages = []): void {
		foreach ($titles as $id => $title) {
			$this->topics[$type][$id] = ['id' => $pages[$id] ?? $id, 'title' => $title];
		}
	}

	/** @return array<string, array<int, array{id: int, title: string}>> by type and number; `id` is the number of their page */
	public function topics(): array {
		return $this->topics;
	}
}
