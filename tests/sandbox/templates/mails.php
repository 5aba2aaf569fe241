<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What was sent, newest first. @var array $_ @var \OCP\IL10N $l */
?>
<h1><?php p($l->t('Mail of the sandbox')); ?></h1>
<?php if ($_['mails'] === []) { ?>
<p><?php p($l->t('Nothing has been sent yet. Mails are kept here instead of being sent.')); ?></p>
<?php } else { ?>
<ul class="mails">
<?php foreach ($_['mails'] as $index => $mail) { ?>
	<li><a href="/sandbox/mail/<?php p($index + 1); ?>"><?php p($mail['subject']); ?></a> <?php p(implode(', ', array_keys($mail['to'])) . ', ' . date('d/m/Y H:i', $mail['date'])); ?></li>
<?php } ?>
</ul>
<?php } ?>
<p><a href="/"><?php p($l->t('Back to the start')); ?></a></p>
