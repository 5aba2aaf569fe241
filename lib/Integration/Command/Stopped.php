<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Command;

use Exception;

/** A command was asked to end before it was done. */
class Stopped extends Exception {
}
