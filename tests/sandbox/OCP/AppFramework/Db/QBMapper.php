<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Db;

use InvalidArgumentException;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\DB\Types;
use OCP\IDBConnection;

abstract class QBMapper {
	/** @var string */
	protected $tableName;

	/** @var class-string<Entity> */
	protected $entityClass;

	/** @var IDBConnection */
	protected $db;

	public function __construct(IDBConnection $db, string $tableName, ?string $entityClass = null) {
		$this->db = $db;
		$this->tableName = $tableName;
		$this->entityClass = $entityClass ?? str_replace('Mapper', '', static::class);
	}

	public function getTableName(): string {
		return $this->tableName;
	}

	public function insert(Entity $entity): Entity {
		$qb = $this->db->getQueryBuilder()->insert($this->tableName);
		foreach ($this->changes($entity) as $property => $column) {
			$qb->setValue($column, $this->parameter($qb, $entity, $property));
		}
		$qb->executeStatement();
		if ($entity->id === null) {
			$entity->setId($qb->getLastInsertId());
		}
		return $entity;
	}

	public function update(Entity $entity): Entity {
		if ($entity->getUpdatedFields() === []) {
			return $entity;
		}
		if ($entity->getId() === null) {
			throw new InvalidArgumentException('An entity without id cannot be updated');
		}
		$qb = $this->db->getQueryBuilder()->update($this->tableName);
		foreach ($this->changes($entity) as $property => $column) {
			if ($property !== 'id') {
				$qb->set($column, $this->parameter($qb, $entity, $property));
			}
		}
		$qb->where($qb->expr()->eq('id', $this->parameter($qb, $entity, 'id')))->executeStatement();
		return $entity;
	}

	public function delete(Entity $entity): Entity {
		$qb = $this->db->getQueryBuilder()->delete($this->tableName);
		$qb->where($qb->expr()->eq('id', $this->parameter($qb, $entity, 'id')))->executeStatement();
		return $entity;
	}

	protected function getParameterTypeForProperty(Entity $entity, string $property) {
		return match ($entity->getFieldTypes()[$property] ?? Types::STRING) {
			Types::INTEGER => IQueryBuilder::PARAM_INT,
			Types::BOOLEAN => IQueryBuilder::PARAM_BOOL,
			default => IQueryBuilder::PARAM_STR,
		};
	}

	protected function mapRowToEntity(array $row): Entity {
		return ($this->entityClass)::fromRow($row);
	}

	protected function findOneQuery(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$row = $result->fetch();
		$next = $row === false ? false : $result->fetch();
		$result->closeCursor();
		if ($row === false) {
			throw new DoesNotExistException('Nothing found by ' . $query->getSQL());
		}
		if ($next !== false) {
			throw new MultipleObjectsReturnedException('More than one found by ' . $query->getSQL());
		}
		return $row;
	}

	protected function findEntity(IQueryBuilder $query): Entity {
		return $this->mapRowToEntity($this->findOneQuery($query));
	}

	protected function findEntities(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		try {
			return array_map($this->mapRowToEntity(...), $result->fetchAll());
		} finally {
			$result->closeCursor();
		}
	}

	/** @return array<string, string> property => column of what changed; an id that is not known yet is left to the database */
	private function changes(Entity $entity): array {
		$changes = [];
		foreach (array_keys($entity->getUpdatedFields()) as $property) {
			if ($property !== 'id' || $entity->id !== null) {
				$changes[$property] = $entity->propertyToColumn($property);
			}
		}
		return $changes;
	}

	private function parameter(IQueryBuilder $qb, Entity $entity, string $property) {
		$value = $entity->{'get' . ucfirst($property)}();
		return $qb->createNamedParameter($value, $this->getParameterTypeForProperty($entity, $property));
	}
}
