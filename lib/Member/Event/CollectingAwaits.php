<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person opens the home page: every domain adds what waits for them, as lines of AwaitSchema of src/member/home/model.ts. */
class CollectingAwaits extends Event {
	/** Lines of one kind; the rest are counted in one more. */
	public const MOST = 3;

	/** @var list<array<string, mixed>> */
	private array $lines = [];

	/**
	 * @param int $most lines of one kind
	 * @param ?int $of number of a kept card: only lines about its person are wanted
	 */
	public function __construct(
		public readonly Viewer $viewer,
		public readonly int $most = self::MOST,
		private readonly ?int $of = null,
	) {
		parent::__construct();
	}

	/** A line with a count; none if the count is 0. */
	public function add(string $kind, int $count): void {
		if ($count > 0 && $this->of === null) {
			$this->lines[] = ['kind' => $kind, 'count' => $count];
		}
	}

	/**
	 * Lines that name their subjects.
	 *
	 * @param list<array<string, mixed>> $lines without their kind; the first `most` are enough
	 * @param ?int $count their total; null: all are given
	 */
	public function name(string $kind, array $lines, ?int $count = null): void {
		if ($this->of !== null) {
			$lines = array_values(array_filter($lines, fn (array $line): bool => ($line['member']['id'] ?? null) === $this->of));
			$count = null;
		}
		$named = array_slice($lines, 0, $this->most);
		foreach ($named as $line) {
			$this->lines[] = ['kind' => $kind] + $line;
		}
		$others = ($count ?? count($lines)) - count($named);
		if ($others > 0) {
			$this->lines[] = ['kind' => $kind, 'others' => $others];
		}
	}

	/** @return list<array<string, mixed>> */
	public function lines(): array {
		return $this->lines;
	}
}
