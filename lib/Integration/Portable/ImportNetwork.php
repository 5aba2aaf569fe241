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
 * Restores a network from its file, into an empty one: all of it or nothing. Numbers stay what they were, those of files are found again by their
 * paths, accounts by their names. A card whose account is not there waits for it, hidden: nobody else gets it.
 *
 * @psalm-import-type Head from NetworkStream
 * @psalm-type Plan = array{head: Head, moved: bool, rows: int, here: list<string>, missing: list<string>, files: array<int, int>, gone: int}
 */
class ImportNetwork {
	use Atomic;

	/** Where numbers of files begin that were not found again: no Nextcloud counts that far, and browsers can still. */
	private const GONE = 9_000_000_000_000_000;

	/** @var array<string, bool> whether an account is there */
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
	 * Reads all of a file and says what would come of it.
	 *
	 * @return Plan `moved`: it is of another Nextcloud · accounts with a card that are `here` or `missing` · `files`: their numbers here, by those in the
	 *         file, `gone` of which were not found
	 * @throws ReasonException not_a_network · newer_file · damaged
	 */
	public function plan(NetworkStream $stream): array {
		$head = $stream->head();
		if (version_compare($head['app'], $this->settings->getAppValueString('installed_version'), '>')) {
			throw new ReasonException('newer_file');
		}
		$moved = $head['instance'] !== ExportNetwork::instance($this->crypto);
		$known = array_diff($this->tables->names(), array_keys(Tables::LEFT_OUT));
		$rows = $gone = 0;
		$here = $missing = $files = [];
		foreach ($stream->rows() as [$table, $row]) {
			if (!in_array($table, ['setting', 'preference', ...$known], true) || array_filter($row, static fn (mixed $value): bool => !is_string($value) && !is_int($value)) !== []) {
				throw new ReasonException('damaged');
			}
			$rows++;
			if ($table === 'reseau_members' && isset($row['uid'])) {
				$this->isHere((string)$row['uid']) ? $here[] = (string)$row['uid'] : $missing[] = (string)$row['uid'];
			}
			foreach ($moved ? array_keys(Tables::FILES[$table] ?? []) : [] as $column) {
				$file = (int)($row[$column] ?? 0);
				$files[$file] ??= $this->fileAt(self::pathOf($table, $row, $head['library']));
			}
		}
		unset($files[0]);
		foreach ($files as $file => $found) {
			$gone += $found === null ? 1 : 0;
			$files[$file] = $found ?? ($file < self::GONE ? self::GONE + $file : $file);
		}
		return ['head' => $head, 'moved' => $moved, 'rows' => $rows, 'here' => $here, 'missing' => $missing, 'files' => $files, 'gone' => $gone];
	}

	/**
	 * @return array<string, int> rows by table that are in the way: empty for an empty network
	 */
	public function inTheWay(): array {
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
		$settings = $preferences = [];
		try {
			$this->atomic(function () use ($stream, $plan, &$settings, &$preferences): void {
				if ($this->inTheWay() !== []) {
					throw new ReasonException('not_empty');
				}
				$this->tables->clear('reseau_terms');
				foreach ($stream->rows() as [$table, $row]) {
					match ($table) {
						'setting' => $settings[(string)$row['key']] = (string)$row['value'],
						'preference' => $preferences[] = $row,
						default => $this->insert($table, $row, $plan),
					};
				}
				$this->countOn();
			}, $this->db);
		} catch (Exception) {
			// A column this version does not have, or rows that exclude each other.
			throw new ReasonException('damaged');
		}
		$this->hashes->adopt($plan['head']['key']);
		$known = array_diff_key(Tables::SETTINGS, $plan['moved'] ? Tables::SETTINGS_ONLY_HERE : []);
		foreach (array_intersect_key($settings, $known) as $key => $value) {
			// What was set up here before stays.
			if ($this->settings->getAppValueString($key, lazy: Tables::SETTINGS[$key]) === '') {
				$this->settings->setAppValueString($key, $value, lazy: Tables::SETTINGS[$key]);
			}
		}
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
			if (preg_match('/^[a-z_]{1,30}$/D', $column) !== 1) {
				throw new ReasonException('damaged');
			}
			$qb->setValue($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR));
		}
		$qb->executeStatement();
	}

	/**
	 * @param array<string, string|int> $row as it was there
	 * @param Plan $plan
	 * @return ?array<string, string|int> as it is here; null: it is not
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
			$hidden = $this->users->get((string)$row['uid'])?->isEnabled() !== true;
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
		if ($table === 'reseau_sheets' && $row['file_id'] >= self::GONE) {
			$row['gone_at'] ??= $this->clock->getTime();
		}
		if ($table === 'reseau_groups' && $row['status'] === Group::FORMING) {
			$row['status'] = Group::ACTIVE;
		}
		foreach ($table === 'reseau_links' ? ['a', 'b'] : [] as $end) {
			if (in_array($row["{$end}_type"], [ThingType::Board->value, ThingType::Card->value], true)) {
				return null;
			}
			if ($row["{$end}_type"] === ThingType::File->value) {
				$row["{$end}_id"] = (string)($files[(int)$row["{$end}_id"]] ?? self::GONE + (int)$row["{$end}_id"]);
			}
		}
		if ($table === 'reseau_letter_items' && isset($row['object_id']) && in_array($row['kind'], ['story', 'help'], true)) {
			$row['object_id'] = $files[(int)$row['object_id']] ?? self::GONE + (int)$row['object_id'];
		}
		return $row;
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?string below the library's folder
	 */
	private static function pathOf(string $table, array $row, string $library): ?string {
		$path = (string)($row[$table === 'reseau_groups' ? 'folder_path' : 'path'] ?? '');
		if ($table !== 'reseau_groups') {
			return $path === '' ? null : $path;
		}
		return $library !== '' && str_starts_with($path, "$library/") ? substr($path, strlen($library)) : null;
	}

	private function fileAt(?string $path): ?int {
		return $path === null ? null : $this->files->at($path)?->getId();
	}

	private function isHere(string $uid): bool {
		return $this->accounts[$uid] ??= $this->users->userExists($uid);
	}

	/** New rows get numbers after those of the file; the other databases count on by themselves. */
	private function countOn(): void {
		if ($this->db->getDatabaseProvider() !== IDBConnection::PLATFORM_POSTGRES) {
			return;
		}
		foreach (array_diff($this->tables->names(), array_keys(Tables::LEFT_OUT), array_keys(Tables::KEYS)) as $table) {
			$this->db->executeQuery("SELECT setval(pg_get_serial_sequence('*PREFIX*$table', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM *PREFIX*$table), false)")->closeCursor();
		}
	}

	/** How many words a person has chosen: those that come with the app are replaced. */
	private function chosenTerms(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from('reseau_terms')
			->where($qb->expr()->orX($qb->expr()->isNotNull('edited_at'), $qb->expr()->isNotNull('removed_at')));
		return (int)$qb->executeQuery()->fetchOne();
	}
}
