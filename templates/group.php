<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A group as src/group/ui/GroupPage.vue shows it. */

/** @var array<string, mixed> $first made by lib/Group/FirstGroup.php */
/** @var \OCP\IL10N $l */
?>
			<a class="ui-page__back" href="<?php p($first['back']['href']); ?>" aria-label="<?php p(str_replace('{page}', $first['back']['text'], $l->t('Back to {page}'))); ?>"><?php $icon = 'back'; include __DIR__ . '/part/icon.php'; p($first['back']['text']); ?></a>
			<header class="ui-page__head">
				<div class="group-head">
					<h1 class="ui-page__title" tabindex="-1" dir="auto"><?php p($first['title']); ?></h1>
					<p class="ui-hint"><?php p($first['state']); ?></p>
				</div>
<?php include __DIR__ . '/part/actions.php'; ?>
			</header>
			<div class="group ui-stack">
<?php foreach ($first['notes'] as $note) {
	include __DIR__ . '/part/group-note.php';
} ?>
<?php if ($first['purpose'] !== '') { ?>
				<p class="ui-text" dir="auto"><?php p($first['purpose']); ?></p>
<?php } ?>
<?php if ($first['mandate'] !== []) { ?>
				<section class="group__section">
					<h2 class="ui-section-title"><?php p($l->t('Mandate')); ?></h2>
					<div class="group-mandate">
<?php foreach ($first['mandate'] as ['title' => $title, 'lines' => $lines]) { ?>
						<div>
							<h3><?php p($title); ?></h3>
<?php if ($lines === []) { ?>
							<p class="ui-hint"><?php p($l->t('not said')); ?></p>
<?php } else { ?>
							<ul role="list"><?php foreach ($lines as $line) { ?><li dir="auto"><?php p($line); ?></li><?php } ?></ul>
<?php } ?>
						</div>
<?php } ?>
					</div>
				</section>
<?php } ?>
				<section class="group__section">
					<div class="group__head">
						<h2 class="ui-section-title"><?php p($l->t('Board')); ?></h2>
<?php if ($first['links'] !== []) { ?>
						<ul class="group-links" role="list"><?php foreach ($first['links'] as $link) { ?><li><a class="first-button" href="<?php p($link['href']); ?>"><?php p($link['text']); ?></a></li><?php } ?></ul>
<?php } ?>
					</div>
<?php if ($first['board'] !== '') { ?>
					<p class="ui-hint"><?php p($first['board']); ?></p>
<?php } ?>
				</section>
<?php include __DIR__ . '/part/group-roster.php'; ?>
<?php if ($first['leave'] !== '') { ?>
				<p><a class="ui-link" href="<?php p($first['leave']); ?>"><?php p($l->t('Leave the group')); ?></a></p>
<?php } ?>
			</div>
