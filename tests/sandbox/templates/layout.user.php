<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The page of an app, with the structure Nextcloud gives it. @var array $_ @var \OCP\IL10N $l */

$themes = ['default' => $l->t('As the system'), 'light' => $l->t('Light'), 'dark' => $l->t('Dark')];
?>
<!DOCTYPE html>
<html class="ng-csp" lang="<?php p($_['language']); ?>" data-locale="<?php p($_['locale']); ?>" translate="no">
	<head data-user="<?php p($_['user']->getUID()); ?>" data-user-displayname="<?php p($_['user']->getDisplayName()); ?>" data-requesttoken="<?php p($_['token']); ?>">
<?php include __DIR__ . '/head.php'; ?>
	</head>
	<body dir="ltr" id="body-user" data-theme-<?php p($_['theme']); ?> data-themes="<?php p($_['theme']); ?>">
		<noscript><div id="nojavascript"><div><?php p($l->t('This page works better with JavaScript. Please switch it on and load the page again.')); ?></div></div></noscript>
<?php foreach ($_['state'] as $key => $value) { ?>
		<input type="hidden" id="initial-state-<?php p($_['app'] . '-' . $key); ?>" value="<?php p(base64_encode($value)); ?>">
<?php } ?>
		<div id="skip-actions">
<?php foreach (['id-app-content' => $l->t('Skip to main content'), 'id-app-navigation' => $l->t('Skip to navigation of app')] as $name => $text) { ?>
<?php if (isset($_['parameters'][$name])) { ?>
			<a href="<?php p($_['parameters'][$name]); ?>" class="button primary skip-navigation"><?php p($text); ?></a>
<?php } ?>
<?php } ?>
		</div>
		<header id="header">
			<div class="header-start">
				<a id="nextcloud" href="/apps/<?php p($_['app']); ?>/" aria-label="<?php p($l->t('Go to %s', [$_['appName']])); ?>"><img src="/core/img/favicon.svg" alt=""><?php p($_['appName']); ?></a>
			</div>
			<div class="header-end">
				<details id="user-menu">
					<summary><?php p($_['user']->getDisplayName()); ?></summary>
					<div class="menu">
						<form method="post" action="/sandbox/settings">
							<input type="hidden" name="requesttoken" value="<?php p($_['token']); ?>">
							<input type="hidden" name="redirect_url" value="<?php p($_['here']); ?>">
							<label for="sandbox-theme"><?php p($l->t('Appearance')); ?></label>
							<select id="sandbox-theme" name="theme">
<?php foreach ($themes as $id => $name) { ?>
								<option value="<?php p($id); ?>"<?php if ($id === $_['theme']) { ?> selected<?php } ?>><?php p($name); ?></option>
<?php } ?>
							</select>
							<label for="sandbox-language"><?php p($l->t('Language')); ?></label>
							<select id="sandbox-language" name="language">
<?php foreach (\Sandbox\Service\Languages::KNOWN as $id => $name) { ?>
								<option value="<?php p($id); ?>"<?php if ($id === $_['chosen']) { ?> selected<?php } ?>><?php p($name); ?></option>
<?php } ?>
							</select>
							<button type="submit"><?php p($l->t('Apply')); ?></button>
						</form>
						<a href="/sandbox/mail"><?php p($l->t('Mail of the sandbox')); ?></a>
						<a href="/logout?requesttoken=<?php p(rawurlencode($_['token'])); ?>"><?php p($l->t('Log out')); ?></a>
					</div>
				</details>
			</div>
		</header>
		<div id="content" class="app-<?php p($_['app']); ?>">
			<h1 class="hidden-visually" id="page-heading-level-1"><?php p($_['pageTitle'] === '' ? $_['appName'] : $_['pageTitle']); ?></h1>
<?php print_unescaped($_['content']); ?>
		</div>
	</body>
</html>
