<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Activity;

interface IFilter {
	public function getIdentifier();
	public function getName();
	public function getPriority();
	public function getIcon();
	public function filterTypes(array $types);
	public function allowedApps();
}
