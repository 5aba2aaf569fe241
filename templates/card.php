<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* A card as src/member/ui/CardPage.vue shows it. */

/** @var array<string, mixed> $first made by lib/Member/FirstCard.php */
/** @var \OCP\IL10N $l */
?>
			<a class="ui-page__back" href="<?php p($first['back']['href']); ?>" aria-label="<?php p(str_replace('{page}', $first['back']['text'], $l->t('Back to {page}'))); ?>"><?php $icon = 'back'; include __DIR__ . '/part/icon.php'; ?><span class="ui-page__back-text"><?php p($first['back']['text']); ?></span></a>
			<header class="ui-page__head">
				<div class="card-head">
<?php $avatar = ['size' => 72] + $first['avatar']; include __DIR__ . '/part/avatar.php'; ?>
					<div>
						<h1 class="card-head__name" tabindex="-1" dir="auto"><?php p($first['title']); ?></h1>
<?php if ($first['line'] !== '' && $first['line'] !== FixedSpaces::in($first['headline'])) { ?>
						<p class="card-head__line" dir="auto"><?php p($first['line']); ?></p>
<?php } ?>
<?php if ($first['keptBy'] !== '') { ?>
						<p class="ui-hint"><?php p($first['keptBy']); ?></p>
<?php } ?>
					</div>
				</div>
<?php if ($first['action'] !== null) { ?>
				<div class="ui-page__actions">
					<a class="first-button<?php p($first['action']['primary'] ? ' first-button--primary' : ''); ?>" href="<?php p($first['action']['href']); ?>"><?php p($first['action']['text']); ?></a>
				</div>
<?php } ?>
			</header>
			<div class="ui-stack">
<?php if ($first['hidden'] !== '') { ?>
				<div class="status-note ui-quiet">
					<div class="ui-row"><p class="status-note__sentence"><?php p($first['hidden']); ?></p></div>
				</div>
<?php } ?>
<?php if ($first['viewpoints'] !== []) { ?>
				<div class="card-viewpoint">
					<fieldset class="ui-switch" disabled>
						<legend class="ui-switch__legend"><?php p($l->t('See as…')); ?></legend>
<?php foreach ($first['viewpoints'] as $index => $label) { ?>
						<label class="ui-switch__option"><input class="ui-hidden" type="radio"<?php if ($index === 0) { ?> checked<?php } ?>><span><?php p($label); ?></span></label>
<?php } ?>
					</fieldset>
					<p class="ui-hint"><?php p($l->t('Next to each part: who can see it.')); ?></p>
				</div>
<?php } ?>
<?php if ($first['together'] !== []) { ?>
				<p class="card-together ui-hint"><?php p($l->t('Groups in common:')); ?> <?php foreach ($first['together'] as $index => $group) { p($index > 0 ? '· ' : ''); ?><a class="ui-link" href="<?php p($group['href']); ?>" dir="auto"><?php p(FixedSpaces::in($group['text'])); ?></a> <?php } ?></p>
<?php } ?>
				<div class="member-card">
<?php if ($first['headline'] !== '') { ?>
					<p class="member-card__headline"><span dir="auto"><?php p(FixedSpaces::in($first['headline'])); ?></span> <?php $audience = $first['headlineAudience']; $class = 'member-card__audience ui-hint'; include __DIR__ . '/part/audience.php'; ?></p>
<?php } ?>
<?php foreach ($first['parts'] as $part) {
	include __DIR__ . '/part/card-part.php';
} ?>
					<div class="member-card__columns">
<?php foreach ($first['columns'] as $part) {
	include __DIR__ . '/part/card-part.php';
} ?>
					</div>
				</div>
			</div>
