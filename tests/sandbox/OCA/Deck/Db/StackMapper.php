<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use Sandbox\Service\Things;

class StackMapper {
	public function __construct(
		private readonly Things $things,
	) {
	}

	/** @return Stack[] */
	public function findAll(int $boardId, ?int $limit = null, int $offset = 0): array {
		return array_map(static fn (array $stack): Stack => new Stack($stack), $this->things->all('stack', $boardId));
	}

	/** @throws DoesNotExistException */
	public function find(int $id): Stack {
		return new Stack($this->things->get('stack', $id) ?? throw new DoesNotExistException('No stack has this number'));
	}
}
