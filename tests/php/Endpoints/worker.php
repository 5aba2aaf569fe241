<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * One of the processes of AtOnceTest: reads a request a line, stops before the first statement that writes until the gate is opened for
 * all of them, and says what was answered, how many mails left and which tables were written.
 */

use OCA\Reseau\Tests\Endpoints\Snapshot;
use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Mailer;

[, $root, $state, $dsn, $time, $config] = $argv;
require $root . '/tests/sandbox/autoload.php';
require __DIR__ . '/Snapshot.php';

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
	$kernel->get(Mailer::class)->forget();
	$written = [];
	$db->watch = static function (?string $sql) use ($say, &$written): void {
		$table = Snapshot::written($sql);
		if ($written === [] && !in_array($table, [null, 'oc_sandbox_attempts'], true)) {
			$say('waits');
			fgets(STDIN);
		}
		$written[$table ?? 'oc_sandbox_attempts'] = true;
		unset($written['oc_sandbox_attempts']);
	};
	$reply = $kernel->request($method, $path, $uid, $body, $headers);
	$say([$reply->status, $reply->body, strtok((string)$reply->error, "\n"), count($kernel->mails()), array_keys($written)]);
}
