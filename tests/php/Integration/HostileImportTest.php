<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use JsonException;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Endpoints\Hostile;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use Random\Engine\Mt19937;
use Random\Randomizer;
use Throwable;

/** Whatever a row of a file holds, the rows around it are imported, the report says what became of each, and every page still opens. */
class HostileImportTest extends NetworkTestCase {
	private const NETWORK = __DIR__ . '/../../fixtures/network';
	private const TIMES = 100;

	/** Where what was imported is read. */
	private const READ = ['/members', '/groups', '/notices', '/vocabulary', '/home', '/map/network', '/map/territories'];

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		$this->card('fanny');
		foreach (['vocabulary', 'members', 'groups', 'announcements', 'links'] as $name) {
			$rows = self::file($name);
			$this->kernel->get(ImportFile::class)->loadData(array_is_list($rows) ? array_slice($rows, 0, 12) : $rows);
		}
	}

	/** @return array<string, array{string}> */
	public static function files(): array {
		return ['members' => ['members'], 'groups' => ['groups'], 'notices' => ['announcements'], 'links' => ['links'], 'vocabulary' => ['vocabulary']];
	}

	#[DataProvider('files')]
	public function testABadRowStopsNothing(string $name): void {
		$rows = array_slice(self::file($name), 0, 3);
		for ($seed = 1; $seed <= self::TIMES; $seed++) {
			$hostile = new Hostile(new Randomizer(new Mt19937($seed)));
			// Under a name of its own, or an unchanged card is left as it is.
			$bad = array_is_list($rows) ? ['id' => "hostile-$seed"] + $rows[1] : $rows;
			$bad = $hostile->spoilt($bad, ['member', 'title']);
			$json = $hostile->json(array_is_list($rows) ? [$rows[0], $bad, $rows[2]] : $bad);
			try {
				$report = $this->kernel->get(ImportFile::class)->load(self::asFile($json))->rows();
				self::assertTrue(!array_is_list($rows) || count($report) >= 3, "$name, seed $seed");
			} catch (JsonException $e) {
				json_decode(ltrim($json, "\u{FEFF}"), true, 64);
				self::assertNotSame(JSON_ERROR_NONE, json_last_error(), "$name, seed $seed: $e " . substr($json, 0, 2000));
			} catch (ReasonException $e) {
				self::assertSame('unknown_format', $e->reason, "$name, seed $seed: " . substr($json, 0, 2000));
			} catch (Throwable $e) {
				self::fail("$name, seed $seed: $e\n" . substr($json, 0, 2000));
			}
		}
		foreach (self::READ as $path) {
			$reply = $this->ask('GET', $path, 'fanny');
			self::assertSame(200, $reply->status, "$path: $reply->body$reply->error");
		}
	}

	/** @return array<array-key, mixed> */
	private static function file(string $name): array {
		return json_decode((string)file_get_contents(self::NETWORK . "/$name.json"), true, 64, JSON_THROW_ON_ERROR);
	}
}
