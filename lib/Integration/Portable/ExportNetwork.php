<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Portable;

use Generator;
use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Integration\Removal\OwnTables;
use OCA\Reseau\Letter\Letter;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Services\IAppConfig;
use OCP\Config\IUserConfig;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\Security\ICrypto;
use Throwable;

/** Writes everything that Réseau stores into one file, which ImportNetwork reads: the state of one moment, even if people write meanwhile. */
class ExportNetwork {
	use Atomic;

	private const AT_ONCE = 500;

	/** @var array<string, int> rows by table with something that can no longer be decrypted */
	private array $lost = [];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly OwnTables $tables,
		private readonly IAppConfig $settings,
		private readonly IUserConfig $users,
		private readonly IConfig $preferences,
		private readonly ICrypto $crypto,
		private readonly Network $network,
		private readonly NetworkHash $hashes,
		private readonly Days $days,
	) {
	}

	/**
	 * @return array{rows: array<string, int>, lost: array<string, int>} how many rows of each table were written, and how many contain something that can no
	 *         longer be decrypted
	 * @throws ReasonException those of NewFile · row_too_long
	 */
	public function write(string $path): array {
		$counts = $this->lost = [];
		NewFile::write($path, function (NewFile $file) use (&$counts): void {
			$sum = hash_init('sha256');
			$file->add(NetworkStream::line($this->head(), $sum));
			$rows = 0;
			$this->atMoment(function () use ($file, $sum, &$counts, &$rows): void {
				foreach ($this->all() as $line) {
					$file->add(NetworkStream::line($line, $sum));
					$counts[$line[0]] = ($counts[$line[0]] ?? 0) + 1;
					$rows++;
				}
			});
			$file->add(json_encode(['end' => $rows, 'sha256' => hash_final($sum)], JSON_THROW_ON_ERROR) . "\n");
		});
		return ['rows' => $counts, 'lost' => $this->lost];
	}

	/** Lets an instance recognise its own files. */
	public static function instance(ICrypto $crypto): string {
		return hash('sha256', $crypto->calculateHMAC('reseau network file'));
	}

	/** @return array<string, string|int> */
	private function head(): array {
		return [
			'format' => NetworkStream::FORMAT,
			'version' => NetworkStream::VERSION,
			'app' => $this->settings->getAppValueString('installed_version'),
			'instance' => self::instance($this->crypto),
			'key' => $this->hashes->key(),
			'network' => $this->network->name(),
			'library' => $this->network->library(),
			'date' => $this->days->today(),
		];
	}

	/** @return Generator<int, array{string, array<string, mixed>}> */
	private function all(): Generator {
		foreach (Tables::SETTINGS as $key => $lazy) {
			$value = $this->settings->getAppValueString($key, lazy: $lazy);
			if ($value !== '') {
				yield ['setting', ['key' => $key, 'value' => $value]];
			}
		}
		foreach (array_diff($this->tables->names(), array_keys(Tables::LEFT_OUT)) as $table) {
			foreach ($this->rows($table) as $stored) {
				$row = $this->portable($table, $stored);
				if ($row !== null) {
					yield [$table, $row];
				}
			}
		}
		foreach ($this->users->getUserIds(Application::APP_ID) as $uid) {
			foreach ($this->users->getKeys($uid, Application::APP_ID) as $key) {
				yield ['preference', ['uid' => $uid, 'key' => $key, 'value' => $this->preferences->getUserValue($uid, Application::APP_ID, $key, '')]];
			}
		}
	}

	/** @return Generator<int, array<string, mixed>> in batches: the database delivers all rows of a statement together */
	private function rows(string $table): Generator {
		$key = Tables::KEYS[$table] ?? ['id'];
		for ($first = 0, $after = null, $count = self::AT_ONCE; $count === self::AT_ONCE; $first += self::AT_ONCE) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('*')->from($table)->setMaxResults(self::AT_ONCE);
			foreach ($key as $column) {
				$qb->addOrderBy($column);
			}
			if (count($key) > 1) {
				$qb->setFirstResult($first);
			} elseif ($after !== null) {
				$qb->where($qb->expr()->gt($key[0], $qb->createNamedParameter((int)$after, IQueryBuilder::PARAM_INT)));
			}
			$result = $qb->executeQuery();
			for ($count = 0; ($row = $result->fetch()) !== false; $count++) {
				$after = $row[$key[0]];
				yield $row;
			}
			$result->closeCursor();
		}
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?array<string, mixed> null: it is left out
	 */
	private function portable(string $table, array $row): ?array {
		$lost = false;
		// Only PostgreSQL has real booleans.
		$row = array_map(static fn (mixed $value): mixed => is_bool($value) ? (int)$value : $value, $row);
		foreach (Tables::ENCRYPTED[$table] ?? [] as $column) {
			try {
				$row[$column] = $row[$column] === null ? null : $this->crypto->decrypt((string)$row[$column]);
			} catch (Throwable) {
				// The secret of the instance has changed since: it cannot be decrypted here either.
				$row[$column] = in_array($column, Tables::EMPTY_IF_LOST[$table] ?? [], true) ? '' : null;
				$lost = true;
			}
		}
		if ($lost) {
			$this->lost[$table] = ($this->lost[$table] ?? 0) + 1;
			if (in_array($table, Tables::LEFT_OUT_IF_LOST, true)) {
				return null;
			}
		}
		foreach (Tables::RUNS[$table] ?? [] as $column) {
			$row[$column] = null;
		}
		if ($table === 'reseau_letters' && $row['state'] === Letter::SENDING) {
			// Two networks must not send the same mails.
			$row['state'] = Letter::STOPPED;
		}
		return array_filter($row, static fn (mixed $value): bool => $value !== null);
	}

	/** Everything is read in the state of the first statement. */
	private function atMoment(callable $read): void {
		$isolated = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ';
		if ($this->db->getDatabaseProvider() === IDBConnection::PLATFORM_MYSQL && !$this->db->inTransaction()) {
			$this->db->executeStatement($isolated);
		}
		$this->atomic(function () use ($read, $isolated): void {
			if ($this->db->getDatabaseProvider() === IDBConnection::PLATFORM_POSTGRES) {
				$this->db->executeStatement($isolated);
			}
			$read();
		}, $this->db);
	}
}
