<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* A whole document for somebody without an account: what they are asked, and what they may answer. No script, no other file. */

/** @var array{page: array<string, mixed>} $_ made by lib/Member/AnswerPage.php, lib/Minutes/AskPage.php, lib/Library/SignaturePage.php, lib/Message/ReplyPage.php or lib/Notice/NoticePage.php */
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
<?php foreach (array_filter($page['paragraphs']) as $paragraph) { ?>
		<p><?php p($paragraph); ?></p>
<?php } ?>
<?php foreach ($page['told'] ?? [] as $told) { ?>
		<section class="light-card">
			<h2 dir="auto"><?php p($told['title']); ?></h2>
			<p class="ui-text" dir="auto"><?php p(FixedSpaces::in($told['text'])); ?></p>
		</section>
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
			<p dir="auto"><?php p(FixedSpaces::in($first['headline'])); ?></p>
<?php } ?>
<?php foreach ([...$first['parts'], ...$first['columns']] as $part) {
	include __DIR__ . '/part/card-part.php';
} ?>
		</article>
<?php if ($page['kept'] !== '') { ?>
		<p><?php p($page['kept']); ?></p>
<?php } ?>
<?php } ?>
<?php foreach ($page['answers'] as $answer) { ?>
		<form class="light-answer" method="post">
			<input type="hidden" name="answer" value="<?php p($answer['answer']); ?>">
<?php foreach ($answer['along'] ?? [] as $name => $value) { ?>
			<input type="hidden" name="<?php p($name); ?>" value="<?php p($value); ?>">
<?php } ?>
<?php foreach ($answer['groups'] ?? [] as $group) { ?>
			<fieldset class="light-group">
				<legend dir="auto"><?php p($group['title']); ?></legend>
<?php foreach ($group['choices'] as $choice) { ?>
				<label class="light-choice"><input type="radio" name="<?php p($choice['name']); ?>" value="<?php p($choice['value']); ?>" required<?php if ($choice['chosen']) { ?> checked<?php } ?>> <?php p($choice['label']); ?></label>
<?php } ?>
<?php foreach ($group['fields'] as $field) {
	include __DIR__ . '/part/light-field.php';
} ?>
			</fieldset>
<?php } ?>
<?php foreach ($answer['fields'] ?? [] as $field) {
	include __DIR__ . '/part/light-field.php';
} ?>
			<button type="submit" aria-describedby="light-<?php p($answer['answer']); ?>"><?php p($answer['button']); ?></button>
			<p id="light-<?php p($answer['answer']); ?>"><?php p($answer['means']); ?></p>
		</form>
<?php } ?>
<?php foreach ($page['links'] ?? [] as $link) { ?>
		<p><?php p($link['before']); ?> <a href="<?php p($link['href']); ?>"><?php p($link['text']); ?></a></p>
<?php } ?>
<?php if ($page['question'] !== '') { ?>
		<p><?php p($page['question']); ?></p>
<?php } ?>
	</main>
</body>
</html>
