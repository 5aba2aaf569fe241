<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/** What the stand-ins of other apps keep: numbered things of a kind, below a parent, with their data. */
class Things {
	private const TABLE = 'sandbox_things';

	public function __construct(
		private readonly Store $store,
	) {
	}

	/** @return int its number */
	public function add(string $kind, string|int $parent, array $data): int {
		return $this->store->add(self::TABLE, ['kind' => $kind, 'parent' => (string)$parent, 'data' => json_encode($data, JSON_THROW_ON_ERROR)]);
	}

	/** @return ?array<string, mixed> what belongs to it, its `id` and its `parent` among that */
	public function get(string $kind, int $id): ?array {
		$row = $this->store->row(self::TABLE, ['id' => $id, 'kind' => $kind]);
		return $row === null ? null : self::thing($row);
	}

	/** @return list<array<string, mixed>> the oldest first */
	public function all(string $kind, string|int|null $parent = null): array {
		$where = ['kind' => $kind] + ($parent === null ? [] : ['parent' => (string)$parent]);
		return array_map(self::thing(...), $this->store->rows(self::TABLE, $where, 'id'));
	}

	/**
	 * @param array<string, mixed> $values those that change
	 * @return array<string, mixed> the thing as it is now
	 */
	public function change(string $kind, int $id, array $values): array {
		$thing = $values + $this->get($kind, $id);
		$this->store->put(self::TABLE, ['id' => $id], ['parent' => (string)$thing['parent'], 'data' => json_encode(array_diff_key($thing, ['id' => 0, 'parent' => 0]), JSON_THROW_ON_ERROR)]);
		return $thing;
	}

	public function remove(string $kind, int $id): void {
		$this->store->remove(self::TABLE, ['id' => $id, 'kind' => $kind]);
	}

	/** @param array<string, mixed> $row */
	private static function thing(array $row): array {
		return ['id' => (int)$row['id'], 'parent' => $row['parent']] + json_decode($row['data'], true, 512, JSON_THROW_ON_ERROR);
	}
}
