<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\IL10N;

/**
 * Whether the tables are those this code was written for: Nextcloud has run all migrations of lib/Migration, and no others. Nextcloud itself only
 * compares versions, and only notices a newer one.
 */
class InstalledTables {
	public function __construct(
		private readonly MigrationMapper $migrations,
		private readonly IL10N $l,
	) {
	}

	public function fitCode(): bool {
		return $this->differences() === [[], []];
	}

	/** @return ?string what is wrong and what an administrator can do; null if nothing is */
	public function problem(): ?string {
		[$missing, $unknown] = $this->differences();
		return match (true) {
			$missing !== [] => $this->l->t('The tables of Réseau are older than its code. Run “%1$s” on the server. If it says that no upgrade is required, run “%2$s”, then “%3$s”.', ['occ upgrade', 'occ app:disable reseau', 'occ app:enable reseau']),
			$unknown !== [] => $this->l->t('The tables of Réseau are newer than its code: an older version of the app has replaced a newer one. Install the newer version again.'),
			default => null,
		};
	}

	/** @return array{list<string>, list<string>} the migrations that have not run, and those that have and are not in lib/Migration */
	private function differences(): array {
		$files = glob(dirname(__DIR__) . '/Migration/Version*.php') ?: [];
		$own = array_map(static fn (string $file): string => substr(basename($file, '.php'), strlen('Version')), $files);
		$run = $this->migrations->findRun();
		// Without that record nothing is known.
		return $run === null ? [[], []] : [array_values(array_diff($own, $run)), array_values(array_diff($run, $own))];
	}
}
