<?php

/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

declare(strict_types=1);

// Prints the mutants of PHP files as JSON, by path: php mutants.php < (list of files, one a line).
// With --reached instead: writes into each file, at the start of every method, that it was reached (Reached.php).

(require __DIR__ . '/../lib/libraries.php')('PhpParser');
require __DIR__ . '/Mutator.php';

use OCA\Reseau\Scripts\Mutants\Mutator;
use PhpParser\Node;
use PhpParser\NodeFinder;
use PhpParser\NodeTraverser;
use PhpParser\ParserFactory;

$parser = (new ParserFactory())->createForNewestSupportedVersion();
$found = [];
foreach (array_filter(explode("\n", stream_get_contents(STDIN))) as $path) {
	$code = file_get_contents($path);
	$tree = $parser->parse($code);
	if (!in_array('--reached', $argv, true)) {
		$mutator = new Mutator($code);
		(new NodeTraverser($mutator))->traverse($tree);
		$found[$path] = $mutator->mutants;
		continue;
	}
	$methods = (new NodeFinder())->find($tree, static fn (Node $node): bool => $node instanceof Node\Stmt\ClassMethod && ($node->stmts ?? []) !== []);
	foreach (array_reverse($methods) as $method) {
		$name = var_export("$path::{$method->name}", true);
		$code = substr_replace($code, "\$GLOBALS['reached'][$name] = true; ", $method->stmts[0]->getStartFilePos(), 0);
	}
	file_put_contents($path, $code);
}
echo json_encode($found, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_FORCE_OBJECT * ($found === []));
