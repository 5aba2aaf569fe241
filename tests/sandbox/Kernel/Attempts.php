<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\DB\QueryBuilder\IQueryBuilder;

/** Counts what may be done only so often in a time. */
class Attempts {
	public function __construct(
		private readonly IDBConnection $db,
		private readonly ITimeFactory $clock,
		private readonly IConfig $config,
	) {
	}

	public function count(string $what): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from('sandbox_attempts')
			->where($qb->expr()->eq('what', $qb->createNamedParameter(sha1($what))))
			->andWhere($qb->expr()->gt('expires', $qb->createNamedParameter($this->clock->getTime(), IQueryBuilder::PARAM_INT)));
		return (int)$qb->executeQuery()->fetchOne();
	}

	public function add(string $what, int $seconds): void {
		$qb = $this->db->getQueryBuilder()->insert('sandbox_attempts');
		$qb->setValue('what', $qb->createNamedParameter(sha1($what)))
			->setValue('expires', $qb->createNamedParameter($this->clock->getTime() + $seconds, IQueryBuilder::PARAM_INT))
			->executeStatement();
	}

	/** Whether rate limits are on, which a benchmark switches off as on Nextcloud. */
	public function limited(): bool {
		return $this->config->getSystemValueBool('ratelimit.protection.enabled', true);
	}

	public function forget(): void {
		$this->db->getQueryBuilder()->delete('sandbox_attempts')->executeStatement();
	}
}
