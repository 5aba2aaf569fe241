<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCP\IDBConnection;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;

/** The network of StageTestCase, with fewer people, made once for all tests of a class: after each request that writes it is put back. */
abstract class StagedTestCase extends StageTestCase {
	protected const PEOPLE = 4;

	private static ?Kernel $staged = null;

	protected static Snapshot $snapshot;

	/** @var array<string, int|string> */
	private static array $named = [];

	/** @var array<string, true> tables that were written since the network was put back */
	protected static array $touched = [];

	protected function setUp(): void {
		if (self::$staged === null) {
			parent::setUp();
			$this->stage();
			$this->kernel->runQueued();
			self::$staged = $this->kernel;
			self::$named = $this->things;
			$db = $this->kernel->get(IDBConnection::class);
			self::$snapshot = new Snapshot($db);
			$db->watch = static function (?string $sql): void {
				self::$touched[Snapshot::written($sql) ?? ''] = true;
			};
		}
		$this->kernel = self::$staged;
		$this->things = self::$named;
		self::$touched = [];
	}

	public static function tearDownAfterClass(): void {
		self::$staged = null;
	}

	/** @return list<string> names of endpoints begin with them */
	protected static function domainsOfContract(): array {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		$names = array_merge(...array_map(static fn (array $methods): array => array_column($methods, 'operationId'), array_values(array_filter($openapi['paths'], static fn (string $path): bool => str_starts_with($path, '/ocs/'), ARRAY_FILTER_USE_KEY))));
		return array_values(array_unique(array_map(static fn (string $name): string => strtok($name, '-'), $names)));
	}

	/**
	 * Asks what an example says, or the same with another body.
	 *
	 * @param ?array<string, mixed> $body
	 */
	protected function example(Endpoint $endpoint, Examples $examples, ?array $body): Reply {
		$path = $examples->path($endpoint);
		if ($endpoint->isPage()) {
			return $this->kernel->request($endpoint->method, $path, null, http_build_query($body ?? []), ['content-type' => 'application/x-www-form-urlencoded']);
		}
		return $this->kernel->request($endpoint->method, $path, ($examples->of($endpoint)['by'] ?? '') === Examples::FRESH ? self::newcomer(0) : self::person(0), $body);
	}

	/**
	 * @param list<string> $without tables
	 * @return list<string> what is different, see Snapshot
	 */
	protected function changes(array $without): array {
		return self::$snapshot->changes(array_diff(array_keys(self::$touched), $without));
	}

	protected function putBack(): void {
		self::$snapshot->restore(array_keys(self::$touched));
		self::$touched = [];
		$this->kernel->forget();
	}
}
