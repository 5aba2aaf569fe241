<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/**
 * Names of files that a browser stores for another browser to create: one that leads out of its folder is refused. src/shared/lib/plainName.ts is held to
 * the same fixture, tests/fixtures/rules/plain-names.json.
 */
final class PlainName {
	/** Bytes: Nextcloud appends to the names of deleted and partly uploaded files. */
	private const LENGTH = 250;

	public static function isPlain(string $name): bool {
		return $name !== '' && strlen($name) <= self::LENGTH && preg_match('/^[.\s\p{Z}]|[.\s\p{Z}]\z|[\\\\\/:*?"<>|\x00-\x1f\x7f]/u', $name) === 0;
	}

	/** A path in an account's Files, from their root. */
	public static function isPath(string $path): bool {
		$names = explode('/', $path);
		return count($names) > 1 && array_shift($names) === '' && array_filter($names, static fn (string $name): bool => $name === '' || $name === '.' || $name === '..'
			|| preg_match('/[\\\\\x00-\x1f\x7f]/u', $name) !== 0) === [];
	}
}
