<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles\Model;

class Circle {
	/** @param list<array{uid: string, level: int, parent: string}> $members */
	public function __construct(
		private readonly string $id,
		private readonly array $members = [],
		private readonly int $config = 0,
	) {
	}

	public function getSingleId(): string {
		return $this->id;
	}

	/** Bits of its settings. */
	public function getConfig(): int {
		return $this->config;
	}

	/** @return list<Member> including requests to join */
	public function getMembers(): array {
		return array_map(static fn (array $member): Member => new Member($member), $this->members);
	}
}
