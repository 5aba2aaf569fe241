<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The content of a folder, or the members of a team. @var array $_ @var \OCP\IL10N $l */
?>
<main id="app-content" class="deck">
	<h2><?php p($_['pageTitle']); ?></h2>
	<ul>
<?php foreach ($_['items'] as $item) { ?>
		<li><?php p($item); ?></li>
<?php } ?>
	</ul>
</main>
