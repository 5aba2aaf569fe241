<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Db\Entity;

/** A mapper that inserts many rows in one statement, which the query builder cannot do. */
trait BulkMapper {
	/**
	 * Inserts new entities without learning their ids.
	 *
	 * @param list<Entity> $entities at most 500 with at most 30 columns: SQLite takes 32,766 parameters, the others more
	 */
	public function insertAll(array $entities): void {
		$properties = array_keys(array_merge([], ...array_map(static fn (Entity $entity): array => $entity->getUpdatedFields(), $entities)));
		if ($entities === []) {
			return;
		}
		$values = $types = [];
		foreach ($entities as $entity) {
			foreach ($properties as $property) {
				$values[] = $entity->{'get' . ucfirst($property)}();
				$types[] = $this->getParameterTypeForProperty($entity, $property);
			}
		}
		$columns = array_map($entities[0]->propertyToColumn(...), $properties);
		$row = '(' . implode(', ', array_fill(0, count($columns), '?')) . ')';
		$this->db->executeStatement(
			"INSERT INTO `*PREFIX*{$this->getTableName()}` (`" . implode('`, `', $columns) . '`) VALUES ' . implode(', ', array_fill(0, count($entities), $row)),
			$values,
			$types,
		);
	}
}
