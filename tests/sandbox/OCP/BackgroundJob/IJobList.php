<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\BackgroundJob;

interface IJobList {
	public function add(IJob|string $job, mixed $argument = null): void;
	public function remove(IJob|string $job, mixed $argument = null): void;
	public function countByClass(): array;
}
