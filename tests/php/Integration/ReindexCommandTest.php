<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\CatchUpJob;
use OCA\Reseau\Integration\Command\ReindexCommand;
use OCA\Reseau\Integration\IndexAfterUpgrade;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use PHPUnit\Framework\Attributes\Group;
use Symfony\Component\Console\Tester\CommandTester;

/** What was there before the search, or was stored in an older format, is found after `occ reseau:reindex` and after an upgrade. */
#[Group('databases')]
class ReindexCommandTest extends NetworkTestCase {
	private const CARDS = 230;

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->load(array_map(static fn (int $i): array => [
			'id' => "m$i", 'name' => "Membre $i", 'account' => false, 'steward' => 'alice', 'drives' => 'Un jardin partagé',
			'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix'],
		], range(1, self::CARDS)));
	}

	public function testMissingEntriesOfTheIndexAreRestored(): void {
		self::assertSame(self::CARDS, $this->found());
		$this->emptyIndex();
		self::assertSame(0, $this->found());
		$said = $this->occ(ReindexCommand::class);
		self::assertStringContainsString('230/230', $said);
		self::assertMatchesRegularExpression('~^230 stored in \d+\.\d s, \d+ a second$~m', $said);
		self::assertStringNotContainsString('going on', $said);
		self::assertSame(self::CARDS, $this->found());
	}

	public function testASecondRunChangesNothing(): void {
		$before = $this->data('GET', '/members', 'alice', ['q' => 'jardin']);
		$this->occ(ReindexCommand::class);
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertSame($before, $this->data('GET', '/members', 'alice', ['q' => 'jardin']));
	}

	public function testADeletedCardIsNotFound(): void {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->delete('reseau_members')->where($qb->expr()->in('ref', $qb->createFunction("'m1', 'm115', 'm230'")));
		$qb->executeStatement();
		$this->occ(ReindexCommand::class);
		self::assertSame(self::CARDS - 3, $this->found());
	}

	public function testAStoppedRunContinuesWithoutGaps(): void {
		$this->forgetFormat();
		self::assertStringContainsString('Stopped. What is done stays', $this->stopped());
		self::assertSame(self::CARDS, $this->found(), 'old answers stay until the new ones are there');
		$said = $this->occ(ReindexCommand::class);
		self::assertMatchesRegularExpression('~stopped after member \d+: going on from there~', $said);
		self::assertStringContainsString('130 stored in', $said);
		self::assertSame(self::CARDS, $this->found());
		self::assertStringContainsString('230 stored in', $this->occ(ReindexCommand::class), 'once it is done it begins anew');
	}

	public function testFreshStartsOver(): void {
		$this->stopped();
		$said = $this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertStringContainsString('230 stored in', $said);
		self::assertStringNotContainsString('going on', $said);
	}

	public function testAnUpgradeUpdatesAnOlderFormat(): void {
		$this->emptyIndex();
		$this->kernel->get(IAppConfig::class)->setAppValueString('installed_version', '0.0.9');
		$this->kernel->migrate();
		self::assertSame(self::CARDS, $this->found());
	}

	public function testTheJobUpdatesOlderStems(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_index` SET token = 'horticol' WHERE token = 'jardin'");
		$db->executeStatement("UPDATE `*PREFIX*reseau_objects` SET hash = '', format = " . (Index::FORMAT - 1));
		self::assertSame(0, $this->found());
		$this->kernel->runJob(CatchUpJob::class);
		self::assertSame(self::CARDS, $this->found());
	}

	public function testTheRepairStepReportsItsProgressAndSkipsAnUpToDateIndex(): void {
		self::assertSame([], $this->repair());
		$this->forgetFormat();
		self::assertSame(['start 230', 'advance 230', 'finish'], $this->repair());
		self::assertSame([], $this->repair());

		$this->stopped();
		self::assertSame(['start 230', 'advance 130', 'finish'], $this->repair());
		self::assertSame([], $this->repair());
	}

	/** PostgreSQL learns it by itself too, but after a minute, in which a page of thousands of cards takes seconds. */
	public function testTheStatisticsOfTheDatabaseAreUpdatedAtOnce(): void {
		self::assertKnown($this->rowsAndWhatIsKnown(), 'after an import');
		$this->emptyIndex();
		$this->occ(ReindexCommand::class);
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertKnown($this->rowsAndWhatIsKnown(), 'after a reindex');
	}

	/** To look at a table ends a transaction of MySQL: it must wait for its end. */
	public function testAnImportWithinATransactionCanBeRolledBack(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->beginTransaction();
		$this->load(array_map(static fn (int $i): array => [
			'id' => "n$i", 'name' => "Encore $i", 'account' => false, 'steward' => 'alice', 'drives' => 'Un jardin partagé',
			'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix'],
		], range(1, self::CARDS)));
		$db->rollBack();
		self::assertSame(self::CARDS, $this->found());
	}

	public function testASignalStopsIt(): void {
		$command = $this->kernel->get(ReindexCommand::class);
		self::assertSame(function_exists('pcntl_signal') ? [SIGINT, SIGTERM] : [], $command->getSubscribedSignals());
	}

	/** @param array<string, array{int, int}> $tables rows, and how many the database takes them for */
	private static function assertKnown(array $tables, string $when): void {
		foreach ($tables as $table => [$rows, $known]) {
			self::assertGreaterThan(0, $rows, "$table $when");
			self::assertSame($rows, $known, "$table $when");
		}
	}

	/** @return array<string, array{int, int}> SQLite and MySQL do not tell what they take them for */
	private function rowsAndWhatIsKnown(): array {
		$db = $this->kernel->get(IDBConnection::class);
		$tables = [];
		foreach (['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_members'] as $table) {
			$rows = (int)$db->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table`")->fetchOne();
			$tables[$table] = [$rows, $db->getDatabaseProvider() === IDBConnection::PLATFORM_POSTGRES
				? (int)$db->executeQuery("SELECT reltuples FROM pg_class WHERE relname = '*PREFIX*$table'")->fetchOne()
				: $rows];
		}
		return $tables;
	}

	private function found(): int {
		return $this->data('GET', '/members', 'alice', ['q' => 'jardin'])['total'];
	}

	/** What a run says that is stopped after its first hundred. */
	private function stopped(): string {
		$command = $this->kernel->get(ReindexCommand::class);
		self::assertFalse($command->handleSignal(SIGINT), 'the hundred under way is stored first');
		$tester = new CommandTester($command);
		self::assertSame(130, $tester->execute([]));
		// Like the next process, the next run has services of its own.
		$this->data('GET', '/members/me', 'alice', status: 404);
		return $tester->getDisplay();
	}

	/** As before the app could search. */
	private function emptyIndex(): void {
		foreach (['reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_objects', 'reseau_facet_sums', 'reseau_spellings'] as $table) {
			$this->kernel->get(IDBConnection::class)->getQueryBuilder()->delete($table)->executeStatement();
		}
		$this->forgetFormat();
	}

	private function forgetFormat(): void {
		$this->kernel->get(IAppConfig::class)->setAppValueString('index_format', '');
	}

	/** @return list<string> the output of the step, with its progress added up */
	private function repair(): array {
		$output = new class() implements IOutput {
			/** @var list<string> */
			public array $told = [];
			private int $steps = 0;

			public function info($message) {
				$this->told[] = "info $message";
			}

			public function warning($message) {
				$this->told[] = "warning $message";
			}

			public function startProgress($max = 0) {
				$this->told[] = "start $max";
			}

			public function advance($step = 1, $description = '') {
				$this->steps += $step;
			}

			public function finishProgress() {
				array_push($this->told, "advance $this->steps", 'finish');
			}
		};
		$this->kernel->get(IndexAfterUpgrade::class)->run($output);
		return $output->told;
	}
}
