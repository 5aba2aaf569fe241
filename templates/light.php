<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* A whole document for people without an account: what they are asked, and what they may answer, or a page of the showcase. No script that runs, no other file. */

/** @var array{page: array<string, mixed>} $_ made by lib/Member/FirstAnswer/AnswerPage.php, lib/Minutes/AskPage.php, lib/Library/SignaturePage.php, lib/Message/ReplyPage.php, lib/Notice/NoticePage.php, lib/Enquiry/WritePage.php, lib/OwnPage or lib/Showcase */
/** @var \OCP\IL10N $l */
$page = $_['page'];
$first = $page['card'];
// Programs show the title without the page: a tab, a bookmark, a search engine.
$isNamed = $page['network'] === '' || str_contains($page['title'], $page['network']);
?>
<!DOCTYPE html>
<html lang="<?php p($l->getLanguageCode()); ?>">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta name="referrer" content="no-referrer">
<?php if (($page['indexed'] ?? false) === false) { ?>
	<meta name="robots" content="noindex, nofollow">
<?php } ?>
	<link rel="icon" href="data:,">
	<meta name="color-scheme" content="light dark">
	<title><?php p($isNamed ? $page['title'] : $page['title'] . ' – ' . $page['network']); ?></title>
<?php foreach ($page['alternates'] ?? [] as $alternate) { ?>
	<link rel="alternate" type="<?php p($alternate['type']); ?>" href="<?php p($alternate['href']); ?>">
<?php } ?>
<?php if (isset($page['data'])) { ?>
	<script type="application/ld+json"><?php print_unescaped($page['data']); ?></script>
<?php } ?>
<?php include __DIR__ . '/part/light-style.php'; ?>
<?php if (isset($page['nav'])) {
	include __DIR__ . '/part/light-showcase-style.php';
} ?>
</head>
<body>
<?php if ($page['title'] !== $page['network']) { ?>
	<header class="light-head"><?php p($page['network']); ?></header>
<?php } ?>
<?php if (isset($page['nav'])) { ?>
	<nav class="light-nav" aria-label="<?php p($page['network']); ?>">
		<ul>
<?php foreach ($page['nav'] as $link) { ?>
			<li><a href="<?php p($link['href']); ?>"<?php if ($link['current']) { ?> aria-current="page"<?php } ?>><?php p($link['text']); ?></a></li>
<?php } ?>
		</ul>
	</nav>
<?php } ?>
	<main>
		<h1 dir="auto"><?php p($page['title']); ?></h1>
<?php if ($page['note'] !== '') { ?>
		<p class="light-note" role="alert"><?php p($page['note']); ?></p>
<?php } ?>
<?php if (isset($page['search'])) {
	include __DIR__ . '/part/light-search.php';
} ?>
<?php foreach (array_filter($page['paragraphs']) as $paragraph) { ?>
		<p class="ui-text" dir="auto"><?php p(FixedSpaces::in($paragraph)); ?></p>
<?php } ?>
<?php foreach ($page['told'] ?? [] as $told) { ?>
		<section class="light-card">
			<h2 dir="auto"><?php p($told['title']); ?></h2>
			<p class="ui-text" dir="auto"><?php p(FixedSpaces::in($told['text'])); ?></p>
		</section>
<?php } ?>
<?php if ($first !== null) { ?>
<?php if ($page['above'] !== '') { ?>
		<p id="light-above"><?php p($page['above']); ?></p>
<?php } ?>
<?php if ($first['title'] === $page['title']) { ?>
		<article class="light-card">
<?php } else { ?>
		<article class="light-card" aria-labelledby="light-name">
			<h2 id="light-name" dir="auto"><?php p($first['title']); ?></h2>
<?php } ?>
<?php if ($first['line'] !== '') { ?>
			<p dir="auto"><?php p($first['line']); ?></p>
<?php } ?>
<?php if ($first['keptBy'] !== '') { ?>
			<p class="ui-hint"><?php p($first['keptBy']); ?></p>
<?php } ?>
<?php if ($first['headline'] !== '' && FixedSpaces::in($first['headline']) !== $first['line']) { ?>
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
<?php foreach ($page['sections'] ?? [] as $number => $section) { ?>
		<section class="light-section"<?php if ($section['title'] !== '') { ?> aria-labelledby="light-section-<?php p((string)$number); ?>"<?php } ?>>
<?php if ($section['title'] !== '') { ?>
			<h2 id="light-section-<?php p((string)$number); ?>"><?php p($section['title']); ?></h2>
<?php } ?>
<?php foreach ($section['paragraphs'] ?? [] as $paragraph) { ?>
			<p><?php p($paragraph); ?></p>
<?php } ?>
<?php if (($section['lines'] ?? []) !== []) { ?>
			<ul class="light-lines">
<?php foreach ($section['lines'] as $line) { ?>
				<li><?php if (isset($line['href'])) { ?><a href="<?php p($line['href']); ?>" dir="auto"><?php p($line['text']); ?></a><?php } else { ?><span dir="auto"><?php p($line['text']); ?></span><?php } ?><?php if (($line['about'] ?? '') !== '') { ?> <span class="ui-hint ui-text" dir="auto"><?php p($line['about']); ?></span><?php } ?></li>
<?php } ?>
			</ul>
<?php } ?>
<?php foreach ($section['answers'] ?? [] as $answer) {
	include __DIR__ . '/part/light-answer.php';
} ?>
		</section>
<?php } ?>
<?php foreach ($page['answers'] as $answer) { ?>
<?php include __DIR__ . '/part/light-answer.php'; ?>
<?php } ?>
<?php if (($page['next'] ?? '') !== '') { ?>
		<p><a href="<?php p($page['next']); ?>" rel="next"><?php p($l->t('See more')); ?></a></p>
<?php } ?>
<?php foreach ($page['links'] ?? [] as $link) { ?>
		<p><?php p($link['before']); ?> <a href="<?php p($link['href']); ?>"<?php if ($link['out'] ?? false) { ?> target="_top"<?php } ?>><?php p($link['text']); ?></a></p>
<?php } ?>
<?php if ($page['question'] !== '') { ?>
		<p><?php p($page['question']); ?></p>
<?php } ?>
	</main>
</body>
</html>
