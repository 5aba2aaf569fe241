<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Upgrade;

use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class UpgradeFrom020Test extends UpgradeTestCase {
	protected const FROM = '0.2.0';
}
