<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array{title: string, sentence: string, scripts: bool, link: array{text: string, href: string}} $first */
/** @var \OCP\IL10N $l */
?>
			<header class="ui-page__head">
				<h1 class="ui-page__title" tabindex="-1"><?php p($first['title']); ?></h1>
			</header>
<?php if ($first['scripts']) { ?>
			<p class="first-lead"><?php p($first['sentence']); ?></p>
			<noscript class="ui-stack">
				<p class="first-note"><?php p($l->t('Writing here requires JavaScript; reading, searching and opening cards works without it.')); ?></p>
				<a class="first-button" href="<?php p($first['link']['href']); ?>"><?php p($first['link']['text']); ?></a>
			</noscript>
<?php } else { ?>
			<div class="empty-content">
				<p class="empty-content__name"><?php p($first['sentence']); ?></p>
				<a class="first-button empty-content__action" href="<?php p($first['link']['href']); ?>"><?php p($first['link']['text']); ?></a>
			</div>
<?php } ?>
