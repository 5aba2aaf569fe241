<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What the asked-for page says, before its scripts are there and without them (src/app/takeOver.ts puts the app in its place). It says its
   language, which Nextcloud around it may not have. */

/** @var array{first: array<string, mixed>} $_ */
/** @var \OCP\IL10N $l */
$first = $_['first'];
?>
<div id="reseau-first" lang="<?php p($l->getLanguageCode()); ?>" class="first<?php p($first['twoBackgrounds'] ? ' first--two-backgrounds' : ''); p($first['panel']); ?>" data-title="<?php p($first['title']); ?>">
	<details class="first__toggle">
		<summary class="first__toggle-button" aria-label="<?php p($l->t('Open navigation')); ?>"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d="M20 4H4A2 2 0 0 0 2 6V18A2 2 0 0 0 4 20H20A2 2 0 0 0 22 18V6A2 2 0 0 0 20 4M20 18H9V6H20V18Z" /></svg></summary>
	</details>
	<nav id="reseau-first-navigation" class="first__navigation" aria-label="<?php p($l->t('Réseau')); ?>">
<?php foreach ($first['navigation'] as $links) { ?>
		<ul class="first__links">
<?php foreach ($links as $link) { if ($link['href'] === null) { ?>
			<li class="nav-caption"><?php p($link['text']); ?></li>
<?php } else { ?>
			<li><a class="nav-link<?php p($link['icon'] === null ? ' nav-link--below' : ''); ?>" href="<?php p($link['href']); ?>"<?php if ($link['current'] !== null) { ?> aria-current="<?php p($link['current']); ?>"<?php } ?>><?php if ($link['icon'] !== null) { $icon = $link['icon']; include __DIR__ . '/part/icon.php'; } ?><span class="nav-link__text"><?php p($link['text']); ?></span></a></li>
<?php } } ?>
		</ul>
<?php } ?>
	</nav>
	<main id="reseau-first-content" class="first__content">
		<div class="ui-page">
<?php include __DIR__ . "/{$first['view']}.php"; ?>
		</div>
	</main>
	<p class="first__late"><?php p($l->t('The rest of this page is taking long to load.')); ?> <a class="ui-link" href=""><?php p($l->t('Reload the page')); ?></a></p>
<?php if ($first['panel'] !== '') { ?>
	<div class="first__aside"></div>
<?php } ?>
</div>
<div id="reseau" lang="<?php p($l->getLanguageCode()); ?>"></div>
