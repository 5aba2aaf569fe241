<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\IJobList;
use Psr\Container\ContainerInterface;
use ReflectionMethod;

/** Jobs that run once; they wait until they are asked to run. */
class JobList implements IJobList {
	private const TABLE = 'sandbox_jobs';

	public function __construct(
		private readonly Store $store,
		private readonly ContainerInterface $container,
	) {
	}

	public function add(IJob|string $job, mixed $argument = null): void {
		$this->store->add(self::TABLE, ['class' => is_string($job) ? $job : $job::class, 'argument' => json_encode($argument, JSON_THROW_ON_ERROR)]);
	}

	public function remove(IJob|string $job, mixed $argument = null): void {
		$this->store->remove(self::TABLE, ['class' => is_string($job) ? $job : $job::class] + ($argument === null ? [] : ['argument' => json_encode($argument, JSON_THROW_ON_ERROR)]));
	}

	/** @return list<array{class: class-string<IJob>, count: int}> */
	public function countByClass(): array {
		$counts = array_count_values(array_column($this->store->rows(self::TABLE), 'class'));
		return array_map(static fn (string $class, int $count): array => ['class' => $class, 'count' => $count], array_keys($counts), $counts);
	}

	public function run(): void {
		foreach ($this->store->rows(self::TABLE, [], 'id') as $row) {
			$this->store->remove(self::TABLE, ['id' => $row['id']]);
			(new ReflectionMethod($row['class'], 'run'))->invoke($this->container->get($row['class']), json_decode($row['argument'], true, 16, JSON_THROW_ON_ERROR));
		}
	}
}
