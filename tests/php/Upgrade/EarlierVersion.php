<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Upgrade;

use Sandbox\Service\Database;
use Sandbox\Service\Schema;

/** The tables of an earlier version, filled with what record.php has recorded of it. */
final class EarlierVersion {
	/** @return array{version: string, at: int, token: string, tables: array<string, array{columns: list<string>, rows: list<list<mixed>>}>, answers: list<array{by: string, path: string, data: mixed}>} */
	public static function recorded(string $version): array {
		return json_decode((string)file_get_contents(__DIR__ . "/../../fixtures/upgrade/$version.json"), true, 512, JSON_THROW_ON_ERROR);
	}

	/**
	 * An app that is only what Nextcloud read of the earlier version to make its tables.
	 *
	 * @param string $app the folder it is put in
	 * @param string $before the migrations whose names are before this one
	 */
	public static function app(string $app, string $version, string $before): string {
		mkdir("$app/appinfo", 0700, true);
		mkdir("$app/lib/Migration", 0700, true);
		file_put_contents("$app/appinfo/info.xml", "<info><id>reseau</id><version>$version</version><namespace>Reseau</namespace></info>");
		foreach (self::migrations() as $file) {
			if (basename($file) < $before) {
				copy($file, "$app/lib/Migration/" . basename($file));
			}
		}
		return $app;
	}

	/** @return list<string> the files of today's migrations, the first one first */
	public static function migrations(): array {
		return glob(__DIR__ . '/../../../lib/Migration/Version*.php');
	}

	/** @param array<string, array{columns: list<string>, rows: list<list<mixed>>}> $tables */
	public static function fill(Database $db, array $tables): void {
		$platform = $db->doctrine->getDatabasePlatform();
		$schema = new Schema($db);
		foreach ($tables as $name => ['columns' => $columns, 'rows' => $rows]) {
			$table = $schema->getTable($name);
			$quoted = $platform->quoteSingleIdentifier(Database::PREFIX . $name);
			$db->executeStatement("DELETE FROM $quoted");
			$types = array_map(static fn (string $column) => $table->getColumn($column)->getType(), $columns);
			$names = implode(', ', array_map($platform->quoteSingleIdentifier(...), $columns));
			$one = '(' . implode(', ', array_fill(0, count($columns), '?')) . ')';
			foreach (array_chunk($rows, 50) as $some) {
				$values = implode(', ', array_fill(0, count($some), $one));
				$db->executeStatement("INSERT INTO $quoted ($names) VALUES $values", array_merge(...$some), array_merge(...array_fill(0, count($some), $types)));
			}
			if ($db->provider === Database::PLATFORM_POSTGRES && in_array('id', $columns, true)) {
				$db->executeQuery("SELECT setval(pg_get_serial_sequence('" . Database::PREFIX . "$name', 'id'), (SELECT MAX(id) FROM $quoted))");
			}
		}
	}

	/** Deletes a folder with all that is in it. */
	public static function remove(string $folder): void {
		$files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS), \RecursiveIteratorIterator::CHILD_FIRST);
		foreach ($files as $file) {
			$file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
		}
		rmdir($folder);
	}
}
