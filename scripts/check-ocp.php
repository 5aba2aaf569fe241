<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// php check-ocp.php DIR…, in the project's folder: holds lib/ and the sandbox against checkouts of Nextcloud's public API (each DIR contains OCP/).
// What the sandbox declares is an exact subset of the oldest version, the one whose DIR is named first. Classes listed with a version (`@34.0.2 …`) may be missing
// where that is newer: the app names them only where that version asks for it.

(require __DIR__ . '/lib/libraries.php')('PhpParser');
foreach (['Types', 'Declared', 'World', 'Signature', 'Inference', 'UseCheck'] as $class) {
	require __DIR__ . "/ocp/$class.php";
}

use OCA\Reseau\Scripts\Ocp\Declared;
use OCA\Reseau\Scripts\Ocp\Signature;
use OCA\Reseau\Scripts\Ocp\UseCheck;
use OCA\Reseau\Scripts\Ocp\World;

/** @return list<string> how a class of the sandbox differs from Nextcloud's own */
function sandboxFaults(Declared $ours, World $there, bool $exactly, int &$signatures): array {
	$real = $there->find($ours->name);
	if ($real === null) {
		return ['is missing'];
	}
	$faults = [];
	if ($exactly && ($ours->node::class !== $real->node::class || array_diff($ours->parents, ancestors($real, $there)) !== [])) {
		$faults[] = 'is declared otherwise';
	}
	foreach ($ours->constants as $name => $value) {
		$owner = array_filter(iterator_to_array($there->lineage($ours->name), false), static fn (Declared $class): bool => array_key_exists($name, $class->constants));
		if ($owner === []) {
			$faults[] = "::$name is missing";
		} elseif ($exactly && Signature::text($value) !== Signature::text(reset($owner)->constants[$name])) {
			$faults[] = "::$name has another value";
		}
	}
	foreach ($ours->methods as $method) {
		$found = $method->isPrivate() ? null : $there->method($ours->name, $method->name->toString());
		if ($found === null) {
			// What Nextcloud inherits from elsewhere (PSR) is not in its public API's folder.
			if (!$method->isPrivate() && $there->complete($ours->name)) {
				$faults[] = "::{$method->name}() is missing";
			}
			continue;
		}
		$signatures++;
		$mine = Signature::of($method, $ours);
		$theirs = Signature::of($found[1], $found[0]);
		$wrong = $exactly ? ((string)$mine === (string)$theirs ? [] : ["is $theirs, not $mine"]) : $theirs->callableAs($mine, $there);
		foreach ($wrong as $what) {
			$faults[] = "::{$method->name}() $what";
		}
	}
	return $faults;
}

/** @return array<string, bool> the classes that are listed, and whether each is of a newer version than the oldest */
function listedSince(string $file): array {
	$listed = [];
	foreach (file($file) as $line) {
		[$class, $reason] = explode("\t", trim($line), 2) + [1 => ''];
		$listed[$class] = preg_match('/^@\d/', $reason) === 1;
	}
	return $listed;
}

/** @return list<string> every class a class inherits from */
function ancestors(Declared $class, World $world): array {
	return array_merge($class->parents, ...array_map(static fn (Declared $found): array => $found->parents, iterator_to_array($world->lineage($class->name), false)));
}

$project = getcwd();
$listed = array_filter(array_map(static fn (string $line): string => strtok(trim($line), " \t") ?: '', file("$project/tests/sandbox/OCP.list")));
$newer = array_keys(array_filter(listedSince("$project/tests/sandbox/OCP.list")));
$failed = false;
foreach (array_slice($argv, 1) as $position => $folder) {
	$there = new World(['OCP\\' => "$folder/OCP", 'OCA\\Reseau\\' => "$project/lib"]);
	$sandbox = (new World(['OCP\\' => "$project/tests/sandbox/OCP"]))->all("$project/tests/sandbox/OCP");
	$signatures = 0;
	$faults = [];
	foreach ($sandbox as $class) {
		if (in_array($class->name, $newer, true) && $there->find($class->name) === null) {
			continue;
		}
		foreach (sandboxFaults($class, $there, $position === 0, $signatures) as $what) {
			$faults[] = "sandbox: {$class->name}" . (str_starts_with($what, '::') ? '' : ' ') . $what;
		}
	}
	$check = new UseCheck($there, $newer);
	foreach ($there->all("$project/lib") as $class) {
		$check->check($class);
	}
	$declared = array_map(static fn (Declared $class): string => $class->name, $sandbox);
	foreach (array_keys($check->classes) as $class) {
		if (!in_array($class, $listed, true) || !in_array($class, $declared, true)) {
			$check->faults[] = "$class is used in lib/ and missing in " . (in_array($class, $listed, true) ? 'the sandbox' : 'OCP.list');
		}
	}
	array_push($faults, ...$check->faults);
	$failed = $failed || $faults !== [];
	echo "$folder\n";
	foreach ($faults as $what) {
		echo "  ✗ $what\n";
	}
	foreach ($check->unresolved as $call) {
		echo "  ? $call\n";
	}
	printf("  %d classes, %d signatures, %d calls checked, %d unresolved, %d violations\n",
		count($sandbox) + count($check->classes), $signatures + $check->signatures, $check->calls, count($check->unresolved), count($faults));
}
exit($failed ? 1 : 0);
