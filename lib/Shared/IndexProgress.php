<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Services\IAppConfig;

/** How much of the search index has been stored again: written by the search, shown by the settings. */
class IndexProgress {
	private const KEY = 'reindex_progress';

	public function __construct(
		private readonly IAppConfig $config,
	) {
	}

	/** @return ?array{done: int, total: int} numbers of objects; null if nothing is left to do */
	public function read(): ?array {
		$value = $this->config->getAppValueString(self::KEY);
		if ($value === '') {
			return null;
		}
		[$done, $total] = explode(' ', $value);
		return ['done' => min((int)$done, (int)$total), 'total' => (int)$total];
	}

	public function write(int $done, int $total): void {
		$this->config->setAppValueString(self::KEY, "$done $total");
	}

	public function end(): void {
		$this->config->setAppValueString(self::KEY, '');
	}
}
