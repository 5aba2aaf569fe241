<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A whole document for somebody without an account: the card kept for them, and what they may answer. No script, no other file. */

/** @var array{page: array<string, mixed>} $_ made by lib/Member/AnswerPage.php */
/** @var \OCP\IL10N $l */
$page = $_['page'];
$first = $page['card'];
?>
<!DOCTYPE html>
<html lang="<?php p($l->getLanguageCode()); ?>">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta name="referrer" content="no-referrer">
	<meta name="robots" content="noindex, nofollow">
	<link rel="icon" href="data:,">
	<meta name="color-scheme" content="light dark">
	<title><?php p($page['title']); ?></title>
<?php include __DIR__ . '/part/light-style.php'; ?>
</head>
<body>
	<header class="light-head"><?php p($page['network']); ?></header>
	<main>
		<h1><?php p($page['title']); ?></h1>
<?php if ($page['note'] !== '') { ?>
		<p class="light-note" role="alert"><?php p($page['note']); ?></p>
<?php } ?>
		<p><?php p($page['lead']); ?></p>
<?php if ($page['state'] !== '') { ?>
		<p><?php p($page['state']); ?></p>
<?php } ?>
<?php if ($first !== null) { ?>
		<p id="light-above"><?php p($page['above']); ?></p>
		<article class="light-card" aria-labelledby="light-name">
			<h2 id="light-name" dir="auto"><?php p($first['title']); ?></h2>
<?php if ($first['line'] !== '') { ?>
			<p dir="auto"><?php p($first['line']); ?></p>
<?php } ?>
			<p class="ui-hint"><?php p($first['keptBy']); ?></p>
<?php if ($first['headline'] !== '') { ?>
			<p dir="auto"><?php p($first['headline']); ?></p>
<?php } ?>
<?php foreach ([...$first['parts'], ...$first['columns']] as $part) {
	include __DIR__ . '/part/card-part.php';
} ?>
		</article>
<?php if ($page['kept'] !== '') { ?>
		<p><?php p($page['kept']); ?></p>
<?php } ?>
<?php foreach ($page['answers'] as $answer) { ?>
		<form class="light-answer" method="post">
			<input type="hidden" name="answer" value="<?php p($answer['answer']); ?>">
			<input type="hidden" name="version" value="<?php p($page['version']); ?>">
			<button type="submit" aria-describedby="light-<?php p($answer['answer']); ?>"><?php p($answer['button']); ?></button>
			<p id="light-<?php p($answer['answer']); ?>"><?php p($answer['means']); ?></p>
		</form>
<?php } ?>
<?php } ?>
		<p><?php p($page['question']); ?></p>
	</main>
</body>
</html>
