<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A board of the stand-in for Deck, as a page. @var array $_ @var \OCP\IL10N $l */
?>
<main id="app-content" class="deck">
	<h2><?php p($_['board']['title']); ?></h2>
	<div class="deck-stacks">
<?php foreach ($_['stacks'] as $stack) { ?>
		<section aria-labelledby="stack-<?php p($stack['id']); ?>">
			<h3 id="stack-<?php p($stack['id']); ?>"><?php p($stack['title']); ?></h3>
			<ul>
<?php foreach ($stack['cards'] as $card) { ?>
				<li>
					<a href="/apps/deck/board/<?php p($_['board']['id']); ?>/card/<?php p($card['id']); ?>"<?php if ($card['id'] === $_['card']) { ?> aria-current="true"<?php } ?>><?php p($card['title']); ?></a>
					<small><?php p(implode(', ', array_filter([...array_intersect_key($_['labels'], array_flip($card['labels'])), substr((string)$card['duedate'], 0, 10), ...array_map($_['name'], $card['users'])]))); ?></small>
<?php if ($card['id'] === $_['card']) { ?>
					<pre><?php p($card['description']); ?></pre>
<?php } ?>
				</li>
<?php } ?>
			</ul>
		</section>
<?php } ?>
	</div>
</main>
