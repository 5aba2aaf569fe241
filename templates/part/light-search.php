<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Search by words and criteria, without a script. */

/** @var array{action: string, embedded: bool, q: string, facets: list<array{name: string, title: string, choices: list<array{id: string, label: string, count: ?int, chosen: bool}>}>} $search made by lib/Showcase */
/** @var \OCP\IL10N $l */
$search = $page['search'];
$isNarrowed = in_array(true, array_merge(...array_map(static fn (array $facet): array => array_column($facet['choices'], 'chosen'), $search['facets'])), true);
?>
		<form class="light-search" method="get" role="search" action="<?php p($search['action']); ?>">
<?php if ($search['embedded']) { ?>
			<input type="hidden" name="embed" value="1">
<?php } ?>
			<label for="light-q"><?php p($l->t('Words to search for')); ?></label>
			<input id="light-q" type="search" name="q" value="<?php p($search['q']); ?>" maxlength="200" autocomplete="off" dir="auto">
<?php if ($search['facets'] !== []) { ?>
			<details<?php if ($isNarrowed) { ?> open<?php } ?>>
				<summary><?php p($l->t('Criteria')); ?></summary>
<?php foreach ($search['facets'] as $facet) { ?>
			<details>
				<summary><?php p($facet['title']); ?></summary>
				<fieldset>
					<legend class="light-hidden"><?php p($facet['title']); ?></legend>
<?php foreach ($facet['choices'] as $choice) { ?>
					<label class="light-choice"><input type="checkbox" name="facet[<?php p($facet['name']); ?>][]" value="<?php p($choice['id']); ?>"<?php if ($choice['chosen']) { ?> checked<?php } ?>> <span><bdi><?php p($choice['label']); ?></bdi><?php if ($choice['count'] !== null) { ?> <span class="ui-hint"><?php p($choice['count']); ?></span><?php } ?></span></label>
<?php } ?>
				</fieldset>
			</details>
<?php } ?>
			</details>
<?php } ?>
			<button type="submit"><?php p($l->t('Search')); ?></button>
		</form>
