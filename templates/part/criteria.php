<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Words, criteria, order and view of the directory, as in src/member/ui/directory/. */

/** @var array<string, mixed> $first made by lib/Member/FirstDirectory.php */
/** @var \OCP\IL10N $l */
?>
				<div class="search-field" role="search">
					<div class="search-field__box">
						<?php $icon = 'search'; include __DIR__ . '/icon.php'; ?>
						<input class="ui-control search-field__input" type="search" name="q" value="<?php p($first['q']); ?>" autocomplete="off" dir="auto" enterkeyhint="search" aria-label="<?php p($l->t('Search')); ?>" placeholder="<?php p($l->t('garden, welding, Aude…')); ?>">
<?php if ($first['q'] !== '') { ?>
						<a class="search-field__clear" href="<?php p($first['wordless']); ?>" aria-label="<?php p($l->t('Clear the search')); ?>"><?php $icon = 'close'; include __DIR__ . '/icon.php'; ?></a>
<?php } ?>
					</div>
					<noscript><button type="submit" class="first-button first-button--primary"><?php p($l->t('Search')); ?></button></noscript>
					<fieldset class="ui-switch first-wide">
						<legend class="ui-hidden"><?php p($l->t('Show as')); ?></legend>
						<label class="ui-switch__option"><input class="ui-hidden" type="radio" name="view" value="cards"<?php if (!$first['asList']) { ?> checked<?php } ?>><span><?php p($l->t('Cards')); ?></span></label>
						<label class="ui-switch__option"><input class="ui-hidden" type="radio" name="view" value="list"<?php if ($first['asList']) { ?> checked<?php } ?>><span><?php p($l->t('List')); ?></span></label>
					</fieldset>
				</div>
				<div class="facet-bar first-wide" role="group" aria-label="<?php p($l->t('Criteria')); ?>">
<?php foreach ($first['facets'] as $facet) {
	include __DIR__ . '/facet.php';
} ?>
				</div>
				<div class="members-bar">
					<details class="first-criteria"><summary class="criteria-sheet__open<?php p($first['chosen'] > 0 ? ' criteria-sheet__open--active' : ''); ?>"><?php $icon = 'filter'; include __DIR__ . '/icon.php'; p($first['criteria']); ?></summary></details>
					<div class="criteria-chips first-wide">
<?php if ($first['chips'] !== []) { ?>
						<ul class="criteria-chips__list" aria-label="<?php p($l->t('Selected criteria')); ?>">
<?php foreach ($first['chips'] as $chip) { ?>
							<li class="ui-chip"><bdi class="ui-chip__label"><?php p($chip['text']); ?></bdi><a class="ui-chip__remove" href="<?php p($chip['href']); ?>" aria-label="<?php p($chip['label']); ?>"><?php $icon = 'close'; include __DIR__ . '/icon.php'; ?></a></li>
<?php } ?>
						</ul>
						<a class="ui-link" href="<?php p($first['reset']); ?>"><?php p($l->t('Clear all')); ?></a>
<?php } ?>
					</div>
					<p class="members__total ui-hint" role="status"><?php p($first['total']); ?></p>
					<div class="members-tools first-scripts">
<?php if ($first['print'] !== '') { ?>
						<a class="ui-link" href="<?php p($first['print']); ?>"><?php p($l->t('Print')); ?></a>
						<span class="ui-link"><?php p($l->t('Export')); ?></span>
<?php } ?>
						<div class="ui-popover"><span class="ui-popover__button"><?php p($l->t('My searches')); $icon = 'down'; include __DIR__ . '/icon.php'; ?></span></div>
					</div>
					<div class="members-sort first-wide">
						<label class="ui-hint" for="reseau-first-sort"><?php p($l->t('Sort by')); ?></label>
						<select id="reseau-first-sort" name="sort" class="ui-control members-sort__select">
<?php foreach ($first['sorts'] as $sort) { ?>
							<option value="<?php p($sort['id']); ?>"<?php if ($sort['chosen']) { ?> selected<?php } ?>><?php p($sort['text']); ?></option>
<?php } ?>
						</select>
					</div>
				</div>
