<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles\Events;

/** The team was deleted. */
class CircleDestroyedEvent extends CircleResultGenericEvent {
}
