<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCP\EventDispatcher\Event;

/** A person exports their data: every domain adds what it holds about them. */
class MemberExporting extends Event {
	/** @var array<string, list<array<string, mixed>>> */
	private array $sections = [];

	public function __construct(
		public readonly int $memberId,
	) {
		parent::__construct();
	}

	/** @param list<array<string, mixed>> $rows */
	public function add(string $section, array $rows): void {
		$this->sections[$section] = $rows;
	}

	/** @return array<string, list<array<string, mixed>>> */
	public function sections(): array {
		return $this->sections;
	}
}
