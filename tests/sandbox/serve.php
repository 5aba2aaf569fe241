<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * One request of `php -S`: a file of the app or of the sandbox, or an answer of the Kernel. The environment names the state
 * folder (RESEAU_STATE) and, where it is not SQLite in that folder, the database (RESEAU_DSN).
 */

use Sandbox\Kernel\Kernel;
use Sandbox\Service\Request;

const TYPES = [
	'js' => 'text/javascript', 'mjs' => 'text/javascript', 'css' => 'text/css', 'svg' => 'image/svg+xml', 'png' => 'image/png',
	'jpg' => 'image/jpeg', 'webp' => 'image/webp', 'ico' => 'image/x-icon', 'woff2' => 'font/woff2', 'map' => 'application/json',
];

require_once __DIR__ . '/autoload.php';

$path = rawurldecode((string)parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));

// The kinds of files a web server gives out for Nextcloud; everything else is a route.
if (preg_match('~^/(core|apps/[a-z_]+/(?:js|css|img|l10n))(/[\w./@+-]+\.(\w+))$~', $path, $found) === 1 && isset(TYPES[$found[3]])) {
	$folder = $found[1] === 'core' ? __DIR__ . '/public' : Kernel::appOfEnvironment() . strrchr($found[1], '/');
	$file = realpath($folder . $found[2]);
	if ($file !== false && str_starts_with($file, realpath($folder) . '/')) {
		header('Content-Type: ' . TYPES[$found[3]] . (str_starts_with(TYPES[$found[3]], 'text/') ? '; charset=utf-8' : ''));
		header('Cache-Control: ' . (isset($_GET['v']) ? 'max-age=15778463, immutable' : 'max-age=300'));
		header('X-Content-Type-Options: nosniff');
		readfile($file);
		return;
	}
}

$headers = array_change_key_case(getallheaders());
$request = new Request($_SERVER['REQUEST_METHOD'], $_SERVER['REQUEST_URI'], $headers, (string)file_get_contents('php://input'), $_SERVER['REMOTE_ADDR']);
$reply = Kernel::ofEnvironment()->handle($request);
http_response_code($reply->status);
header_remove('X-Powered-By');
foreach ($reply->headers as $name => $value) {
	header("$name: $value");
}
if ($_SERVER['REQUEST_METHOD'] !== 'HEAD') {
	print $reply->body;
}
