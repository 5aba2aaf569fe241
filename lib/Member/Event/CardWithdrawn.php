<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\PublicEvent;

/** A card is no longer shown: it was paused, withdrawn or deleted, or its account was disabled. */
final class CardWithdrawn extends PublicEvent {
}
