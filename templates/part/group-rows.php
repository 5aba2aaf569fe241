<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Groups one below the other, as src/group/ui/GroupRow.vue shows each. */

/** @var list<array<string, string>> $rows made by lib/Group/FirstGroups.php */
?>
					<ul class="groups__list" role="list">
<?php foreach ($rows as $row) { ?>
						<li class="group-row">
							<h3 class="group-row__title"><a class="group-row__link" href="<?php p($row['href']); ?>" dir="auto"><?php p($row['title']); ?></a></h3>
<?php if ($row['purpose'] !== '') { ?>
							<p class="group-row__purpose" dir="auto"><?php p($row['purpose']); ?></p>
<?php } ?>
<?php if ($row['about'] !== '') { ?>
							<p class="ui-hint" dir="auto"><?php p($row['about']); ?></p>
<?php } ?>
<?php if ($row['mine'] !== '') { ?>
							<p class="ui-hint group-row__mine"><?php p($row['mine']); ?></p>
<?php } ?>
						</li>
<?php } ?>
					</ul>
