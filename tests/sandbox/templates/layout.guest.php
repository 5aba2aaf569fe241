<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The page of the login, of an error, of the mails. @var array $_ @var \OCP\IL10N $l */
?>
<!DOCTYPE html>
<html class="ng-csp" lang="<?php p($_['language']); ?>" data-locale="<?php p($_['locale']); ?>" translate="no">
	<head data-requesttoken="<?php p($_['token']); ?>">
<?php include __DIR__ . '/head.php'; ?>
	</head>
	<body dir="ltr" id="body-login" data-themes="default">
		<main class="guest-box">
<?php print_unescaped($_['content']); ?>
		</main>
	</body>
</html>
