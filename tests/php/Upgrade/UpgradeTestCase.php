<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Upgrade;

use Doctrine\DBAL\Schema\Column;
use Doctrine\DBAL\Schema\Index;
use OCA\Reseau\Integration\CatchUpJob;
use OCA\Reseau\Integration\Command\ReindexCommand;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Integration\IndexAfterUpgrade;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Apps;
use Sandbox\Service\Database;
use Sandbox\Service\Schema;
use Symfony\Component\Console\Tester\CommandTester;

/** The data of an earlier version (record.php) is unchanged after the upgrade, and still works. */
abstract class UpgradeTestCase extends TestCase {
	/** The version it was recorded from. */
	protected const FROM = '';

	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/** What search finds things by is made from the rest, and may be made another way. */
	private const DERIVED = ['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_subjects', 'reseau_spellings'];

	/** @var array{version: string, at: int, token: string, tables: array<string, array{columns: list<string>, rows: list<list<mixed>>}>, answers: list<array{by: string, path: string, data: mixed}>} */
	private static array $recorded;

	private static Kernel $kernel;

	/** @var array<string, mixed> tables of a new installation, as of tables() */
	private static array $new;

	/** @var list<mixed> what searches answered after the upgrade and before the job; null for other requests */
	private static array $meanwhile = [];

	private static string $folder;

	public static function setUpBeforeClass(): void {
		self::$meanwhile = [];
		self::$recorded = EarlierVersion::recorded(static::FROM);
		self::$new = self::tables(sandbox());
		self::$folder = sys_get_temp_dir() . '/reseau-upgrade-' . getmypid();
		$dsn = getenv('RESEAU_DSN') ?: 'sqlite:///' . self::$folder . '/database';
		[$major, $minor, $patch] = explode('.', static::FROM);
		$app = EarlierVersion::app(self::$folder . '/app', static::FROM, sprintf('Version%02d%02d%02dE', $major, $minor, $patch));
		$before = new Kernel($app, self::$folder . '/state', $dsn);
		$before->reset();
		EarlierVersion::fill($before->get(Database::class), self::$recorded['tables']);

		self::$kernel = new Kernel(dirname(__DIR__, 3), self::$folder . '/state', $dsn);
		self::$kernel->config['ratelimit.protection.enabled'] = false;
		self::$kernel->clock->stopAt(self::$recorded['at']);
		// As in a network too large for the time that the upgrade takes for it: all of it is left to the job.
		self::$kernel->container()->set(IndexAfterUpgrade::class, new class() implements IRepairStep {
			public function getName(): string {
				return 'nothing';
			}

			public function run(IOutput $output): void {
			}
		});
		self::$kernel->migrate();
		foreach (self::$recorded['answers'] as ['by' => $uid, 'path' => $path]) {
			self::$meanwhile[] = preg_match('~^/members(?:/facets)?\?~', $path) === 1 ? self::ask('GET', $path, $uid) : null;
		}
		self::$kernel->runJob(CatchUpJob::class);
	}

	public static function tearDownAfterClass(): void {
		EarlierVersion::remove(self::$folder);
	}

	public function testTheTablesAreThoseOfANewInstallation(): void {
		self::assertSame(self::$new, self::tables(self::$kernel));
	}

	public function testEveryRowIsUnchanged(): void {
		foreach (array_diff_key(self::$recorded['tables'], array_flip(self::DERIVED)) as $table => ['columns' => $columns, 'rows' => $rows]) {
			// The version and the migrations run are what an upgrade changes.
			if (str_starts_with($table, 'reseau_')) {
				$now = self::rows(self::$kernel->get(Database::class), $table, array_map(self::named(...), $columns));
				if ($table === 'reseau_terms') {
					// Relations of links are there since 0.3.0.
					$now = array_values(array_filter($now, static fn (array $row): bool => $row[array_search('kind', $columns, true)] !== 'relations'));
					$now = array_map(self::withoutWords(array_search('data', $columns, true)), $now);
				}
				self::assertEquals($rows, $now, $table);
			}
		}
	}

	public function testTheSearchIndexIsThatOfANewInstallation(): void {
		$derived = static fn (): array => array_map(static function (string $table): array {
			$rows = self::$kernel->get(Database::class)->executeQuery("SELECT * FROM `*PREFIX*$table`")->fetchAll();
			// A term nobody has any more is counted as none, or not at all.
			$rows = array_filter($rows, static fn (array $row): bool => !isset($row['sum']) || (int)$row['sum'] !== 0);
			$rows = array_map(static fn (array $row): string => implode(' | ', array_diff_key($row, ['id' => true])), $rows);
			sort($rows);
			return $rows;
		}, self::DERIVED);
		$before = $derived();
		$command = new CommandTester(self::$kernel->get(ReindexCommand::class));
		self::assertSame(0, $command->execute(['--fresh' => true]));
		self::assertSame($derived(), $before);
	}

	public function testEverybodyGetsTheSameAnswers(): void {
		foreach (self::$recorded['answers'] as ['by' => $uid, 'path' => $path, 'data' => $data]) {
			$now = self::ask('GET', $path, $uid);
			if ($path === '/home') {
				// Since 0.3.0, answers contain what groups and the charter wait for.
				$now['awaits'] = array_values(array_filter($now['awaits'], static fn (array $line): bool => preg_match('/^(group|charter)_/', $line['kind']) === 0));
			}
			// Since 0.3.0 they do not come with a list.
			unset($data['facets']);
			if (($data['can']['edit'] ?? true) === false) {
				// Those are the keeper's since 0.3.0.
				$data = array_diff_key($data, ['ref' => 0, 'version' => 0, 'updated' => 0]);
			}
			$data = self::renamed($data);
			self::assertEquals($data, self::known($data, $now), "GET $path by $uid");
		}
	}

	public function testPeopleFindWhatTheyFoundBeforeUntilTheJobHasRun(): void {
		$compared = 0;
		foreach (self::$recorded['answers'] as $i => ['by' => $uid, 'path' => $path, 'data' => $before]) {
			$now = self::$meanwhile[$i];
			if ($now === null) {
				continue;
			}
			$compared++;
			if (isset($before['members'])) {
				self::assertSame(array_column($before['members'], 'name'), array_column($now['members'], 'name'), "$path by $uid");
				self::assertSame($before['total'], $now['total'], "$path by $uid");
			} else {
				self::assertSame(array_column($before['choices'], 'count', 'id'), array_column($now['choices'], 'count', 'id'), "$path by $uid");
			}
		}
		self::assertGreaterThan(10, $compared);
	}

	public function testEveryEndpointThatReadsAnswers(): void {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 512, JSON_THROW_ON_ERROR);
		$paths = array_keys(array_filter($openapi['paths'], static fn (array $methods, string $path): bool => isset($methods['get']) && !str_contains($path, '{'), ARRAY_FILTER_USE_BOTH));
		self::assertGreaterThan(4, count($paths));
		foreach ($paths as $path) {
			foreach (['maelle-roumegous', 'romain-vielfaure', 'nora', 'admin'] as $uid) {
				$reply = self::$kernel->request('GET', $path, $uid);
				self::assertLessThan(500, $reply->status, "GET $path by $uid: $reply->error");
			}
		}
	}

	public function testALinkSentBeforeTheUpgradeStillWorks(): void {
		$card = self::ask('GET', '/claims/' . self::$recorded['token'], 'ilan');
		self::assertSame('Ilan Boulanger', $card['name']);
		$mine = self::ask('POST', '/claims/' . self::$recorded['token'], 'ilan', []);
		self::assertSame('Tenir le four à pain du village', $mine['drives']);
		self::assertSame(['phone' => '01 99 00 00 01'], $mine['contact']);
		self::assertSame($mine, self::ask('GET', '/members/me', 'ilan'));
	}

	public function testACardCanStillBeEdited(): void {
		$card = self::ask('GET', '/members/me', 'bastian-escande');
		$saved = self::ask('PUT', '/members/me', 'bastian-escande', ['version' => $card['version'], 'drives' => 'Planter des haies de néfliers']);
		self::assertSame([$card['id'], $card['values'], $card['joined']], [$saved['id'], $saved['values'], $saved['joined']]);
		self::assertSame([$card['id']], array_column(self::ask('GET', '/members?q=neflier', 'nora')['members'], 'id'));
		$new = self::ask('PUT', '/members/me', 'nora', ['version' => 0, 'drives' => 'Apprendre']);
		self::assertGreaterThan(max(array_column(self::$recorded['tables']['reseau_members']['rows'], 0)), $new['id']);
	}

	public function testErasedCardsStayErased(): void {
		$row = ['id' => 'idriss-benkacem', 'name' => 'Idriss Benkacem', 'account' => true];
		self::assertSame(['erased'], array_column(self::$kernel->get(ImportFile::class)->loadData([$row])->rows(), 'why'));
	}

	public function testASecondUpgradeChangesNothing(): void {
		$before = self::tables(self::$kernel);
		self::$kernel->migrate();
		self::assertSame($before, self::tables(self::$kernel));
	}

	public function testThemesOfTheInitialListGetTheirWords(): void {
		$words = self::$kernel->get(Vocabulary::class)->themeWords();
		self::assertContains('potager', $words['jardins-partages']);
		self::assertContains('bicyclette', $words['velo']);
	}

	/** Themes have words that speak of them since 0.3.0. */
	private static function withoutWords(int $column): callable {
		return static function (array $row) use ($column): array {
			$entry = array_diff_key(json_decode($row[$column], true, 32, JSON_THROW_ON_ERROR), ['words' => 0]);
			return array_replace($row, [$column => json_encode($entry, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE)]);
		};
	}

	/** The audiences of a card were its visibility up to 0.2.0. */
	private static function named(string $key): string {
		return $key === 'visibility' ? 'audience' : $key;
	}

	private static function renamed(mixed $data): mixed {
		if (!is_array($data)) {
			return $data;
		}
		$renamed = [];
		foreach ($data as $key => $value) {
			// Since 0.4.0 a keeper may also ask by mail after a spoken agreement.
			if ($key !== 'askConsent') {
				$renamed[is_string($key) ? self::named($key) : $key] = self::renamed($value);
			}
		}
		return $renamed;
	}

	/** @param array<string, mixed>|null $body */
	private static function ask(string $method, string $path, string $uid, ?array $body = null): mixed {
		$reply = self::$kernel->request($method, self::API . $path, $uid, $body);
		self::assertLessThan(300, $reply->status, "$method $path by $uid: $reply->body $reply->error");
		return $reply->data();
	}

	/**
	 * @param list<string> $columns
	 * @return list<list<mixed>> by id
	 */
	private static function rows(Database $db, string $table, array $columns): array {
		$rows = $db->getQueryBuilder()->select(...$columns)->from($table)->orderBy('id')->executeQuery()->fetchAll();
		return array_map(static fn (array $row): array => array_map(static fn (string $column): mixed => $row[$column], $columns), $rows);
	}

	/**
	 * @return array<string, mixed> by table its columns and indexes, in any order
	 */
	private static function tables(Kernel $kernel): array {
		$tables = [];
		$schema = new Schema($kernel->get(Database::class));
		foreach ($schema->getTableNamesWithoutPrefix() as $name) {
			$table = $schema->getTable($name);
			$columns = array_map(static fn (Column $column): array => [$column->getName(), $column->getType()::class, $column->getLength(), $column->getNotnull(), $column->getDefault(), $column->getAutoincrement()], $table->getColumns());
			$indexes = array_map(static fn (Index $index): array => [$index->getName(), $index->getColumns(), $index->isUnique()], $table->getIndexes());
			sort($columns);
			sort($indexes);
			$tables[$name] = [$columns, $indexes];
		}
		ksort($tables);
		return $tables;
	}

	/** The newer answer reduced to the older one: new keys are left out, and so are additions to a title or times added to a day. */
	private static function known(mixed $before, mixed $now): mixed {
		if (is_string($before) && isset($now['title'])) {
			return $now['title'];
		}
		if (is_string($before) && is_string($now) && preg_match('/^\d{4}-\d\d-\d\d\z/', $before) === 1 && str_starts_with($now, "{$before}T")) {
			return $before;
		}
		if (!is_array($before) || !is_array($now) || $before === []) {
			return $now;
		}
		$kept = array_is_list($before) ? $now : array_intersect_key($now, $before);
		foreach ($kept as $key => $value) {
			if (array_key_exists($key, $before)) {
				$kept[$key] = self::known($before[$key], $value);
			}
		}
		return $kept;
	}
}
