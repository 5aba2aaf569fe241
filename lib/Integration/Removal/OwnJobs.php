<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Removal;

use OCP\BackgroundJob\IJobList;
use OCP\BackgroundJob\QueuedJob;

/** The app's jobs in Nextcloud's list, including classes of other versions. */
class OwnJobs {
	private const CLASSES = 'OCA\\Reseau\\';

	public function __construct(
		private readonly IJobList $jobs,
	) {
	}

	/** @return array<class-string, int> number of jobs by class */
	public function counts(): array {
		$counts = array_column($this->jobs->countByClass(), 'count', 'class');
		return array_map(intval(...), array_filter($counts, static fn (string $class): bool => str_starts_with($class, self::CLASSES), ARRAY_FILTER_USE_KEY));
	}

	/** @return array<class-string, int> number of queued jobs by class */
	public function waiting(): array {
		return array_filter($this->counts(), static fn (string $class): bool => is_subclass_of($class, QueuedJob::class), ARRAY_FILTER_USE_KEY);
	}

	/** @param class-string ...$classes */
	public function remove(string ...$classes): void {
		foreach ($classes as $class) {
			$this->jobs->remove($class);
		}
	}
}
