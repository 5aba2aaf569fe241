<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * The figures of a judged network: php scripts/matching.php FOLDER. npm run matching calls it.
 *
 * --propose       writes what each need and offer may be about, as JSON: [{ member, side, index, text, proposals: [{ about, sentence }] }]
 * --taps=FILE     takes what was chosen of these: [{ member, side, index, about }]; null where none fits
 */

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Tests\Matching\Network;

require __DIR__ . '/../tests/php/bootstrap.php';

$folder = $argv[1] ?? '';
$people = array_column(Network::json("$folder/members.json"), null, 'id');
$sides = ['need' => 'seeks', 'help' => 'offers'];
foreach (array_slice($argv, 2) as $option) {
	if ($option === '--propose') {
		$all = [];
		foreach ($people as $id => $person) {
			foreach ($sides as $side => $part) {
				foreach ($person[$part] ?? [] as $index => $item) {
					$all[] = ['member' => $id, 'side' => $side, 'index' => $index, 'text' => $item['text'], 'proposals' => (new KnowledgeBase())->get()->propose($item['text'], Side::from($side))];
				}
			}
		}
		echo json_encode($all, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";
		exit;
	}
	foreach (array_filter(Network::json((string)preg_replace('/^--taps=/', '', $option)), static fn (array $tap): bool => ($tap['about'] ?? '') !== '') as $tap) {
		$people[$tap['member']][$sides[$tap['side']]][$tap['index']]['about'] = $tap['about'];
	}
}
$network = new Network($people);
$judged = Network::json("$folder/judged.json");

$found = $foundOf = $allOf = [];
foreach ($judged['match'] as $pair) {
	$kind = $pair['wording'];
	$allOf[$kind] = ($allOf[$kind] ?? 0) + 1;
	if ($network->shows($pair['a'], $pair['b'])) {
		$found[] = $pair;
		$foundOf[$kind] = ($foundOf[$kind] ?? 0) + 1;
	}
}
$taken = array_filter($judged['noMatch'], static fn (array $pair): bool => $network->showsTexts($pair['a'], $pair['b'], $pair['seek']['text'], $pair['offer']['text']));
$shown = array_map(count(...), $network->first);
$people = count($network->people);

$row = static fn (string $what, int $n, int $of): string => sprintf("%-46s %3d of %3d  %3d %%\n", $what, $n, $of, $of === 0 ? 0 : (int)round(100 * $n / $of));
echo $row('matches among the first five of either', count($found), count($judged['match']));
foreach ($allOf as $kind => $n) {
	echo $row("· $kind", $foundOf[$kind] ?? 0, $n);
}
echo $row('decoys among them', count($taken), count($judged['noMatch']));
echo $row('people who see nobody', $people - count($shown), $people);
printf("%-46s %5.1f\n", 'people shown on average', array_sum($shown) / $people);
