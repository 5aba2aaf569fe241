<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** @var array $_ @var \OCP\IL10N $l */
?>
<h1><img src="/core/img/favicon.svg" alt=""><?php p($l->t('Réseau, to try')); ?></h1>
<p><?php p($l->t('A test bench and a demonstration: all people, places of work and stories are invented. Nothing leaves this computer, no mail is sent.')); ?></p>
<form method="post" action="/login" name="login">
<?php if ($_['wrong']) { ?>
	<p role="alert" class="wrong"><?php p($l->t('Wrong name or password.')); ?></p>
<?php } ?>
	<input type="hidden" name="requesttoken" value="<?php p($_['token']); ?>">
	<input type="hidden" name="redirect_url" value="<?php p($_['redirect']); ?>">
	<label for="user"><?php p($l->t('Account name')); ?></label>
	<input id="user" name="user" type="text" value="<?php p($_['user']); ?>" autocomplete="username" autocapitalize="none" spellcheck="false" required>
	<label for="password"><?php p($l->t('Password')); ?></label>
	<input id="password" name="password" type="password" autocomplete="current-password" required>
	<button type="submit" class="primary"><?php p($l->t('Log in')); ?></button>
</form>
<?php if ($_['accounts'] !== []) { ?>
<section aria-labelledby="as">
	<h2 id="as"><?php p($l->t('Log in as')); ?></h2>
	<p><?php p($l->t('Some of the accounts; the password of all is')); ?> <code><?php p($_['password']); ?></code></p>
	<ul>
<?php foreach ($_['accounts'] as $account) { ?>
		<li>
			<form method="post" action="/login">
				<input type="hidden" name="requesttoken" value="<?php p($_['token']); ?>">
				<input type="hidden" name="redirect_url" value="<?php p($_['redirect']); ?>">
				<input type="hidden" name="user" value="<?php p($account['uid']); ?>">
				<input type="hidden" name="password" value="<?php p($_['password']); ?>">
				<button type="submit"><span><?php p($account['name']); ?></span> <code><?php p(implode(' · ', [$account['uid'], ...$account['groups']])); ?></code></button>
			</form>
		</li>
<?php } ?>
	</ul>
</section>
<?php } ?>
<p><a href="/sandbox/mail"><?php p($l->t('Mail of the sandbox')); ?></a></p>
