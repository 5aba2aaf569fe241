<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\AuthoredMapper;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Link>
 */
class LinkMapper extends QBMapper {
	use RetriesInsert;
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_links', Link::class);
	}

	public function findById(int $id): ?Link {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findSame(Ref $a, Ref $b, string $relation): ?Link {
		$qb = $this->select();
		$this->where($qb, 'a', $a);
		$this->where($qb, 'b', $b);
		$qb->andWhere($qb->expr()->eq('relation', $qb->createNamedParameter($relation)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Link> links with this thing at an end, oldest first */
	public function findOf(Ref $thing): array {
		return array_map(Link::fromRow(...), $this->rowsOf($thing));
	}

	/**
	 * The same as raw rows: a thing may have hundreds of links.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function rowsOf(Ref $thing): array {
		// Two conditions that each use an index, instead of one that may use none. No link has the same thing at both ends.
		$of = static fn (string $end): string => "SELECT * FROM `*PREFIX*reseau_links` WHERE {$end}_type = ? AND {$end}_id = $thing->id";
		$result = $this->db->executeQuery("{$of('a')} UNION ALL {$of('b')} ORDER BY id", [$thing->type->value, $thing->type->value]);
		$rows = $result->fetchAll();
		$result->closeCursor();
		return $rows;
	}

	/**
	 * @param list<string> $types
	 * @return list<array<string, mixed>> ends and relations of the links between these types, oldest first
	 */
	public function rowsAmong(array $types): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('a_type', 'a_id', 'b_type', 'b_id', 'relation')->from($this->getTableName());
		foreach (['a_type', 'b_type'] as $column) {
			$qb->andWhere($qb->expr()->in($column, $qb->createNamedParameter($types, IQueryBuilder::PARAM_STR_ARRAY)));
		}
		$result = $qb->orderBy('id')->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return $rows;
	}

	/** @return list<Link> the oldest first */
	public function findByAuthor(string $uid): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('author_uid', $qb->createNamedParameter($uid)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<string> $relations
	 * @return list<Link>
	 */
	public function findByRelations(array $relations): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('relation', $qb->createNamedParameter($relations, IQueryBuilder::PARAM_STR_ARRAY)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Link> all links, for the export of the network */
	public function findAll(): array {
		return $this->findEntities($this->select()->orderBy('id'));
	}

	/** How many links a person made with this thing at an end. */
	public function countOf(Ref $thing, string $author): int {
		$count = 0;
		foreach (['a', 'b'] as $end) {
			$qb = $this->db->getQueryBuilder();
			$qb->select($qb->func()->count('id'))->from($this->getTableName());
			$this->where($qb, $end, $thing);
			$qb->andWhere($qb->expr()->eq('author_uid', $qb->createNamedParameter($author)));
			$result = $qb->executeQuery();
			$count += (int)$result->fetchOne();
			$result->closeCursor();
		}
		return $count;
	}

	public function deleteOf(Ref $thing): void {
		foreach (['a', 'b'] as $end) {
			$qb = $this->db->getQueryBuilder();
			$qb->delete($this->getTableName());
			$this->where($qb, $end, $thing);
			$qb->executeStatement();
		}
	}

	private function authorColumn(): string {
		return 'author_uid';
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}

	/** @param 'a'|'b' $end */
	private function where(IQueryBuilder $qb, string $end, Ref $thing): void {
		$qb->andWhere($qb->expr()->eq("{$end}_type", $qb->createNamedParameter($thing->type->value)))
			->andWhere($qb->expr()->eq("{$end}_id", $qb->createNamedParameter($thing->id, IQueryBuilder::PARAM_INT)));
	}
}
