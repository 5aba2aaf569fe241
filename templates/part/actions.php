<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array<string, mixed> $first its `actions`: list<array{text: string, href: string, primary: bool}> */
?>
<?php if ($first['actions'] !== []) { ?>
				<div class="ui-page__actions">
<?php foreach ($first['actions'] as $action) { ?>
					<a class="first-button<?php p($action['primary'] ? ' first-button--primary' : ''); ?>" href="<?php p($action['href']); ?>"><?php p($action['text']); ?></a>
<?php } ?>
				</div>
<?php } ?>
