<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Any page whose content only the scripts show: its title, where it is known, and the shape of what comes (src/shared/ui/UiSkeleton.vue). */

/** @var array{title: string, members: string} $first */
/** @var \OCP\IL10N $l */
?>
<?php if ($first['title'] !== '') { ?>
			<header class="ui-page__head">
				<h1 class="ui-page__title" tabindex="-1" dir="auto"><?php p($first['title']); ?></h1>
			</header>
<?php } ?>
			<div class="ui-skeleton" aria-hidden="true">
				<div class="ui-skeleton__block"><span></span><span></span><span></span></div>
				<div class="ui-skeleton__block"><span></span><span></span><span></span></div>
			</div>
			<noscript class="ui-stack">
<?php if ($first['title'] === '') { ?>
				<header class="ui-page__head"><h1 class="ui-page__title"><?php p($l->t('Réseau')); ?></h1></header>
<?php } ?>
				<p class="first-note"><?php p($l->t('Writing here requires JavaScript; reading, searching and opening cards works without it.')); ?></p>
				<a class="first-button" href="<?php p($first['members']); ?>"><?php p($l->t('Go to the members')); ?></a>
			</noscript>
