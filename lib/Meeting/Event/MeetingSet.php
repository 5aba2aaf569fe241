<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting\Event;

use OCA\Reseau\Shared\PublicEvent;

/** A meeting of a group was planned, moved or restored. */
final class MeetingSet extends PublicEvent {
}
