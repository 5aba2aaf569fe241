<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Files\Event;

use OCP\EventDispatcher\Event;

/** The page of Files is about to be shown. */
class LoadAdditionalScriptsEvent extends Event {
}
