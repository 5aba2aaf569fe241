<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What both layouts have in their head. @var array $_ */
?>
		<meta charset="utf-8">
		<title><?php p(($_['pageTitle'] === '' ? '' : $_['pageTitle'] . ' - ') . $_['appName']); ?></title>
		<meta name="csp-nonce" nonce="<?php p($_['nonce']); ?>">
		<meta name="viewport" content="width=device-width, initial-scale=1.0, minimum-scale=1.0">
		<meta name="color-scheme" content="<?php p($_['theme'] === 'default' ? 'light dark' : $_['theme']); ?>">
		<link rel="icon" href="/core/img/favicon.svg">
		<link rel="stylesheet" href="/core/css/light.css">
<?php if ($_['theme'] !== 'light') { ?>
		<link rel="stylesheet" href="/core/css/dark.css"<?php if ($_['theme'] === 'default') { ?> media="(prefers-color-scheme: dark)"<?php } ?>>
<?php } ?>
		<link rel="stylesheet" href="/core/css/core.css">
		<link rel="stylesheet" href="/core/css/sandbox.css">
<?php foreach ($_['styles'] as $style) { ?>
		<link rel="stylesheet" href="<?php p($style); ?>">
<?php } ?>
		<script nonce="<?php p($_['nonce']); ?>" defer src="/core/js/core.js" data-config="<?php p(json_encode($_['config'])); ?>"></script>
<?php foreach ($_['scripts'] as $script) { ?>
		<script nonce="<?php p($_['nonce']); ?>" <?php p(str_contains($script, '.mjs') ? 'type=module' : 'defer'); ?> src="<?php p($script); ?>"></script>
<?php }
