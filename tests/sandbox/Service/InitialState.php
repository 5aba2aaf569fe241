<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use JsonSerializable;
use OCP\AppFramework\Services\IInitialState;

/** What the page hands to its scripts. */
class InitialState implements IInitialState {
	/** @var array<string, mixed> */
	private array $values = [];

	/** Null and bare objects are passed over, as by Nextcloud. */
	public function provideInitialState(string $key, $data): void {
		if (is_scalar($data) || is_array($data) || $data instanceof JsonSerializable) {
			$this->values[$key] = $data;
		}
	}

	/** @return array<string, string> JSON by key */
	public function all(): array {
		return array_map(static fn ($value) => json_encode($value, JSON_THROW_ON_ERROR | JSON_HEX_TAG), $this->values);
	}
}
