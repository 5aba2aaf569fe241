<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Closure;
use Doctrine\DBAL\ArrayParameterType;
use Doctrine\DBAL\Connection;
use Doctrine\DBAL\DriverManager;
use Doctrine\DBAL\Exception as DoctrineException;
use Doctrine\DBAL\ParameterType;
use Doctrine\DBAL\Platforms\AbstractMySQLPlatform;
use Doctrine\DBAL\Platforms\PostgreSQLPlatform;
use Doctrine\DBAL\Statement;
use Doctrine\DBAL\Tools\DsnParser;
use LogicException;
use OCP\DB\IResult;
use OCP\IDBConnection;

/** The connection, on SQLite, MySQL/MariaDB or PostgreSQL. */
class Database implements IDBConnection {
	public const PREFIX = 'oc_';

	private const STATEMENTS = 500;

	/** Characters of a statement that is not kept. */
	private const LONG = 2000;

	private const DRIVERS = ['sqlite' => 'pdo_sqlite', 'mysql' => 'pdo_mysql', 'pgsql' => 'pdo_pgsql'];

	public readonly Connection $doctrine;

	/** @var array<string, Connection> by DSN of a server: one for all tests, because a new connection reads every table again */
	private static array $servers = [];

	/** One of IDBConnection's. */
	public readonly string $provider;

	/**
	 * Called with each statement, its parameters and their types before it runs, and with COMMIT: a test that throws here simulates a killed
	 * process, one that waits a slow one.
	 */
	public ?Closure $watch = null;

	/** Rows written so far, what was rolled back and the sandbox's own sessions and counted attempts left out. */
	public int $written = 0;

	/** The same in the transaction under way. */
	private int $pending = 0;

	/** @var array<string, Statement> by their SQL */
	private array $statements = [];

	/** @var array<string, array{list<string>, list<string|int>}> what is between the parameters of a statement, and their names, by its SQL */
	private array $parts = [];

	private int $depth = 0;

	private bool $mustRollBack = false;

	/** @param string $dsn such as sqlite:///:memory:, sqlite:////file, mysql://user:password@host/name, pgsql://… */
	public function __construct(string $dsn) {
		$parameters = (new DsnParser(self::DRIVERS))->parse($dsn);
		if ($parameters['driver'] === 'pdo_mysql') {
			$parameters += ['charset' => 'utf8mb4', 'defaultTableOptions' => ['charset' => 'utf8mb4', 'collation' => 'utf8mb4_bin']];
		}
		$this->doctrine = $parameters['driver'] === 'pdo_sqlite' ? DriverManager::getConnection($parameters) : self::$servers[$dsn] ??= DriverManager::getConnection($parameters);
		// Left by a test that was ended in the middle of it.
		while ($this->doctrine->isTransactionActive()) {
			$this->doctrine->rollBack();
		}
		$platform = $this->doctrine->getDatabasePlatform();
		$this->provider = match (true) {
			$platform instanceof AbstractMySQLPlatform => self::PLATFORM_MYSQL,
			$platform instanceof PostgreSQLPlatform => self::PLATFORM_POSTGRES,
			default => self::PLATFORM_SQLITE,
		};
		if ($this->provider === self::PLATFORM_SQLITE) {
			// As Nextcloud opens it; several workers write to the same file.
			$this->doctrine->executeStatement('PRAGMA busy_timeout = 15000');
			$this->doctrine->executeStatement('PRAGMA journal_mode = WAL');
			$this->doctrine->executeStatement('PRAGMA synchronous = NORMAL');
			$this->doctrine->executeStatement('PRAGMA case_sensitive_like = true');
			$this->doctrine->executeStatement('PRAGMA foreign_keys = true');
		}
	}

	public function getDatabaseProvider(bool $strict = false): string {
		return $this->provider;
	}

	public function getQueryBuilder() {
		return new QueryBuilder($this);
	}

	public function executeQuery(string $sql, array $params = [], $types = []): IResult {
		return $this->watched($sql, fn () => new Result($this->prepared($sql, $params, $types)->executeQuery()->fetchAllAssociative()), $params, $types);
	}

	public function executeStatement($sql, array $params = [], array $types = []): int {
		$rows = (int)$this->watched($sql, fn () => $this->prepared($sql, $params, $types)->executeStatement(), $params, $types);
		if (preg_match('/\W\*PREFIX\*sandbox_(?:attempts|sessions)\b/', $sql) !== 1) {
			$this->depth === 0 ? $this->written += $rows : $this->pending += $rows;
		}
		return $rows;
	}

	public function lastInsertId(string $table): int {
		if ($this->provider === self::PLATFORM_POSTGRES) {
			return (int)$this->executeQuery('SELECT lastval()')->fetchOne();
		}
		return (int)$this->doctrine->lastInsertId();
	}

	/** @param array<string, mixed> $values by column; left alone where the key exists already */
	public function insertIgnoreConflict(string $table, array $values): int {
		$row = "INTO `*PREFIX*$table` (`" . implode('`, `', array_keys($values)) . '`) VALUES(' . implode(', ', array_fill(0, count($values), '?')) . ')';
		return $this->executeStatement($this->provider === self::PLATFORM_MYSQL ? "INSERT IGNORE $row" : "INSERT $row ON CONFLICT DO NOTHING", array_values($values));
	}

	/** Transactions nest without savepoints: an inner one that is rolled back takes the outer one with it. */
	public function beginTransaction(): void {
		if ($this->depth++ === 0) {
			$this->mustRollBack = false;
			$this->pending = 0;
			$this->guard(fn () => $this->doctrine->beginTransaction());
		}
	}

	public function inTransaction(): bool {
		return $this->depth > 0;
	}

	public function commit(): void {
		if ($this->depth === 0 || $this->mustRollBack) {
			throw new LogicException($this->depth === 0 ? 'There is no transaction' : 'An inner transaction was rolled back');
		}
		if ($this->depth === 1) {
			$this->watched('COMMIT', fn () => $this->doctrine->commit());
			$this->written += $this->pending;
		}
		$this->depth--;
	}

	public function rollBack(): void {
		if ($this->depth === 0) {
			throw new LogicException('There is no transaction');
		}
		$this->mustRollBack = true;
		if (--$this->depth === 0) {
			$this->guard(fn () => $this->doctrine->rollBack());
		}
	}

	public function tableExists(string $table): bool {
		return $this->doctrine->createSchemaManager()->tableExists(self::PREFIX . $table);
	}

	public function escapeLikeParameter(string $param): string {
		return addcslashes($param, '\\_%');
	}

	public function limit(string $sql, ?int $limit, int $offset): string {
		return $this->doctrine->getDatabasePlatform()->modifyLimitQuery($sql, $limit, $offset);
	}

	/** The builder quotes with backticks and leaves the prefix open. */
	private function dialect(string $sql): string {
		$sql = str_replace('*PREFIX*', self::PREFIX, $sql);
		return $this->provider === self::PLATFORM_POSTGRES ? str_replace('`', '"', $sql) : $sql;
	}

	/**
	 * A statement with its parameters. Preparing a query takes SQLite as long as running it, so prepared statements are kept and used again;
	 * for this their rows are read together.
	 *
	 * @param array<array-key, mixed> $params
	 * @param array<array-key, mixed> $types
	 */
	private function prepared(string $sql, array $params, array $types): Statement {
		[$sql, $values, $kinds] = $this->positional($sql, $params, $types);
		if (count($this->statements) >= self::STATEMENTS) {
			$this->statements = [];
		}
		// Those with many rows take much memory, and come once.
		$statement = strlen($sql) > self::LONG ? $this->doctrine->prepare($sql) : $this->statements[$sql] ??= $this->doctrine->prepare($sql);
		foreach ($values as $place => $value) {
			$statement->bindValue($place + 1, $value, $kinds[$place] ?? ParameterType::STRING);
		}
		return $statement;
	}

	/**
	 * @param array<array-key, mixed> $params
	 * @param array<array-key, mixed> $types
	 */
	private function watched(string $sql, Closure $work, array $params = [], array $types = []): mixed {
		if ($this->watch !== null) {
			($this->watch)($sql, $params, $types);
		}
		return $this->guard($work);
	}

	/**
	 * Parameters by their place instead of their name, a list as many as it holds: what doctrine would do too, which takes a sixth of
	 * the time of a test.
	 *
	 * @param array<array-key, mixed> $params
	 * @param array<array-key, mixed> $types
	 * @return array{string, list<mixed>, list<mixed>}
	 */
	private function positional(string $sql, array $params, array $types): array {
		if (count($this->parts) >= self::STATEMENTS) {
			$this->parts = [];
		}
		[$texts, $names] = strlen($sql) > self::LONG ? $this->partsOf($sql) : $this->parts[$sql] ??= $this->partsOf($sql);
		$sql = $texts[0];
		$values = [];
		$kinds = [];
		foreach ($names as $n => $name) {
			if (!array_key_exists($name, $params)) {
				throw new LogicException("Nothing was given for :$name");
			}
			$type = $types[$name] ?? ParameterType::STRING;
			if ($type instanceof ArrayParameterType) {
				array_push($values, ...array_values($params[$name]));
				array_push($kinds, ...array_fill(0, count($params[$name]), ArrayParameterType::toElementParameterType($type)));
				$sql .= implode(', ', array_fill(0, count($params[$name]), '?')) ?: 'NULL';
			} else {
				$values[] = $params[$name];
				$kinds[] = $type;
				$sql .= '?';
			}
			$sql .= $texts[$n + 1];
		}
		return [$sql, $values, $kinds];
	}

	/** @return array{list<string>, list<string|int>} */
	private function partsOf(string $sql): array {
		$names = [];
		$unnamed = 0;
		$place = static function (array $found) use (&$names, &$unnamed): string {
			$name = $found[0] === '?' ? $unnamed++ : $found[1] ?? null;
			if ($name === null) {
				return $found[0];
			}
			$names[] = $name;
			return "\0";
		};
		// Quoted text is left as it is.
		$marked = preg_replace_callback('/\'[^\']*\'|"[^"]*"|`[^`]*`|\?|(?<!:):(\w+)/', $place, $this->dialect($sql));
		return [explode("\0", $marked), $names];
	}

	private function guard(Closure $work): mixed {
		try {
			return $work();
		} catch (DoctrineException $e) {
			throw new DatabaseException($e);
		}
	}
}
