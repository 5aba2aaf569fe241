<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A person in a compact list, as src/member/ui/MemberRow.vue shows them. */

/** @var array<string, mixed> $tile made by lib/Member/FirstTile.php */
/** @var int $level of the heading that the name is */
?>
					<li class="member-row">
<?php $avatar = ['size' => 32] + $tile['avatar']; include __DIR__ . '/avatar.php'; ?>
						<div class="member-row__who">
							<h<?php p($level); ?> class="member-row__name"><a class="member-row__link" href="<?php p($tile['href']); ?>" dir="auto"><?php $pieces = $tile['name']; include __DIR__ . '/pieces.php'; ?></a></h<?php p($level); ?>>
<?php if ($tile['line'] !== '') { ?>
							<p class="ui-hint" dir="auto"><?php p($tile['line']); ?></p>
<?php } ?>
						</div>
<?php if ($tile['best'] !== null) { ?>
						<p class="member-row__line" dir="auto"><span class="ui-hint"><?php p($tile['best']['title']); ?></span> <?php $pieces = $tile['best']['pieces']; include __DIR__ . '/pieces.php'; ?></p>
<?php } ?>
					</li>
