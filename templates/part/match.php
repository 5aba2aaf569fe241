<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* A person the viewer could meet, as src/member/ui/MatchRow.vue shows them. */

/** @var array<string, mixed> $tile made by lib/Member/FirstHome.php */
/** @var int $level of the heading that the name is */
?>
					<li class="match">
						<div class="match__who">
<?php $avatar = ['size' => 32] + $tile['avatar']; include __DIR__ . '/avatar.php'; ?>
							<div class="match__name">
								<h<?php p($level); ?>><a class="ui-link" href="<?php p($tile['href']); ?>" dir="auto"><?php $pieces = $tile['name']; include __DIR__ . '/pieces.php'; ?></a></h<?php p($level); ?>>
<?php if ($tile['line'] !== '') { ?>
								<p class="ui-hint" dir="auto"><?php p($tile['line']); ?></p>
<?php } ?>
							</div>
						</div>
<?php foreach ($tile['reasons'] as $line) { ?>
						<p class="match__line"><span class="ui-hint"><?php p($line['label']); ?></span>
<?php if (isset($line['notice'])) { ?>
							<a class="ui-link" href="<?php p("{$tile['notices']}/{$line['notice']}"); ?>" dir="auto"><?php p(FixedSpaces::in($line['text'])); ?></a>
<?php } else { ?>
							<span dir="auto"><?php p(FixedSpaces::in($line['text'])); ?></span>
<?php } ?>
						</p>
<?php } ?>
					</li>
