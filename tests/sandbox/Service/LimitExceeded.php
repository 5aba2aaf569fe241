<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Exception;
use OCP\Security\RateLimiting\IRateLimitExceededException;

class LimitExceeded extends Exception implements IRateLimitExceededException {
}
