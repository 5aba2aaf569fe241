<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** A controller whose answers may be read by scripts of any site, including Nextcloud's answer to too many requests. */
interface ReadByAnySite {
}
