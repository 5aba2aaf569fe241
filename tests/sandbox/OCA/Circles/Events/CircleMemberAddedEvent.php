<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles\Events;

/** A member was added; a request to join is another event. */
class CircleMemberAddedEvent extends CircleResultGenericEvent {
}
