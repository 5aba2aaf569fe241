<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Vocabulary\Relations;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/** After an upgrade, and when the app is enabled: creates the initial relations in a network that has none for its links. */
class AddFirstRelations implements IRepairStep {
	public function __construct(
		private readonly Relations $relations,
	) {
	}

	public function getName(): string {
		return 'Give Réseau relations for links';
	}

	public function run(IOutput $output): void {
		$this->relations->begin();
	}
}
