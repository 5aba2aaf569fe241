<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Db\Entity;

/** A mapper whose rows have a key that two people, or one person twice, may insert at the same moment. */
trait RetriesInsert {
	public function insert(Entity $entity): Entity {
		return Deadlock::again(fn (): Entity => parent::insert($entity), $this->db);
	}
}
