<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\Markdown;

/* Home as src/member/ui/HomePage.vue shows it. */

/** @var array<string, mixed> $first made by lib/Member/FirstHome.php */
/** @var \OCP\IL10N $l */
$level = 3;
?>
			<header class="ui-page__head">
				<h1 class="ui-page__title" tabindex="-1"><?php p($first['hello']); ?></h1>
<?php if ($first['action'] !== null) { ?>
				<div class="ui-page__actions"><a class="first-button first-button--primary" href="<?php p($first['action']['href']); ?>"><?php p($first['action']['text']); ?></a></div>
<?php } ?>
			</header>
			<div class="home">
<?php if ($first['welcome'] !== '') { ?>
				<section class="ui-quiet home-welcome" aria-labelledby="reseau-first-welcome">
					<h2 id="reseau-first-welcome" class="ui-section-title"><?php p($l->t('Welcome')); ?></h2>
					<p class="ui-text" dir="auto"><?php p(FixedSpaces::in(Markdown::unmarked($first['welcome']))); ?></p>
					<span class="first-button first-scripts"><?php p($l->t('I have read it')); ?></span>
				</section>
<?php } ?>
				<section class="home-need" aria-labelledby="reseau-first-need">
					<div class="home-need__head">
						<h2 id="reseau-first-need" class="home-need__title"><?php p($l->t('What you seek')); ?></h2>
						<a class="ui-link" href="<?php p($first['need']['href']); ?>"><?php p($first['need']['action']); ?></a>
					</div>
					<p class="home-need__text" dir="auto"><?php p(FixedSpaces::in($first['need']['text'])); ?></p>
				</section>
<?php if ($first['reach'] !== null) { ?>
				<div class="home-awaits__line"><span class="home-awaits__sentence"><?php p($l->t('You have not said how people can reach you.')); ?></span> <a class="first-button" href="<?php p($first['reach']); ?>"><?php p($l->t('Say how to reach me')); ?></a></div>
<?php } ?>
<?php foreach ($first['awaits'] as ['id' => $id, 'title' => $title, 'lines' => $lines]) {
	if ($lines === []) {
		continue;
	} ?>
				<section aria-labelledby="<?php p($id); ?>">
					<h2 id="<?php p($id); ?>" class="ui-section-title"><?php p($title); ?></h2>
					<ul class="home-awaits" role="list">
<?php foreach ($lines as $line) { ?>
						<li class="home-awaits__line<?php p($line['buttons'] === [] ? '' : ' home-awaits__line--answered'); ?>"><span class="home-awaits__sentence" dir="auto"><?php p($line['sentence']); ?></span> <?php foreach ($line['buttons'] as $button) { ?><a class="first-button" href="<?php p($button['href']); ?>"><?php p($button['text']); ?></a> <?php } if ($line['action'] !== '') { ?><a class="ui-link" href="<?php p($line['href']); ?>"><?php p($line['action']); ?></a><?php } ?></li>
<?php } ?>
					</ul>
				</section>
<?php } ?>
<?php if ($first['beginning'] !== []) { ?>
				<section aria-labelledby="reseau-first-beginning">
					<h2 id="reseau-first-beginning" class="ui-section-title"><?php p($l->t('Getting started')); ?></h2>
					<ul class="home-awaits" role="list">
<?php foreach ($first['beginning'] as $line) { ?>
						<li class="home-awaits__line"><span><?php p($line['sentence']); ?></span> <a class="ui-link" href="<?php p($line['href']); ?>"><?php p($line['action']); ?></a></li>
<?php } ?>
						<li class="home-awaits__line first-scripts"><button type="button" class="ui-link"><?php p($l->t('Hide this')); ?></button></li>
					</ul>
				</section>
<?php } ?>
				<section aria-labelledby="reseau-first-doing">
					<h2 id="reseau-first-doing" class="ui-section-title"><?php p($l->t('What would you like to do?')); ?></h2>
					<ul class="home-doing" role="list">
<?php foreach ($first['doings'] as $doing) { ?>
						<li><a class="first-button" href="<?php p($doing['href']); ?>"><?php p($doing['text']); ?></a></li>
<?php } ?>
					</ul>
				</section>
<?php if (array_filter($first['matches']) !== []) { ?>
				<section aria-labelledby="reseau-first-matches">
					<h2 id="reseau-first-matches" class="ui-section-title"><?php p($l->t('People you could meet')); ?></h2>
<?php foreach (array_filter($first['matches']) as $degree => $tiles) { ?>
<?php if ($degree === 'perhaps') { ?>
					<p class="matches-also ui-hint"><?php p($l->t('Perhaps also')); ?></p>
<?php } ?>
					<ul class="matches" role="list">
<?php foreach ($tiles as $tile) {
	include __DIR__ . '/part/match.php';
} ?>
					</ul>
<?php } ?>
					<p class="home__all"><a class="ui-link" href="<?php p($first['allMatches']); ?>"><?php p($l->t('See all people to meet')); ?></a></p>
				</section>
<?php } ?>
<?php if ($first['notices'] !== []) { ?>
				<section aria-labelledby="reseau-first-notices">
					<h2 id="reseau-first-notices" class="ui-section-title"><?php p($l->t('Notices for you')); ?></h2>
					<ul class="home-notices" role="list">
<?php foreach ($first['notices'] as $notice) { ?>
						<li><a class="ui-link" href="<?php p($notice['href']); ?>" dir="auto"><?php p(FixedSpaces::in($notice['title'])); ?></a><?php if ($notice['urgent'] !== '') { ?><p class="home-notices__urgent"><?php p($notice['urgent']); ?></p><?php } ?><p class="ui-hint" dir="auto"><?php p($notice['about']); ?></p></li>
<?php } ?>
					</ul>
					<p class="home__all"><a class="ui-link" href="<?php p($first['allNotices']); ?>"><?php p($l->t('See all notices')); ?></a></p>
				</section>
<?php } ?>
<?php if ($first['groups'] !== []) { ?>
				<section aria-labelledby="reseau-first-news">
					<h2 id="reseau-first-news" class="ui-section-title"><?php p($l->t('In my groups')); ?></h2>
					<ul class="home-groups" role="list">
<?php foreach ($first['groups'] as $group) { ?>
						<li><a class="ui-link" href="<?php p($group['href']); ?>" dir="auto"><?php p(FixedSpaces::in($group['title'])); ?></a></li>
<?php } ?>
					</ul>
<?php if ($first['news'] !== []) { ?>
					<ul class="home-awaits" role="list">
<?php foreach ($first['news'] as $line) { ?>
						<li class="home-awaits__line"><span class="home-awaits__sentence" dir="auto"><?php p($line['sentence']); ?></span> <a class="ui-link" href="<?php p($line['href']); ?>"><?php p($l->t('Go to the group')); ?></a></li>
<?php } ?>
					</ul>
<?php } ?>
				</section>
<?php } ?>
<?php if ($first['newest'] !== []) { ?>
				<section aria-labelledby="reseau-first-newest">
					<h2 id="reseau-first-newest" class="ui-section-title"><?php p($l->t('New members')); ?></h2>
					<ul class="home__newest" role="list">
<?php foreach ($first['newest'] as $tile) {
	include __DIR__ . '/part/row.php';
} ?>
					</ul>
					<p class="home__all"><a class="ui-link" href="<?php p($first['all']); ?>"><?php p($l->t('See all members')); ?></a></p>
				</section>
<?php } ?>
<?php if ($first['searches'] !== []) { ?>
				<section aria-labelledby="reseau-first-searches">
					<h2 id="reseau-first-searches" class="ui-section-title"><?php p($l->t('My searches')); ?></h2>
					<ul class="home-searches" role="list">
<?php foreach ($first['searches'] as $search) { ?>
						<li><a class="ui-link" href="<?php p($search['href']); ?>" dir="auto"><?php p($search['text']); ?></a></li>
<?php } ?>
					</ul>
				</section>
<?php } ?>
			</div>
