<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\Markdown;

/* A text that its authors wrote in Markdown, as src/shared/ui/UiMarkdown.ts makes it: every word of theirs is escaped. */

/** @var string $markdown the text */
/** @var int $level of its first headings */
$inline = static function (array $parts) use (&$inline): void {
	foreach ($parts as $part) {
		if ($part['type'] === 'text') {
			p(FixedSpaces::in($part['text']));
		} elseif ($part['type'] === 'code') { ?><code><?php p($part['text']); ?></code><?php } elseif ($part['type'] === 'link') { ?><a class="ui-link" href="<?php p($part['href']); ?>" target="_blank" rel="noopener noreferrer nofollow"><?php $inline($part['inline']); ?></a><?php } elseif ($part['type'] === 'em') { ?><em><?php $inline($part['inline']); ?></em><?php } else { ?><strong><?php $inline($part['inline']); ?></strong><?php }
	}
};
$blocks = static function (array $all) use (&$blocks, $inline, $level): void {
	foreach ($all as $block) {
		switch ($block['type']) {
			case 'heading':
				$tag = 'h' . min($level + $block['level'] - 1, 6); ?><<?php p($tag); ?>><?php $inline($block['inline']); ?></<?php p($tag); ?>><?php
				break;
			case 'list':
				$tag = $block['start'] === null ? 'ul' : 'ol'; ?><<?php p($tag); ?><?php if ($block['start'] !== null && $block['start'] !== 1) { ?> start="<?php p((string)$block['start']); ?>"<?php } ?>><?php foreach ($block['items'] as $item) { ?><li><?php $blocks($item); ?></li><?php } ?></<?php p($tag); ?>><?php
				break;
			case 'quote': ?><blockquote><?php $blocks($block['blocks']); ?></blockquote><?php
				break;
			case 'rule': ?><hr><?php
				break;
			default: ?><p><?php $inline($block['inline']); ?></p><?php
		}
	}
};
?>
					<div class="ui-markdown" dir="auto"><?php $blocks(Markdown::blocks($markdown)); ?></div>
