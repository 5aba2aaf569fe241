<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Who is in a group, as src/group/ui/GroupRoster.vue shows it. */

/** @var array<string, mixed> $first made by lib/Group/FirstGroup.php */
/** @var \OCP\IL10N $l */
?>
				<section class="group__section">
					<h2 id="reseau-first-roster" class="ui-section-title"><?php p($l->t('Engagements')); ?></h2>
<?php if ($first['rows'] === []) { ?>
					<p class="ui-hint"><?php p($l->t('Nobody you may see is engaged yet.')); ?></p>
<?php } else { ?>
					<table class="group-roster" role="table" aria-labelledby="reseau-first-roster">
						<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><?php p($l->t('Who')); ?></th><?php foreach ($first['columns'] as $column) { ?><th scope="col" role="columnheader"><?php p($column); ?></th><?php } ?></tr></thead>
						<tbody role="rowgroup">
<?php foreach ($first['rows'] as $row) { ?>
							<tr role="row">
								<th scope="row" role="rowheader"><span class="group-roster__who"><?php $avatar = ['size' => 32] + $row['avatar']; include __DIR__ . '/avatar.php'; ?><a href="<?php p($row['href']); ?>" dir="auto"><?php p($row['name']); ?></a></span></th>
<?php foreach ($row['cells'] as $part => $text) { ?>
								<td role="cell" data-label="<?php p($first['columns'][$part]); ?>" dir="auto"><?php p($text); ?></td>
<?php } ?>
							</tr>
<?php } ?>
						</tbody>
					</table>
<?php } ?>
<?php if ($first['left'] !== []) { ?>
					<ul class="group-left ui-hint" role="list"><?php foreach ($first['left'] as $sentence) { ?><li dir="auto"><?php p($sentence); ?></li><?php } ?></ul>
<?php } ?>
				</section>
