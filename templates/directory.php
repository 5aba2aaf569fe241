<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* The directory as src/member/ui/MembersPage.vue shows it; its form and links ask by the same address. */

/** @var array<string, mixed> $first made by lib/Member/FirstDirectory.php */
/** @var \OCP\IL10N $l */
$level = 2;
?>
			<header class="ui-page__head">
				<h1 class="ui-page__title" tabindex="-1"><?php p($first['title']); ?></h1>
				<noscript><p class="first-note ui-hint"><?php p($l->t('Without JavaScript you can read, search and open the cards.')); ?></p></noscript>
				<div class="ui-page__actions first-scripts"><a class="first-button first-button--primary <?php p($first['action']['class']); ?>" href="<?php p($first['action']['href']); ?>"><?php p($first['action']['text']); ?></a></div>
			</header>
			<form class="first-form" method="get" action="<?php p($first['address']); ?>">
<?php include __DIR__ . '/part/criteria.php'; ?>
			</form>
			<p class="members__how" role="status"><?php p($first['how']); ?></p>
<?php if ($first['failed']) { ?>
			<div class="ui-problem"><p class="ui-problem__sentence"><?php p($l->t('Could not load the list of members.')); ?></p></div>
<?php } elseif ($first['tiles'] === []) { ?>
			<div class="empty-content">
				<p class="empty-content__name"><?php p($first['nobody']); ?></p>
<?php if ($first['narrowed']) { ?>
				<a class="first-button empty-content__action" href="<?php p($first['reset']); ?>"><?php p($l->t('Clear all')); ?></a>
<?php } ?>
			</div>
<?php } else { ?>
<?php if ($first['head'] !== '') { ?>
			<p class="first-head"><a class="ui-link" href="<?php p($first['head']); ?>"><?php p($l->t('Back to the top of the list')); ?></a></p>
<?php } ?>
			<div class="members">
				<ul class="members__list<?php p($first['asList'] ? ' members__list--rows' : ''); ?>" role="list">
<?php foreach ($first['tiles'] as $tile) {
	include __DIR__ . ($first['asList'] ? '/part/row.php' : '/part/tile.php');
} ?>
				</ul>
			</div>
<?php if ($first['next'] !== '') { ?>
			<div class="ui-more">
				<noscript><a class="first-button" href="<?php p($first['next']); ?>"><?php p($l->t('See more')); ?></a></noscript>
				<span class="first-button first-scripts"><?php p($l->t('See more')); ?></span>
			</div>
<?php } ?>
<?php } ?>
<?php if ($first['alike'] !== []) { ?>
			<section class="other-words" aria-labelledby="first-other-words">
				<h2 id="first-other-words" class="ui-section-title"><?php p($l->t('On the same subject, in other words')); ?></h2>
				<ul class="other-words__list" role="list">
<?php $level = 3;
	foreach ($first['alike'] as $tile) {
		include __DIR__ . '/part/row.php';
	} ?>
				</ul>
			</section>
<?php } ?>
<?php if ($first['wider'] !== []) { ?>
			<ul class="members-wider ui-hint">
<?php foreach ($first['wider'] as $way) { ?>
				<li><span><?php p($way['text']); ?></span> <a class="ui-link" href="<?php p($way['href']); ?>"><?php p($l->t('See them')); ?></a></li>
<?php } ?>
			</ul>
<?php } ?>
