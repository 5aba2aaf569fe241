<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Portable;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Integration\Removal\OwnTables;
use OCA\Reseau\Letter\Passage;
use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Security\ICrypto;

/**
 * Restores a network from its file into an empty one: completely or not at all. Numbers stay the same; files are found again by their paths, accounts by
 * their names. A card whose account does not exist waits for it, hidden, and no other account gets it.
 *
 * @psalm-import-type Head from NetworkStream
 * @psalm-type Plan = array{head: Head, moved: bool, rows: int, here: list<string>, missing: list<string>, files: array<int, int>, gone: int}
 */
class ImportNetwork {
	use Atomic;

	private const SETTING = 'setting';
	private const PREFERENCE = 'preference';
	/** The keys of lines that are not rows of tables. */
	private const KEYS = [self::SETTING => ['key', 'value'], self::PREFERENCE => ['uid', 'key', 'value']];

	/** The first number for files that were not found again: no Nextcloud counts that far, but browsers can still handle it. */
	private const GONE = 9_000_000_000_000_000;

	/** @var array<string, bool> whether an account exists */
	private array $accounts = [];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly OwnTables $tables,
		private readonly IAppConfig $settings,
		private readonly IConfig $preferences,
		private readonly IUserManager $users,
		private readonly ICrypto $crypto,
		private readonly NetworkHash $hashes,
		private readonly LibraryFiles $files,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Reads the whole file and reports what an import would do.
	 *
	 * @return Plan `moved`: the file comes from another Nextcloud · accounts that are `here`, and accounts that own something but are `missing` · `files`: their
	 *         numbers here, by those in the file, `gone` of which were not found
	 * @throws ReasonException not_a_network · newer_file · damaged
	 */
	public function plan(NetworkStream $stream): array {
		$head = $stream->head();
		if (version_compare($head['app'], $this->settings->getAppValueString('installed_version'), '>')) {
			throw new ReasonException('newer_file');
		}
		$moved = $head['instance'] !== ExportNetwork::instance($this->crypto);
		$known = array_diff($this->tables->names(), array_keys(Tables::LEFT_OUT));
		$rows = 0;
		$here = $missing = $paths = [];
		foreach ($stream->rows() as [$table, $row]) {
			if (!in_array($table, [...array_keys(self::KEYS), ...$known], true) || array_diff(self::KEYS[$table] ?? [], array_keys($row)) !== [] || array_filter($row, static fn (mixed $value): bool => !is_string($value) && !is_int($value)) !== []) {
				throw new ReasonException('damaged');
			}
			$rows++;
			foreach ($moved && isset(Tables::ONLY_HERE[$table]) ? [] : $row as $column => $uid) {
				if (Tables::namesAccount((string)$column)) {
					if ($this->isHere((string)$uid)) {
						$here[$uid] = (string)$uid;
					} elseif ($column === 'uid' && $table !== self::PREFERENCE) {
						$missing[$uid] = (string)$uid;
					}
				}
			}
			foreach ($moved ? array_keys(Tables::FILES[$table] ?? []) : [] as $column) {
				$paths[(int)($row[$column] ?? 0)][] = self::pathOf($table, $row, $head['library']);
			}
		}
		unset($paths[0]);
		[$files, $gone] = $this->found($paths);
		return ['head' => $head, 'moved' => $moved, 'rows' => $rows, 'here' => array_values($here), 'missing' => array_values($missing), 'files' => $files, 'gone' => $gone];
	}

	/**
	 * @return array<string, int> rows by table that prevent the import: empty for an empty network
	 */
	public function obstacles(): array {
		$counts = array_diff_key($this->tables->counts(), Tables::LEFT_OUT);
		if (isset($counts['reseau_terms']) && $this->chosenTerms() === 0) {
			unset($counts['reseau_terms']);
		}
		return $counts;
	}

	/**
	 * @param Plan $plan of plan()
	 * @throws ReasonException not_empty · damaged: nothing was changed
	 */
	public function run(NetworkStream $stream, array $plan): void {
		try {
			$this->atomic(function () use ($stream, $plan): void {
				if ($this->obstacles() !== []) {
					throw new ReasonException('not_empty');
				}
				$this->tables->clear('reseau_terms');
				$settings = $preferences = [];
				foreach ($stream->rows() as [$table, $row]) {
					match ($table) {
						self::SETTING => $settings[(string)$row['key']] = (string)$row['value'],
						self::PREFERENCE => $preferences[] = $row,
						default => $this->insert($table, $row, $plan),
					};
				}
				$this->countOn();
				// Nextcloud stores these in the same database: they are imported together with the rows.
				$this->hashes->adopt($plan['head']['key']);
				$this->setUp(array_diff_key($settings, $plan['moved'] ? Tables::SETTINGS_ONLY_HERE : []));
				$this->choose($preferences);
			}, $this->db);
		} catch (Exception) {
			// A column this version does not have, or rows that exclude each other.
			throw new ReasonException('damaged');
		}
	}

	/** @param array<string, string> $settings */
	private function setUp(array $settings): void {
		foreach (array_intersect_key($settings, Tables::SETTINGS) as $key => $value) {
			// Settings made here before are kept.
			if ($this->settings->getAppValueString($key, lazy: Tables::SETTINGS[$key]) === '') {
				$this->settings->setAppValueString($key, $value, lazy: Tables::SETTINGS[$key]);
			}
		}
	}

	/** @param list<array<string, string|int>> $preferences of accounts */
	private function choose(array $preferences): void {
		foreach ($preferences as ['uid' => $uid, 'key' => $key, 'value' => $value]) {
			if ($this->isHere((string)$uid)) {
				$this->preferences->setUserValue((string)$uid, Application::APP_ID, (string)$key, (string)$value);
			}
		}
	}

	/**
	 * @param array<string, string|int> $row
	 * @param Plan $plan
	 */
	private function insert(string $table, array $row, array $plan): void {
		$row = $this->here($table, $row, $plan);
		if ($row === null) {
			return;
		}
		$qb = $this->db->getQueryBuilder();
		$qb->insert($table);
		foreach ($row as $column => $value) {
			if (preg_match('/^[a-z_]{1,30}$/D', (string)$column) !== 1) {
				throw new ReasonException('damaged');
			}
			$qb->setValue($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR));
		}
		$qb->executeStatement();
	}

	/**
	 * @param array<string, string|int> $row as in the file
	 * @param Plan $plan
	 * @return ?array<string, string|int> the row for this Nextcloud; null: it is left out
	 */
	private function here(string $table, array $row, array $plan): ?array {
		foreach (array_intersect(Tables::ENCRYPTED[$table] ?? [], array_keys($row)) as $column) {
			$row[$column] = $this->crypto->encrypt((string)$row[$column]);
		}
		foreach (array_intersect(Tables::KEEPERS[$table] ?? [], array_keys($row)) as $column) {
			if (!$this->isHere((string)$row[$column])) {
				unset($row[$column]);
			}
		}
		if ($table === 'reseau_members' && isset($row['uid'])) {
			$hidden = !$this->isHere((string)$row['uid']) || $this->users->get((string)$row['uid'])?->isEnabled() !== true;
			if ($hidden || isset($row['suspended'])) {
				$row['suspended'] = (int)$hidden;
			}
		}
		return $plan['moved'] ? $this->moved($table, $row, $plan['files']) : $row;
	}

	/**
	 * @param array<string, string|int> $row
	 * @param array<int, int> $files
	 * @return ?array<string, string|int>
	 */
	private function moved(string $table, array $row, array $files): ?array {
		if (isset(Tables::ONLY_HERE[$table])) {
			return null;
		}
		$row = array_diff_key($row, array_flip(Tables::OF_THAT_NEXTCLOUD[$table] ?? []));
		foreach (Tables::FILES[$table] ?? [] as $column => $optional) {
			if (!isset($row[$column])) {
				continue;
			}
			$row[$column] = $files[(int)$row[$column]] ?? self::GONE;
			if ($optional && $row[$column] >= self::GONE) {
				unset($row[$column]);
			}
		}
		if ($table === 'reseau_sheets' && ($row['file_id'] ?? 0) >= self::GONE) {
			$row['gone_at'] ??= $this->clock->getTime();
		}
		if ($table === 'reseau_groups' && ($row['status'] ?? null) === Group::FORMING) {
			$row['status'] = Group::ACTIVE;
		}
		foreach ($table === 'reseau_links' ? ['a', 'b'] : [] as $end) {
			$type = $row["{$end}_type"] ?? null;
			if ($type === ThingType::Board->value || $type === ThingType::Card->value) {
				return null;
			}
			if ($type === ThingType::File->value) {
				$file = (int)($row["{$end}_id"] ?? 0);
				$row["{$end}_id"] = (string)($files[$file] ?? self::GONE + $file);
			}
		}
		if ($table === 'reseau_letter_items' && isset($row['object_id']) && in_array($row['kind'] ?? null, [Passage::STORY, Passage::HELP], true)) {
			$row['object_id'] = $files[(int)$row['object_id']] ?? self::GONE + (int)$row['object_id'];
		}
		return $row;
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?array{string, bool} below the library's folder, and whether it is certain; null for a file that was already deleted
	 */
	private static function pathOf(string $table, array $row, string $library): ?array {
		$path = (string)($row[$table === 'reseau_groups' ? 'folder_path' : 'path'] ?? '');
		if ($table === 'reseau_groups') {
			return $library !== '' && str_starts_with($path, "$library/") ? [substr($path, strlen($library)), true] : null;
		}
		return $path === '' || isset($row['gone_at']) ? null : [$path, $table === 'reseau_sheets'];
	}

	/**
	 * Finds files by their paths. If several files had the same path over time, the one that has a sheet or is the folder of a group is taken, otherwise the
	 * first one.
	 *
	 * @param array<int, list<array{string, bool}|null>> $paths of each file, and whether they are certain
	 * @return array{array<int, int>, int} numbers here by those in the file, and how many were not found
	 */
	private function found(array $paths): array {
		$files = $taken = [];
		foreach ([true, false] as $sure) {
			foreach ($paths as $file => $known) {
				foreach (array_filter($known) as [$path, $isSure]) {
					$id = $isSure === $sure && !isset($files[$file]) ? $this->files->at($path)?->getId() : null;
					if ($id !== null && !isset($taken[$id])) {
						$files[$file] = $id;
						$taken[$id] = true;
					}
				}
			}
		}
		$gone = array_diff_key($paths, $files);
		foreach (array_keys($gone) as $file) {
			$files[$file] = $file < self::GONE ? self::GONE + $file : $file;
		}
		return [$files, count($gone)];
	}

	private function isHere(string $uid): bool {
		// Nextcloud also finds accounts by a name in another case.
		return $this->accounts[$uid] ??= $this->users->get($uid)?->getUID() === $uid;
	}

	/** New rows get numbers after those of the file; the other databases do that by themselves. */
	private function countOn(): void {
		if ($this->db->getDatabaseProvider() !== IDBConnection::PLATFORM_POSTGRES) {
			return;
		}
		foreach (array_diff($this->tables->names(), array_keys(Tables::LEFT_OUT), array_keys(Tables::KEYS)) as $table) {
			$this->db->executeQuery("SELECT setval(pg_get_serial_sequence('*PREFIX*$table', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM *PREFIX*$table), false)")->closeCursor();
		}
	}

	/** How many words people have added: the words that come with the app are replaced. */
	private function chosenTerms(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from('reseau_terms')
			->where($qb->expr()->orX($qb->expr()->isNotNull('edited_at'), $qb->expr()->isNotNull('removed_at')));
		return (int)$qb->executeQuery()->fetchOne();
	}
}
