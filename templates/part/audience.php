<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var string $audience who may see something, in a word; empty to all but the card's keeper */
/** @var string $class */
if ($audience !== '') { ?><span class="<?php p($class); ?>"><?php p($audience); ?></span><?php }
