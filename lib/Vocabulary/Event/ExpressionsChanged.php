<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** Some expressions mean something else in this network: listeners read again what texts are about, in the same transaction. */
class ExpressionsChanged extends Event {
}
