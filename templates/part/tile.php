<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* A person in a list, as src/member/ui/MemberTile.vue shows them. */

/** @var array<string, mixed> $tile made by lib/Member/FirstTile.php */
/** @var \OCP\IL10N $l */
?>
				<li class="member-tile">
					<div class="member-tile__head">
<?php $avatar = ['size' => 40] + $tile['avatar']; include __DIR__ . '/avatar.php'; ?>
						<div>
							<h2 class="member-tile__name"><a class="member-tile__link" href="<?php p($tile['href']); ?>" dir="auto"><?php $pieces = $tile['name']; include __DIR__ . '/pieces.php'; ?></a></h2>
<?php if ($tile['line'] !== '') { ?>
							<p class="ui-hint" dir="auto"><?php p($tile['line']); ?></p>
<?php } ?>
						</div>
					</div>
<?php if ($tile['parts'] !== []) { ?>
					<dl class="member-tile__parts">
<?php foreach ($tile['parts'] as $part) { ?>
						<dt class="ui-hint"><?php p($part['title']); ?></dt>
						<dd dir="auto"><?php $pieces = $part['pieces']; include __DIR__ . '/pieces.php'; ?></dd>
<?php } ?>
					</dl>
<?php } ?>
<?php if ($tile['keptBy'] !== '' || $tile['values'] !== '') { ?>
					<div class="member-tile__foot ui-hint">
<?php if ($tile['keptBy'] !== '') { ?>
						<p><?php p($tile['keptBy']); ?></p>
<?php } ?>
<?php if ($tile['values'] !== '') { ?>
						<p dir="auto"><span class="ui-hidden"><?php p($tile['valuesTitle']); ?></span> <?php p(FixedSpaces::in($tile['values'])); ?></p>
<?php } ?>
					</div>
<?php } ?>
				</li>
