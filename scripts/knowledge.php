<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* Compiles knowledge/ into data/knowledge.php; npm run build calls it. */

use OCA\Reseau\Knowledge\Compiler;

$root = dirname(__DIR__);
foreach (['Shared/Fold', 'Search/Stem', 'Search/Tokenizer', ...array_map(static fn (string $class): string => "Knowledge/$class", ['Side', 'Weights', 'Acts', 'Likely', 'LikelyCompiler', 'Compiler'])] as $class) {
	require "$root/lib/$class.php";
}

$situations = [];
foreach (glob("$root/knowledge/situations/*.json") ?: [] as $file) {
	array_push($situations, ...json_decode((string)file_get_contents($file), true, 16, JSON_THROW_ON_ERROR));
}
$acts = json_decode((string)file_get_contents("$root/knowledge/acts.json"), true, 16, JSON_THROW_ON_ERROR);
$sentences = [];
foreach (glob("$root/knowledge/sentences/*.tsv") ?: [] as $file) {
	foreach (file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) ?: [] as $line) {
		$sentences[] = array_combine(['situation', 'side', 'act', 'text'], explode("\t", $line));
	}
}

/** A PHP literal of strings and arrays of strings, shorter than that of var_export(). */
function literal(mixed $value): string {
	if (!is_array($value)) {
		return match (true) {
			is_int($value) => (string)$value,
			is_float($value) => (string)round($value, 6),
			default => "'" . addcslashes((string)$value, "'\\") . "'",
		};
	}
	return '[' . implode(',', array_map(static fn (mixed $key, mixed $its): string => (is_int($key) ? $key : literal($key)) . '=>' . literal($its), array_keys($value), $value)) . ']';
}

/** Renamed, because tests may be reading it. */
function write(string $file, array $content): void {
	file_put_contents("$file." . getmypid(), '<?php return ' . literal($content) . ";\n");
	rename("$file." . getmypid(), $file);
}

write("$root/data/knowledge.php", (new Compiler())->compile($situations, $sentences, $acts));
// For people who ask what the knowledge has about a situation.
write("$root/data/knowledge-words.php", array_map(static fn (array $fr): array => array_slice($fr['words'], 0, 12), array_column($situations, 'fr', 'id')));
