<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Migration;

interface IOutput {
	public function info($message);
	public function warning($message);
	public function startProgress($max = 0);
	public function advance($step = 1, $description = '');
	public function finishProgress();
}
