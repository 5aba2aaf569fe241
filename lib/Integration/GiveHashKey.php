<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Settings\NetworkHash;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/** After an upgrade, and when the app is enabled: makes the key of the hashes by which the network recognises data it does not store. */
class GiveHashKey implements IRepairStep {
	public function __construct(
		private readonly NetworkHash $hashes,
	) {
	}

	public function getName(): string {
		return 'Give Réseau its own key for hashes';
	}

	public function run(IOutput $output): void {
		$this->hashes->begin();
	}
}
