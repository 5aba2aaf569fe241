<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\QueryBuilder\IQueryBuilder;

/**
 * What is in each storage, by its path there; deleted files are only in the bin. The same few always exist.
 *
 * @psalm-type Row = array{id: int, storage: string, path: string, folder: bool, size: int, changed: int, etag: string, trashed: ?string}
 */
class FileRows {
	private const TABLE = 'sandbox_files';

	/** What a storage has from the start, by its path; without a text it is a folder. */
	private const OWN = ['' => null, '/Documents' => null, '/Documents/2026' => null, '/Lisez-moi.md' => "# Bienvenue\n"];
	private const COMMON = ['' => null, '/Fiches de pratique' => null];
	private const SPACE = ['' => null];

	/** @var array<string, int> numbers of the roots of storages that are there */
	private array $roots = [];

	public function __construct(
		private readonly Database $db,
		private readonly Store $store,
		private readonly ITimeFactory $clock,
	) {
	}

	/** Number of the root of a storage, which is created if it is missing. */
	public function root(string $storage): int {
		if (!isset($this->roots[$storage])) {
			$root = $this->store->row(self::TABLE, ['storage' => $storage, 'hash' => md5('')]);
			foreach ($root !== null ? [] : self::first($storage) as $path => $body) {
				$this->insert($storage, $path, $body);
			}
			$this->roots[$storage] = (int)($root ?? $this->store->row(self::TABLE, ['storage' => $storage, 'hash' => md5('')]))['id'];
		}
		return $this->roots[$storage];
	}

	/** A storage is gone, and its bin with it. */
	public function drop(string $storage): void {
		$this->store->remove(self::TABLE, ['storage' => $storage]);
		unset($this->roots[$storage]);
	}

	/** @return array<string, ?string> */
	private static function first(string $storage): array {
		return match (true) {
			$storage === '' => self::COMMON,
			str_starts_with($storage, TeamSpaces::STORAGE) => self::SPACE,
			default => self::OWN,
		};
	}

	/** @return ?Row */
	public function at(string $storage, string $path): ?array {
		$this->root($storage);
		foreach ($this->store->rows(self::TABLE, ['storage' => $storage, 'hash' => md5($path)]) as $row) {
			if ($row['trashed'] === '') {
				return self::row($row);
			}
		}
		return null;
	}

	/** @return ?Row */
	public function get(int $id): ?array {
		$row = $this->store->row(self::TABLE, ['id' => $id]);
		return $row === null ? null : self::row($row);
	}

	/**
	 * @param int[] $ids
	 * @return list<Row>
	 */
	public function withIds(array $ids): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from(self::TABLE)
			->where($qb->expr()->in('id', $qb->createNamedParameter(array_values($ids), IQueryBuilder::PARAM_INT_ARRAY)));
		return array_map(self::row(...), $qb->executeQuery()->fetchAll());
	}

	public function body(int $id): string {
		return base64_decode((string)$this->store->row(self::TABLE, ['id' => $id])['body']);
	}

	public function now(): int {
		return $this->clock->getTime();
	}

	/** @return list<string> */
	public function namesIn(string $storage, string $path): array {
		$names = [];
		foreach ($this->below($storage, $path) as $row) {
			if (Tree::around($row['path']) === $path) {
				$names[] = basename($row['path']);
			}
		}
		return $names;
	}

	/**
	 * @return int its number
	 * @throws ServiceRefusal someone else has made it at the same moment: there is one of each path, as in Nextcloud
	 */
	public function add(string $storage, string $path, ?string $body): int {
		$this->root($storage);
		$id = $this->insert($storage, $path, $body);
		$first = $this->at($storage, $path);
		if ($first !== null && $first['id'] < $id) {
			$this->store->remove(self::TABLE, ['id' => $id]);
			throw new ServiceRefusal(405, 'The resource you tried to create already exists');
		}
		return $id;
	}

	private function insert(string $storage, string $path, ?string $body): int {
		return $this->store->add(self::TABLE, ['storage' => $storage, 'path' => $path, 'hash' => md5($path), 'trashed' => '', 'trashed_by' => '', 'folder' => (int)($body === null)]
			+ $this->written((string)$body));
	}

	public function write(int $id, string $body): void {
		$this->store->put(self::TABLE, ['id' => $id], $this->written($body));
	}

	/** When it was changed, according to the client. */
	public function touch(int $id, int $changed): void {
		$this->store->put(self::TABLE, ['id' => $id], ['changed' => $changed]);
	}

	/** @return int bytes of what a storage holds */
	public function size(string $storage): int {
		return array_sum(array_column($this->within($storage, ''), 'size'));
	}

	public function move(string $from, string $path, string $storage, string $to): void {
		foreach ($this->within($from, $path) as $row) {
			$this->place($row['id'], $storage, $to . substr($row['path'], strlen($path)));
		}
	}

	/** @return int number of the copy */
	public function copy(string $from, string $path, string $storage, string $to): int {
		$ids = [];
		foreach ($this->within($from, $path) as $row) {
			$ids[] = $this->insert($storage, $to . substr($row['path'], strlen($path)), $row['folder'] ? null : $this->body($row['id']));
		}
		return $ids[0];
	}

	public function trash(string $storage, string $path, string $uid): void {
		// Thrown away together, it comes back together.
		$mark = sprintf('%08x%s %s', $this->clock->getTime(), bin2hex(random_bytes(4)), $path);
		foreach ($this->within($storage, $path) as $row) {
			$this->store->put(self::TABLE, ['id' => $row['id']], ['trashed' => $mark, 'trashed_by' => $uid]);
		}
	}

	/**
	 * @param list<string> $spaces storages of team spaces the account has: members of the team also have their bins
	 * @return list<array{id: int, storage: string, path: string, name: string, folder: bool, changed: int, at: int}> `at`: when it was thrown away
	 */
	public function bin(string $uid, array $spaces): array {
		$bin = [];
		$rows = array_filter($this->store->rows(self::TABLE, ['trashed_by' => $uid], 'id'), static fn (array $row): bool => !str_starts_with($row['storage'], TeamSpaces::STORAGE));
		foreach ($spaces as $space) {
			$rows = [...$rows, ...array_filter($this->store->rows(self::TABLE, ['storage' => $space], 'id'), static fn (array $row): bool => $row['trashed'] !== '')];
		}
		foreach ($rows as $row) {
			if (substr($row['trashed'], 17) === $row['path']) {
				$bin[] = ['id' => (int)$row['id'], 'storage' => $row['storage'], 'path' => $row['path'], 'name' => basename($row['path']), 'folder' => (bool)(int)$row['folder'],
					'changed' => (int)$row['changed'], 'at' => (int)hexdec(substr($row['trashed'], 0, 8))];
			}
		}
		return $bin;
	}

	public function restore(string $storage, int $id): void {
		$thrown = $this->thrown($storage, $id);
		$path = $to = $thrown[0]['path'];
		for ($n = 2; $this->at($storage, $to) !== null; $n++) {
			$to = "$path ($n)";
		}
		if ($this->at($storage, Tree::around($to)) === null) {
			$to = '/' . basename($to);
		}
		foreach ($thrown as $row) {
			$this->store->put(self::TABLE, ['id' => $row['id']], ['trashed' => '', 'trashed_by' => '']);
			$this->place($row['id'], $storage, $to . substr($row['path'], strlen($path)));
		}
	}

	public function purge(string $storage, int $id): void {
		foreach ($this->thrown($storage, $id) as $row) {
			$this->store->remove(self::TABLE, ['id' => $row['id']]);
		}
	}

	/** @return list<array<string, mixed>> with what was thrown away along with it, itself first */
	private function thrown(string $storage, int $id): array {
		$mark = $this->store->row(self::TABLE, ['id' => $id])['trashed'];
		return $this->store->rows(self::TABLE, ['storage' => $storage, 'trashed' => $mark], 'path');
	}

	private function place(int $id, string $storage, string $path): void {
		$this->store->put(self::TABLE, ['id' => $id], ['storage' => $storage, 'path' => $path, 'hash' => md5($path)]);
	}

	/** @return list<Row> itself and all that is in it, in the order of their paths */
	private function within(string $storage, string $path): array {
		$self = $this->at($storage, $path);
		return $self === null ? [] : [$self, ...$this->below($storage, $path)];
	}

	/** @return list<Row> */
	private function below(string $storage, string $path): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from(self::TABLE)
			->where($qb->expr()->eq('storage', $qb->createNamedParameter($storage)))
			->andWhere($qb->expr()->eq('trashed', $qb->createNamedParameter('')))
			->andWhere($qb->expr()->like('path', $qb->createNamedParameter($this->db->escapeLikeParameter($path) . '/%', IQueryBuilder::PARAM_STR)))
			->orderBy('path');
		// Some databases compare without regard to case.
		return array_values(array_filter(array_map(self::row(...), $qb->executeQuery()->fetchAll()), static fn (array $row): bool => str_starts_with($row['path'], $path . '/')));
	}

	/** @return array<string, mixed> */
	private function written(string $body): array {
		return ['body' => base64_encode($body), 'size' => strlen($body), 'changed' => $this->clock->getTime()];
	}

	/**
	 * @param array<string, mixed> $row
	 * @return Row
	 */
	private static function row(array $row): array {
		return ['id' => (int)$row['id'], 'storage' => $row['storage'], 'path' => (string)$row['path'], 'folder' => (bool)(int)$row['folder'], 'size' => (int)$row['size'],
			'changed' => (int)$row['changed'], 'etag' => md5("{$row['id']} {$row['changed']} {$row['body']}"), 'trashed' => $row['trashed'] === '' ? null : $row['trashed']];
	}
}
