<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Upgrade;

use OCA\Reseau\Integration\SetupCheck\TablesCheck;
use OCA\Reseau\Tests\Endpoints\Endpoint;
use OCP\AppFramework\Http;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Router;
use Sandbox\Service\Database;
use Sandbox\Service\Jobs;

/** Today's code on tables that are not its own: every page and endpoint answers, with a sentence that says what to do where it cannot. */
#[Group('databases')]
class OtherTablesTest extends TestCase {
	private const FROM = '0.2.0';

	private const MEMBER = 'maelle-roumegous';

	/** Values of parameters that are no numbers. */
	private const VALUES = ['path' => 'members', 'type' => 'member', 'about' => 'group'];

	private const UPDATING = 'Réseau est en cours de mise à jour.';

	private string $folder;

	protected function setUp(): void {
		// Another one for each test: how its tables begin is not remembered with the connection of a test that is over.
		$this->folder = sys_get_temp_dir() . '/reseau-tables-' . getmypid() . '-' . md5($this->nameWithDataSet());
	}

	protected function tearDown(): void {
		EarlierVersion::remove($this->folder);
	}

	/** @return iterable<string, array{string}> the first migration that has not run */
	public static function older(): iterable {
		yield 'of the version before' => ['Version000300'];
		yield 'of 26 November, which were called 0.3.0, too' => ['Version000300Date20261127'];
	}

	#[DataProvider('older')]
	public function testOlderTables(string $before): void {
		$kernel = $this->kernelOn($before);
		$this->assertAnswers($kernel, 'occ upgrade');
		// The upgrade is another process, with a connection of its own.
		$kernel = $this->kernel();
		$kernel->migrate();
		self::assertSame('Maëlle Roumégous', $kernel->request('GET', '/ocs/v2.php/apps/reseau/api/v1/members/me', self::MEMBER)->data()['name']);
		$cards = $kernel->get(Database::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_members`')->fetchOne();
		self::assertCount((int)$cards, EarlierVersion::recorded(self::FROM)['tables']['reseau_members']['rows']);
	}

	public function testNewerTables(): void {
		$kernel = $this->kernelOn('Version9');
		$db = $kernel->get(Database::class);
		$db->executeStatement('ALTER TABLE `*PREFIX*reseau_members` ADD newer INTEGER DEFAULT 0');
		$db->insertIgnoreConflict('migrations', ['app' => 'reseau', 'version' => '990000Date20990101000000']);
		$this->assertAnswers($kernel, 'plus récentes');
	}

	public function testOnItsOwnTablesAFailureIsNoUpgrade(): void {
		$kernel = $this->kernelOn('Version9');
		$kernel->get(Database::class)->executeStatement('ALTER TABLE `*PREFIX*reseau_members` ADD newer INTEGER DEFAULT 0');
		self::assertSame(500, $kernel->request('GET', '/ocs/v2.php/apps/reseau/api/v1/members/me', self::MEMBER)->status);
	}

	/** @param string $advice words that administrators read */
	private function assertAnswers(Kernel $kernel, string $advice): void {
		$answered = 0;
		foreach (Endpoint::all($kernel->get(Router::class)) as $endpoint) {
			foreach ([self::MEMBER => self::UPDATING, 'admin' => $advice, '' => self::UPDATING] as $uid => $words) {
				$reply = $kernel->request($endpoint->method, self::address($endpoint), $uid === '' ? null : $uid, $endpoint->body === null ? null : []);
				$by = "$endpoint->method $endpoint->path by “{$uid}”: $reply->error";
				if ($reply->status === Http::STATUS_SERVICE_UNAVAILABLE) {
					$answered++;
					$text = $endpoint->isPage() ? html_entity_decode($reply->body) : $reply->data()['serverMessage'];
					self::assertStringContainsString($words, $text, $by);
				} else {
					self::assertLessThan(500, $reply->status, $by);
				}
			}
		}
		self::assertGreaterThan(10, $answered);
		$kernel->request('GET', '/', 'admin');
		$check = $kernel->get(TablesCheck::class)->run();
		self::assertSame('error', $check->getSeverity());
		self::assertStringContainsString($advice, (string)$check->getDescription());
		self::assertSame(200, $kernel->request('GET', '/index.php/settings/admin/overview', 'admin')->status);
		self::assertSame(200, $kernel->request('GET', '/index.php/settings/admin/reseau', 'admin')->status);
		foreach ($kernel->get(Jobs::class)->all() as $job) {
			$before = $kernel->log();
			$kernel->runJob($job);
			self::assertSame($before, $kernel->log(), $job);
		}
	}

	private static function address(Endpoint $endpoint): string {
		$value = static fn (string $name): string => self::VALUES[$name] ?? '1';
		$path = (string)preg_replace_callback('/\{(\w+)\}/', static fn (array $found): string => $value($found[1]), $endpoint->path);
		$query = array_map(static fn (array $schema): string => (string)($schema['enum'][0] ?? '1'), array_diff_key($endpoint->query, ['facet' => 0, 'cursor' => 0]));
		return $path . ($query === [] ? '' : '?' . http_build_query($query));
	}

	/** @param string $before the first migration that has not run */
	private function kernelOn(string $before): Kernel {
		$then = new Kernel(EarlierVersion::app("$this->folder/then", self::FROM, 'Version000300'), "$this->folder/state", $this->dsn());
		$then->reset();
		EarlierVersion::fill($then->get(Database::class), EarlierVersion::recorded(self::FROM)['tables']);
		(new Kernel(EarlierVersion::app("$this->folder/later", self::FROM, $before), "$this->folder/state", $this->dsn()))->migrate();
		return $this->kernel();
	}

	/** Today's code. */
	private function kernel(): Kernel {
		$kernel = new Kernel(dirname(__DIR__, 3), "$this->folder/state", $this->dsn());
		$kernel->config['ratelimit.protection.enabled'] = false;
		$kernel->clock->stopAt(EarlierVersion::recorded(self::FROM)['at']);
		return $kernel;
	}

	private function dsn(): string {
		return getenv('RESEAU_DSN') ?: "sqlite:///$this->folder/database";
	}
}
