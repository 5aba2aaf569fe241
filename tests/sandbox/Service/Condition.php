<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Countable;
use OCP\DB\QueryBuilder\ICompositeExpression;

/** Conditions joined by AND or OR. */
class Condition implements ICompositeExpression, Countable {
	/** @param list<string|ICompositeExpression> $parts */
	public function __construct(
		private readonly string $type,
		private array $parts = [],
	) {
	}

	public function addMultiple(array $parts = []): ICompositeExpression {
		array_push($this->parts, ...array_values($parts));
		return $this;
	}

	public function add($part): ICompositeExpression {
		return $this->addMultiple([$part]);
	}

	public function count(): int {
		return count($this->parts);
	}

	public function getType(): string {
		return $this->type;
	}

	public function __toString(): string {
		return count($this->parts) === 1
			? (string)$this->parts[0]
			: '(' . implode(") {$this->type} (", $this->parts) . ')';
	}
}
