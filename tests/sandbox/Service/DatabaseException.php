<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Doctrine\DBAL\Exception as DoctrineException;
use Doctrine\DBAL\Exception\DeadlockException;
use Doctrine\DBAL\Exception\UniqueConstraintViolationException;
use OCP\DB\Exception;

/** What the database refused, in the words of OCP. */
class DatabaseException extends Exception {
	public function __construct(
		private readonly DoctrineException $cause,
	) {
		parent::__construct($cause->getMessage(), 0, $cause);
	}

	public function getReason(): ?int {
		return match (true) {
			$this->cause instanceof UniqueConstraintViolationException => self::REASON_UNIQUE_CONSTRAINT_VIOLATION,
			$this->cause instanceof DeadlockException => self::REASON_DEADLOCK,
			default => self::REASON_DRIVER,
		};
	}
}
