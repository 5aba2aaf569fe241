<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** Refers to one thing by type and id. */
final class Ref {
	public function __construct(
		public readonly ThingType $type,
		public readonly int $id,
	) {
	}

	public function key(): string {
		return $this->type->value . ':' . $this->id;
	}

	public function is(self $other): bool {
		return $this->type === $other->type && $this->id === $other->id;
	}

	/** @return array{type: string, id: string} RefSchema of src/link/model.ts */
	public function present(): array {
		return ['type' => $this->type->value, 'id' => (string)$this->id];
	}
}
