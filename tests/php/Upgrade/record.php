<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * php tests/php/Upgrade/record.php CHECKOUT > tests/fixtures/upgrade/VERSION.json
 *
 * Writes down a network as a released version keeps it and answers from it: CHECKOUT is a checkout of that release, built. The
 * demo network, then what people do: edit, hide, pause, withdraw, erase, keep a card for another person and hand it over, ask another by mail,
 * keep a search, settle a charter, import a row.
 *
 *   { "version": "0.1.0", "at": seconds, "token": of a card to take over,
 *     "tables": { "reseau_members": { "columns": ["id", …], "rows": [[1, …], …] }, … },
 *     "answers": [ { "by": uid, "path": …, "data": … }, … ] }
 */

const API = '/ocs/v2.php/apps/reseau/api/v1';
const MEMBER = 'maelle-roumegous';
const FACILITATOR = 'romain-vielfaure';

/** Of Nextcloud: who there is and what the app had set; of the app: everything. */
const CORE = ['users', 'groups', 'group_user', 'appconfig', 'preferences', 'migrations'];

$checkout = $argv[1] ?? exit("Which checkout?\n");
require_once "$checkout/tests/php/bootstrap.php";
$kernel = sandbox($checkout);
$kernel->config['ratelimit.protection.enabled'] = false;
$kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 24, 2026));

$ask = static function (string $method, string $path, string $uid, ?array $body = null) use ($kernel): mixed {
	$reply = $kernel->request($method, API . $path, $uid, $body);
	if ($reply->status >= 300) {
		throw new RuntimeException("$method $path: $reply->status $reply->body $reply->error");
	}
	return $reply->data();
};
$occ = static function (string $command, array $input) use ($kernel): void {
	$tester = new CommandTester($kernel->get($command));
	if ($tester->execute($input) !== 0) {
		throw new RuntimeException($tester->getDisplay());
	}
};

$kernel->createUser('admin', 'Admin', ['admin']);
foreach (['ilan', 'nora'] as $uid) {
	$kernel->createUser($uid, ucfirst($uid));
}
$occ(DemoCommand::class, ['--create-accounts' => true, '--password' => 'Cordee-2026-oc']);
$kernel->clock->stopAt($kernel->clock->getTime() + 3600);

$change = static function (string $uid, array $parts) use ($ask): void {
	$ask('PUT', '/members/me', $uid, ['version' => $ask('GET', '/members/me', $uid)['version']] + $parts);
};
$status = static function (string $uid, array $card, string $status) use ($ask): void {
	$ask('PUT', "/members/{$card['id']}/status", $uid, ['status' => $status, 'version' => $card['version']]);
};
$change(MEMBER, [
	'drives' => 'Que l’eau des sources reste à ceux qui en boivent.',
	'contact' => ['email' => 'maelle@example.org', 'phone' => '01 99 00 00 00'],
	'audience' => ['contact' => 'groups', 'phone' => 'me', 'drives' => 'public'],
]);
$change('bastian-escande', ['values' => ['Patience', 'ecoute'], 'audience' => ['values' => 'groups']]);
$status('mai-nguyen-delpech', $ask('GET', '/members/me', 'mai-nguyen-delpech'), 'paused');
$status('peire-cantaloube', $ask('GET', '/members/me', 'peire-cantaloube'), 'withdrawn');
$ask('DELETE', '/members/me', 'idriss-benkacem');
$kernel->get(IUserManager::class)->get('loic-treguer')->setEnabled(false);

$keep = static function (string $name, bool $agreed) use ($ask, $status): array {
	$card = $ask('POST', '/members', MEMBER, ['name' => $name, 'drives' => 'Tenir le four à pain du village', 'contact' => ['phone' => '01 99 00 00 01']]);
	if ($agreed) {
		$ask('POST', "/members/{$card['id']}/consent", MEMBER, ['date' => '2026-11-20', 'how' => 'De vive voix, au marché']);
		$status(MEMBER, $card, 'published');
	}
	return $card;
};
$keep('Aubane Sans Accord', false);
$handed = $keep('Ilan Boulanger', true);
$token = basename($ask('POST', "/members/{$handed['id']}/claim-link", MEMBER, [])['url']);

$asked = $ask('POST', '/members', MEMBER, ['name' => 'Aubin Sans Accord', 'drives' => 'Marcher', 'contact' => ['email' => 'aubin@example.org']]);
$ask('POST', "/members/{$asked['id']}/consent-mail", MEMBER, []);
$ask('POST', '/searches', MEMBER, ['name' => 'Le pain', 'q' => 'four pain']);
$ask('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Dire jusqu’à quand, et partir en le disant.']);
$import = $ask('POST', '/imports', FACILITATOR, ['hash' => str_repeat('a', 64), 'total' => 1, 'mapping' => str_repeat('b', 64), 'answers' => '{}']);
$ask('POST', "/imports/{$import['import']['id']}/rows", FACILITATOR, ['rows' => [['position' => 1, 'row' => ['name' => 'Zélie Importée', 'drives' => 'Compter les étoiles', 'consent' => ['date' => '2026-11-20', 'how' => 'Au téléphone']]]]]);

$entries = $ask('GET', '/glossary', FACILITATOR);
$ask('DELETE', "/glossary/{$entries[0]['id']}", FACILITATOR);
$ask('PUT', "/glossary/{$entries[1]['id']}", FACILITATOR, ['synonyms' => ['zigouzague']] + $entries[1]);

$answers = [];
foreach ([MEMBER, FACILITATOR, 'nora'] as $uid) {
	$paths = ['/members?q=eau', '/members?q=four+pain', '/members?q=zigouzague', '/members/facets?of=sector', '/members/facets?of=theme&q=eau', '/home'];
	if ($uid !== 'nora') {
		array_push($paths, '/members/me', '/members/kept', "/members/{$handed['id']}");
	}
	if ($uid === MEMBER) {
		array_push($paths, '/members?limit=100', '/vocabulary', '/glossary', '/searches');
	}
	if ($uid === FACILITATOR) {
		array_push($paths, '/imports', "/imports/{$import['import']['id']}");
	}
	foreach ($paths as $path) {
		$data = $ask('GET', $path, $uid);
		// Of more places than are shown, with as many cards each, a database gives whichever it comes by first.
		unset($data['facets']['territory']);
		$answers[] = ['by' => $uid, 'path' => $path, 'data' => $data];
	}
}

$connection = $kernel->get(Database::class)->doctrine;
$ours = preg_grep('/^oc_reseau_/', $connection->createSchemaManager()->listTableNames());
$tables = [];
foreach ([...array_map(static fn (string $name): string => "oc_$name", CORE), ...$ours] as $table) {
	$rows = $connection->fetchAllAssociative("SELECT * FROM $table");
	if ($rows !== []) {
		$tables[substr($table, 3)] = ['columns' => array_keys($rows[0]), 'rows' => array_map(array_values(...), $rows)];
	}
}

$json = static fn (mixed $data): string => json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
$lines = static fn (array $list): string => "[\n" . implode(",\n", array_map($json, $list)) . "\n]";
echo '{"version": ', $json($kernel->get(Apps::class)->version()), ', "at": ', $kernel->clock->getTime(), ', "token": ', $json($token), ",\n\"tables\": {\n";
foreach ($tables as $name => $table) {
	echo $name === array_key_first($tables) ? '' : ",\n", $json($name), ': {"columns": ', $json($table['columns']), ', "rows": ', $lines($table['rows']), '}';
}
echo "},\n\"answers\": ", $lines($answers), "}\n";
