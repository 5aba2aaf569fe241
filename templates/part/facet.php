<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* The choices of one criterion, as src/shared/ui/UiPopover.vue and src/member/ui/directory/FacetChoices.vue show them. */

/** @var array{name: string, title: string, chosen: int, choices: list<array{id: string, label: string, count: ?int, chosen: bool}>, none: string} $facet */
?>
					<details class="ui-popover" name="reseau-facet">
						<summary class="ui-popover__button<?php p($facet['chosen'] > 0 ? ' ui-popover__button--active' : ''); ?>"><?php p($facet['title']); $icon = 'down'; include __DIR__ . '/icon.php'; ?></summary>
						<div class="ui-popover__panel ui-anchor__popover facet-choices">
<?php if ($facet['choices'] === []) { ?>
							<p class="facet-choices__note ui-hint"><?php p($facet['none']); ?></p>
<?php } else { ?>
							<fieldset class="facet-choices__list">
								<legend class="ui-hidden"><?php p($facet['title']); ?></legend>
<?php foreach ($facet['choices'] as $choice) { ?>
								<label class="facet-choices__choice"><input type="checkbox" class="facet-choices__box" name="facet[<?php p($facet['name']); ?>][]" value="<?php p($choice['id']); ?>"<?php if ($choice['chosen']) { ?> checked<?php } ?>><span class="facet-choices__label"><bdi><?php p($choice['label']); ?></bdi></span><?php if ($choice['count'] !== null) { ?><span class="ui-hint"><?php p($choice['count']); ?></span><?php } ?></label>
<?php } ?>
							</fieldset>
<?php } ?>
						</div>
					</details>
