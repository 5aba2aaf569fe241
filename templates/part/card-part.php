<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/* One part of a card: texts, things sought or offered, lines with a title of their own, or ways to reach the person. */

/** @var array<string, mixed> $part made by lib/Member/FirstCard.php */
?>
					<section class="card-part">
						<h2 class="card-part__title"><?php p($part['title']); ?> <?php $audience = $part['audience']; $class = 'card-part__audience'; include __DIR__ . '/audience.php'; ?></h2>
<?php foreach ($part['texts'] ?? [] as $text) { ?>
						<p class="ui-text" dir="auto"><?php p(FixedSpaces::in($text)); ?></p>
<?php } ?>
<?php if (isset($part['items'])) { ?>
						<ul class="card-items">
<?php foreach ($part['items'] as $item) { ?>
							<li class="card-items__item"><span class="ui-text" dir="auto"><?php p(FixedSpaces::in($item['text'])); ?></span><?php if ($item['about'] !== '') { ?><span class="ui-hint"><?php p($item['about']); ?></span><?php } ?></li>
<?php } ?>
						</ul>
<?php } ?>
<?php if (isset($part['lines'])) { ?>
						<dl class="card-from">
<?php foreach ($part['lines'] as $line) { ?>
							<div>
								<dt class="ui-hint"><?php p($line['title'] . ($line['audience'] === '' ? '' : " · {$line['audience']}")); ?></dt>
								<dd class="ui-text" dir="auto"><?php p(FixedSpaces::in($line['text'])); ?></dd>
							</div>
<?php } ?>
						</dl>
<?php } ?>
<?php if (isset($part['links'])) { ?>
						<ul class="card-contact">
<?php foreach ($part['links'] as $link) { ?>
							<li><?php if ($link['href'] === null) { p($link['text']); } else { ?><a class="ui-link" href="<?php p($link['href']); ?>"<?php if ($link['outside']) { ?> target="_blank" rel="noopener noreferrer nofollow"<?php } ?>><?php p($link['text']); ?></a><?php } ?> <?php $audience = $link['audience']; $class = 'ui-hint'; include __DIR__ . '/audience.php'; ?></li>
<?php } ?>
						</ul>
<?php } ?>
					</section>
