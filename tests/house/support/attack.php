<?php

/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

declare(strict_types=1);

// Tries patterns on texts of a length, and prints those that take longer than in proportion to it, as JSON:
// php -d pcre.jit=0 attack.php LENGTH MILLISECONDS < (as JSON, patterns with their attacks).

[, $length, $budget] = array_map(intval(...), $argv);

/** Steps for each character: what goes through a text once takes a few. */
const STEPS = 40;

/** Time this process has computed, in ms: a machine that does other things takes none of it. */
function computed(): float {
	$used = getrusage();
	return 1000 * ($used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec']) + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1000;
}

/** The best of some times, in ms. */
function best(string $pattern, string $text): float {
	$best = INF;
	for ($run = 0; $run < 3; $run++) {
		$start = computed();
		preg_match($pattern, $text);
		$best = min($best, computed() - $start);
	}
	return $best;
}

/** Why a text is too hard on a pattern; null where it is not. */
function hard(string $pattern, string $piece, string $behind, int $length, int $budget): ?string {
	$text = str_repeat($piece, (int)ceil($length / mb_strlen($piece))) . $behind;
	ini_set('pcre.backtrack_limit', (string)(STEPS * strlen($text)));
	$start = computed();
	if (preg_match($pattern, $text) === false) {
		return preg_last_error_msg();
	}
	$took = computed() - $start;
	if ($took < $budget) {
		return null;
	}
	// Again. Less than a third proves nothing: in short texts PHP first looks for the required characters.
	$took = best($pattern, $text);
	$third = best($pattern, str_repeat($piece, (int)ceil($length / 3 / mb_strlen($piece))) . $behind);
	return $took > $budget && $took > 5 * $third ? sprintf('%.0f ms, %.0f ms on a third', $took, $third) : null;
}

$slow = [];
foreach (json_decode((string)file_get_contents('php://stdin'), true, flags: JSON_THROW_ON_ERROR) as ['pattern' => $pattern, 'attacks' => $attacks]) {
	foreach ($attacks as $on) {
		$why = hard($pattern, $on['piece'], $on['behind'], $length, $budget);
		if ($why !== null) {
			$slow[] = ['pattern' => $pattern, 'on' => $on, 'why' => $why];
			break;
		}
	}
}
echo json_encode($slow, JSON_THROW_ON_ERROR);
