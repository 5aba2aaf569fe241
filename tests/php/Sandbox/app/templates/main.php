<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array $_ */
/** @var \OCP\IL10N $l */
?>
<div id="tiny"><?php p($l->t('Hello %s', [$_['uid']])); ?> <?php p($_['path']); ?></div>
