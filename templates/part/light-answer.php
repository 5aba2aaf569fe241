<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A form with one button, by which a person without an account answers. */

/** @var array<string, mixed> $answer */
?>
		<form class="light-answer" method="post"<?php if (isset($page['action'])) { ?> action="<?php p($page['action']); ?>"<?php } ?>>
			<input type="hidden" name="answer" value="<?php p($answer['answer']); ?>">
<?php foreach ($answer['along'] ?? [] as $name => $value) { ?>
			<input type="hidden" name="<?php p($name); ?>" value="<?php p($value); ?>">
<?php } ?>
<?php foreach ($answer['groups'] ?? [] as $group) { ?>
			<fieldset class="light-group">
				<legend dir="auto"><?php p($group['title']); ?></legend>
<?php if (($group['hint'] ?? '') !== '') { ?>
				<p class="ui-hint"><?php p($group['hint']); ?></p>
<?php } ?>
<?php foreach ($group['choices'] as $choice) { ?>
				<label class="light-choice"><input type="radio" name="<?php p($choice['name']); ?>" value="<?php p($choice['value']); ?>" required<?php if ($choice['chosen']) { ?> checked<?php } ?>> <?php p($choice['label']); ?></label>
<?php } ?>
<?php $legend = $group['title'];
foreach ($group['fields'] as $field) {
	include __DIR__ . '/light-field.php';
} ?>
			</fieldset>
<?php } ?>
<?php $legend = '';
foreach ($answer['fields'] ?? [] as $field) {
	include __DIR__ . '/light-field.php';
} ?>
			<button type="submit" aria-describedby="light-<?php p($answer['answer']); ?>"><?php p($answer['button']); ?></button>
			<p id="light-<?php p($answer['answer']); ?>"><?php p($answer['means']); ?></p>
		</form>
