<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Minutes\Asks;
use OCA\Reseau\Settings\Network;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/** After an upgrade: deletes what earlier versions left of deleted groups and people, if a person joined during a deletion. */
class RemoveOrphans implements IRepairStep {
	public function __construct(
		private readonly Groups $groups,
		private readonly Asks $asks,
		private readonly Network $network,
	) {
	}

	public function getName(): string {
		return 'Remove from Réseau what belongs to groups that are gone';
	}

	public function run(IOutput $output): void {
		$this->groups->repair($this->network->teamPreset());
		$this->asks->repair();
	}
}
