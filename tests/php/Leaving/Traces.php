<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Shared\Fold;
use OCP\ICacheFactory;
use OCP\IDBConnection;
use OCP\Security\ICrypto;
use ReflectionProperty;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Database;
use Throwable;

/** Where the data of a person is: every column of every table, as the schema names them, encrypted or not, and the memory cache and the log. */
final class Traces {
	/** Of Nextcloud: who is logged in, attempts, and the files, teams and boards of its apps. */
	private const NOT_OURS = ['oc_sandbox_sessions', 'oc_sandbox_attempts', 'oc_sandbox_files', 'oc_sandbox_things', 'oc_users', 'oc_group_user', 'oc_migrations'];

	private readonly ICrypto $crypto;

	/**
	 * @param string $mark begins the person’s uid, name, address and words, and nothing else; folded
	 * @param array<string, string> $hashes by what they are of, in words
	 */
	public function __construct(
		private readonly Kernel $kernel,
		private readonly string $mark,
		private readonly array $hashes,
	) {
		$this->crypto = $kernel->get(ICrypto::class);
	}

	/** @return array<string, string> by `table.column`, `cache` or `log`: the contents */
	public function find(): array {
		$found = [];
		foreach ($this->tables() as $table => $columns) {
			foreach ($this->database()->doctrine->fetchAllAssociative("SELECT * FROM $table") as $row) {
				foreach ($row as $column => $value) {
					$trace = $this->traceIn((string)$value);
					if ($trace !== null) {
						$found[substr($table, strlen(Database::PREFIX)) . ".$column"] = $trace;
					}
				}
			}
		}
		$cache = $this->kernel->get(ICacheFactory::class);
		foreach ((new ReflectionProperty($cache, 'held'))->getValue($cache) as $key => $value) {
			$found += array_filter(['cache' => $this->traceIn("$key $value")]);
		}
		$found += array_filter(['log' => $this->traceIn($this->kernel->log())]);
		ksort($found);
		return $found;
	}

	/** @return array<string, list<string>> columns by table */
	public function tables(): array {
		$manager = $this->database()->doctrine->createSchemaManager();
		$tables = [];
		foreach ($manager->listTableNames() as $table) {
			if (str_starts_with($table, Database::PREFIX) && !in_array($table, self::NOT_OURS, true)) {
				$tables[$table] = array_values(array_map(static fn ($column): string => $column->getName(), $manager->listTableColumns($table)));
			}
		}
		return $tables;
	}

	private function database(): Database {
		return $this->kernel->get(IDBConnection::class);
	}

	/** @return ?string what it contains of the person; null: nothing */
	private function traceIn(string $value): ?string {
		foreach ($this->hashes as $what => $hash) {
			if (str_contains($value, $hash)) {
				return $what;
			}
		}
		return str_contains(Fold::text($this->plain($value)), $this->mark) ? mb_substr($this->plain($value), 0, 200) : null;
	}

	/** With the plain text of what is encrypted or packed in it. */
	private function plain(string $value): string {
		if (strlen($value) >= 160 && ctype_xdigit($value)) {
			try {
				$value = $this->crypto->decrypt($value);
			} catch (Throwable) {
			}
		}
		$unpacked = @gzdecode((string)base64_decode($value, true));
		return $unpacked === false ? $value : $unpacked;
	}
}
