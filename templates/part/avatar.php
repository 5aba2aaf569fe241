<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array{initials: string, colour: string, size: int} $avatar */
?>
<span class="ui-avatar ui-avatar--<?php p($avatar['size']); ?>" style="--ui-avatar-colour: <?php p($avatar['colour']); ?>" aria-hidden="true"><?php p($avatar['initials']); ?></span>
