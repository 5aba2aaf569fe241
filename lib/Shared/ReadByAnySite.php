<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** A controller whose answers scripts of any site may read, those of Nextcloud for too many requests too. */
interface ReadByAnySite {
}
