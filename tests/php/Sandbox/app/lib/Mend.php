<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use OCP\AppFramework\Services\IAppConfig;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

class Mend implements IRepairStep {
	public function __construct(
		private readonly IAppConfig $config,
	) {
	}

	public function getName() {
		return 'Count how often things were mended';
	}

	public function run(IOutput $output) {
		$output->startProgress(1);
		$this->config->setAppValueString('mended', (string)((int)$this->config->getAppValueString('mended') + 1));
		$output->advance();
		$output->finishProgress();
	}
}
