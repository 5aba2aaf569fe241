<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array $_ @var \OCP\IL10N $l */
?>
<h1><?php p($l->t('This does not work')); ?></h1>
<p><?php p($l->t($_['message'])); ?></p>
<p><a href="/"><?php p($l->t('Back to the start')); ?></a></p>
