<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Something to know or to do before the rest of a group's page, as src/group/ui/GroupNote.vue shows it. */

/** @var array<string, mixed> $note made by lib/Group/FirstGroupNotes.php */
?>
				<div class="group-note ui-quiet ui-stack">
					<div class="ui-row">
						<p class="group-note__sentence"><?php p($note['sentence']); ?></p>
<?php if ($note['label'] === '') { ?>
<?php foreach ($note['links'] as $link) { ?>
						<a class="first-button" href="<?php p($link['href']); ?>"><?php p($link['text']); ?></a>
<?php } ?>
<?php foreach ($note['buttons'] as $text) { ?>
						<span class="first-button first-scripts"><?php p($text); ?></span>
<?php } ?>
<?php } ?>
					</div>
<?php foreach ($note['hints'] as $hint) { ?>
					<p class="ui-text ui-hint"><?php p($hint); ?></p>
<?php } ?>
<?php if ($note['label'] !== '') { ?>
					<div class="ui-row engagement-over">
						<div class="ui-field first-scripts"><span class="ui-field__label"><?php p($note['label']); ?></span><input class="ui-control" type="date" disabled></div>
<?php foreach ($note['buttons'] as $text) { ?>
						<span class="first-button first-scripts"><?php p($text); ?></span>
<?php } ?>
<?php foreach ($note['links'] as $link) { ?>
						<a class="first-button first-button--tertiary" href="<?php p($link['href']); ?>"><?php p($link['text']); ?></a>
<?php } ?>
					</div>
<?php } ?>
				</div>
