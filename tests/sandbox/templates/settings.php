<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The administration settings. @var array $_ @var \OCP\IL10N $l */
?>
<div id="app-navigation">
	<ul>
		<li><a href="/index.php/settings/admin/overview"<?php if ($_['section'] === 'overview') { ?> aria-current="page"<?php } ?>><?php p($l->t('Overview')); ?></a></li>
<?php foreach ($_['sections'] as $section) { ?>
		<li><a href="/index.php/settings/admin/<?php p($section->getID()); ?>"<?php if ($_['section'] === $section->getID()) { ?> aria-current="page"<?php } ?>><img src="<?php p($section->getIcon()); ?>" alt=""><?php p($section->getName()); ?></a></li>
<?php } ?>
	</ul>
</div>
<main id="app-content">
<?php foreach ($_['forms'] as $form) {
	print_unescaped($form);
} ?>
<?php if ($_['checks'] !== []) { ?>
	<dl class="setup-checks">
<?php foreach ($_['checks'] as $check) {
	$result = $check->run(); ?>
		<dt><?php p($check->getName()); ?></dt>
		<dd data-severity="<?php p($result->getSeverity()); ?>"><?php p(str_replace('{link}', $result->getDescriptionParameters()['link']['name'] ?? '', (string)$result->getDescription())); ?></dd>
<?php } ?>
	</dl>
<?php } ?>
</main>
