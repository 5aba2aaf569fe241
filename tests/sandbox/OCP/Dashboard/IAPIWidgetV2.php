<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Dashboard;

use OCP\Dashboard\Model\WidgetItems;

interface IAPIWidgetV2 extends IWidget {
	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems;
}
