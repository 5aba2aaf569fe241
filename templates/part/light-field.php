<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A field of a form for a person without an account. */

/** @var array{name: string, label: string, value: string, max?: int, rows?: int, type?: string, optional?: true, was?: string, options?: list<array{value: string, label: string}>} $field */
/** @var string $legend of the fieldset around it: a label that repeats it is for screen readers alone */
$required = isset($field['optional']) ? '' : ' required';
?>
<?php if (isset($field['was'])) { ?>
			<input type="hidden" name="was-<?php p($field['name']); ?>" value="<?php p($field['was']); ?>">
<?php } ?>
			<label for="light-<?php p($field['name']); ?>"<?php if ($field['label'] === $legend) { ?> class="light-hidden"<?php } ?>><?php p($field['label']); ?></label>
<?php if (isset($field['options'])) { ?>
			<select id="light-<?php p($field['name']); ?>" name="<?php p($field['name']); ?>">
<?php foreach ($field['options'] as $option) { ?>
				<option value="<?php p($option['value']); ?>"<?php if ($option['value'] === $field['value']) { ?> selected<?php } ?>><?php p($option['label']); ?></option>
<?php } ?>
			</select>
<?php } elseif (isset($field['rows'])) { ?>
			<textarea id="light-<?php p($field['name']); ?>" name="<?php p($field['name']); ?>" rows="<?php p((string)$field['rows']); ?>" maxlength="<?php p((string)$field['max']); ?>"<?php print_unescaped($required); ?> dir="auto"><?php p($field['value']); ?></textarea>
<?php } else { ?>
			<input id="light-<?php p($field['name']); ?>" name="<?php p($field['name']); ?>"<?php if (isset($field['type'])) { ?> type="<?php p($field['type']); ?>"<?php } ?> value="<?php p($field['value']); ?>" maxlength="<?php p((string)$field['max']); ?>"<?php if (in_array($field['name'], ['name', 'email'], true)) { ?> autocomplete="<?php p($field['name']); ?>"<?php } ?><?php print_unescaped($required); ?> dir="auto">
<?php } ?>
