<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles\Model;

class Member {
	public const TYPE_USER = 1;

	/** @param array{uid: string, level: int} $member */
	public function __construct(
		private readonly array $member,
	) {
	}

	public function getUserId(): string {
		return $this->member['uid'];
	}

	public function getUserType(): int {
		return self::TYPE_USER;
	}

	public function getLevel(): int {
		return $this->member['level'];
	}
}
