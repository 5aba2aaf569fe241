<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* The list of groups as src/group/ui/GroupsPage.vue shows it. */

/** @var array<string, mixed> $first made by lib/Group/FirstGroups.php */
/** @var \OCP\IL10N $l */
?>
			<header class="ui-page__head">
				<h1 class="ui-page__title" tabindex="-1"><?php p($first['title']); ?></h1>
<?php include __DIR__ . '/part/actions.php'; ?>
			</header>
<?php if ($first['empty']) { ?>
			<div class="ui-empty"><p class="ui-empty__sentence"><?php p($l->t('There is no group yet. A group begins with something to do together, and somebody who facilitates it.')); ?></p></div>
<?php } else { ?>
			<div class="groups">
<?php if ($first['searched']) { ?>
				<div class="groups-search first-scripts"><label class="groups-search__label" for="reseau-first-groups"><?php p($l->t('Find a group')); ?></label><input id="reseau-first-groups" class="ui-control" type="search" name="groups" autocomplete="off" disabled></div>
<?php } ?>
<?php foreach ($first['sections'] as ['title' => $title, 'rows' => $rows]) { ?>
				<section>
					<h2 class="ui-section-title"><?php p($title); ?></h2>
<?php include __DIR__ . '/part/group-rows.php'; ?>
				</section>
<?php } ?>
<?php if ($first['ended'] !== []) { ?>
				<details class="groups__ended">
					<summary><h2 class="ui-section-title"><?php p($l->t('At rest or closed')); ?></h2></summary>
<?php $rows = $first['ended']; include __DIR__ . '/part/group-rows.php'; ?>
				</details>
<?php } ?>
			</div>
<?php } ?>
