<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var \OCP\IL10N $l */
?>
<div id="reseau-admin" lang="<?php p($l->getLanguageCode()); ?>"></div>
<noscript><p><?php p($l->t('Setting up Réseau on this page requires JavaScript.')); ?></p></noscript>
