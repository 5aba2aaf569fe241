<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A field of a form for a person without an account. */

/** @var array{name: string, label: string, value: string, max: int, rows?: int, type?: string, optional?: true} $field */
$required = isset($field['optional']) ? '' : ' required';
?>
			<label for="light-<?php p($field['name']); ?>"><?php p($field['label']); ?></label>
<?php if (isset($field['rows'])) { ?>
			<textarea id="light-<?php p($field['name']); ?>" name="<?php p($field['name']); ?>" rows="<?php p((string)$field['rows']); ?>" maxlength="<?php p((string)$field['max']); ?>"<?php print_unescaped($required); ?> dir="auto"><?php p($field['value']); ?></textarea>
<?php } else { ?>
			<input id="light-<?php p($field['name']); ?>" name="<?php p($field['name']); ?>"<?php if (isset($field['type'])) { ?> type="<?php p($field['type']); ?>"<?php } ?> value="<?php p($field['value']); ?>" maxlength="<?php p((string)$field['max']); ?>"<?php if ($field['name'] === 'name') { ?> autocomplete="name"<?php } ?><?php print_unescaped($required); ?> dir="auto">
<?php } ?>
