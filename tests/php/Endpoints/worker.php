<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * One of the processes of AtOnceTest: reads a request a line, stops before the first statement that writes until the gate is opened for
 * all of them, and says what was answered and how many mails left.
 */

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;

[, $root, $state, $dsn, $time, $config] = $argv;
require $root . '/tests/sandbox/autoload.php';

$say = static function (mixed $what): void {
	fwrite(STDOUT, json_encode($what, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
};
$kernel = new Kernel($root, $state, $dsn);
$kernel->config = json_decode($config, true, 8, JSON_THROW_ON_ERROR);
$kernel->clock->stopAt((int)$time);
$db = $kernel->get(IDBConnection::class);
while (($line = fgets(STDIN)) !== false) {
	[$method, $path, $uid, $body, $headers] = json_decode($line, true, 64, JSON_THROW_ON_ERROR);
	$kernel->forget();
	$mails = count($kernel->mails());
	$db->watch = static function (?string $sql) use ($say, $db): void {
		if ($sql !== null && preg_match('/^\s*(?:INSERT|UPDATE|DELETE)\b(?!.*sandbox_attempts)/s', $sql) === 1) {
			$db->watch = null;
			$say('waits');
			fgets(STDIN);
		}
	};
	$reply = $kernel->request($method, $path, $uid, $body, $headers);
	$say([$reply->status, $reply->body, strtok((string)$reply->error, "\n"), count($kernel->mails()) - $mails]);
}
