<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

class Stack implements \JsonSerializable {
	/** @param array{id: int, title: string, ...} $stack as of Sandbox\Service\Deck */
	public function __construct(
		private readonly array $stack,
	) {
	}

	public function getId(): int {
		return $this->stack['id'];
	}

	public function getBoardId(): int {
		return (int)$this->stack['parent'];
	}

	public function getTitle(): string {
		return $this->stack['title'];
	}

	/** @return array{id: int, title: string, ...} */
	public function jsonSerialize(): array {
		return $this->stack;
	}
}
