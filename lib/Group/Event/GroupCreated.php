<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group\Event;

use OCA\Reseau\Shared\PublicEvent;

/** A group was created. */
final class GroupCreated extends PublicEvent {
}
