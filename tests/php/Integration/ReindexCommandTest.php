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
use OCA\Reseau\Integration\IndexedTypes;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Reindex;
use OCA\Reseau\Shared\IndexProgress;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;
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
			'seeks' => [['text' => 'Remonter un mur en pierre sèche', 'terms' => []]],
			'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix'],
		], range(1, self::CARDS)));
	}

	public function testMissingEntriesOfTheIndexAreRestored(): void {
		self::assertSame(self::CARDS, $this->found());
		$this->emptyIndex();
		self::assertSame(0, $this->found());
		$output = $this->occ(ReindexCommand::class);
		self::assertStringContainsString('230/230', $output);
		self::assertMatchesRegularExpression('~^230 stored in \d+\.\d s, \d+ a second$~m', $output);
		self::assertStringNotContainsString('continuing', $output);
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
		$output = $this->occ(ReindexCommand::class);
		self::assertMatchesRegularExpression('~stopped after member \d+, 100 of 230: continuing from there~', $output);
		self::assertStringContainsString('130 stored in', $output);
		self::assertSame(self::CARDS, $this->found());
		self::assertStringContainsString('230 stored in', $this->occ(ReindexCommand::class), 'when it is done, the next run starts from the beginning');
	}

	public function testFreshStartsOver(): void {
		$this->stopped();
		$output = $this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertStringContainsString('230 stored in', $output);
		self::assertStringNotContainsString('continuing', $output);
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

	public function testTheRepairStepSkipsAnUpToDateIndex(): void {
		self::assertSame([], $this->repair());
		$this->emptyIndex();
		self::assertSame([], $this->repair(), 'a small network is done before the upgrade ends');
		self::assertSame(self::CARDS, $this->found());
	}

	public function testALargeNetworkIsLeftToTheJobAfterASlice(): void {
		$this->ageEverything();
		self::assertSame(['info 100 of 230 are findable by their new words. The others keep their old ones until a background job has stored them; occ reseau:reindex does it now.'], $this->repair(true));
		self::assertSame(self::CARDS, $this->found(), 'old answers until the new are there');
		self::assertSame(['done' => 100, 'total' => 230], $this->kernel->get(IndexProgress::class)->read());
		self::assertSame([0, 100], [$this->outdated(100), self::CARDS - $this->outdated()]);
		$this->account('admin', ['admin']);
		self::assertStringContainsString('100 sur 230', array_column($this->data('GET', '/network/setup', 'admin'), 'sentence', 'id')['search']);

		$slice = new class($this->kernel->get(ITimeFactory::class), $this->kernel->get(InstalledTables::class), $this->kernel->get(IndexedTypes::class), $this->kernel->get(Index::class), $this->kernel->get(Reindex::class)) extends CatchUpJob {
			protected const SECONDS = 0;
		};
		(new \ReflectionMethod($slice, 'run'))->invoke($slice, null);
		self::assertSame(30, $this->outdated(), 'a run of the job ends in time');
		self::assertSame(self::CARDS, $this->found());
		self::assertStringContainsString('200 of 230: continuing', $this->occ(ReindexCommand::class));
		self::assertSame([0, null], [$this->outdated(), $this->kernel->get(IndexProgress::class)->read()]);
		self::assertSame(self::CARDS, $this->found());
	}

	public function testTheJobEndsWhatTheUpgradeBegan(): void {
		$this->ageEverything();
		$this->repair(true);
		$this->kernel->runJob(CatchUpJob::class);
		self::assertSame([0, null], [$this->outdated(), $this->kernel->get(IndexProgress::class)->read()]);
		self::assertTrue($this->kernel->get(Reindex::class)->isDone());
		self::assertSame(self::CARDS, $this->found());
	}

	/** Stopped after the last card it goes on with what comes after the cards, not from the beginning. */
	public function testARunStoppedBetweenTwoTypesContinuesWithTheNext(): void {
		$this->ageEverything();
		$reindex = $this->kernel->get(Reindex::class);
		$types = $this->kernel->get(IndexedTypes::class)->types();
		$calls = 0;
		$reindex->run($types, false, static function () use (&$calls): bool {
			return ++$calls < 4;
		});
		self::assertSame(['type' => 'group', 'after' => 0], $reindex->place());
		self::assertSame(0, $reindex->run($types, false, static fn (): bool => true));
		self::assertTrue($reindex->isDone());
	}

	/** PostgreSQL learns it by itself too, but after a minute, in which a page of thousands of cards takes seconds. */
	public function testTheStatisticsOfTheDatabaseAreUpdatedImmediately(): void {
		self::assertKnown($this->rowsAndWhatIsKnown(), 'after an import');
		$this->emptyIndex();
		$this->occ(ReindexCommand::class);
		$this->occ(ReindexCommand::class, ['--fresh' => true]);
		self::assertKnown($this->rowsAndWhatIsKnown(), 'after a reindex');
	}

	/** ANALYZE TABLE ends a transaction of MySQL: it must wait for its end. */
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

	/** @return array<string, array{int, int}> SQLite and MySQL do not report their estimates */
	private function rowsAndWhatIsKnown(): array {
		$db = $this->kernel->get(IDBConnection::class);
		$tables = [];
		foreach (['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_subjects', 'reseau_members'] as $table) {
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
		foreach (['reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_objects', 'reseau_facet_sums', 'reseau_subjects', 'reseau_spellings'] as $table) {
			$this->kernel->get(IDBConnection::class)->getQueryBuilder()->delete($table)->executeStatement();
		}
		$this->forgetFormat();
	}

	private function forgetFormat(): void {
		$this->kernel->get(IAppConfig::class)->setAppValueString('index_format', '');
	}

	/** As if everything had been stored by an older version, which made other tokens as well. */
	private function ageEverything(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_objects` SET hash = '', format = " . (Index::FORMAT - 1));
		$this->forgetFormat();
	}

	/** How many of the first cards are in an older format. */
	private function outdated(int $first = self::CARDS): int {
		$sql = 'SELECT object_id, format FROM `*PREFIX*reseau_objects` ORDER BY object_id';
		$formats = array_map(static fn (array $row): int => (int)$row['format'], $this->kernel->get(IDBConnection::class)->executeQuery($sql)->fetchAll());
		return count(array_filter(array_slice($formats, 0, $first), static fn (int $format): bool => $format < Index::FORMAT));
	}

	/**
	 * @param bool $atOnce the time of the step is over after its first batch
	 * @return list<string> the output of the step
	 */
	private function repair(bool $atOnce = false): array {
		$output = new class() implements IOutput {
			/** @var list<string> */
			public array $messages = [];

			public function info($message) {
				$this->messages[] = "info $message";
			}

			public function warning($message) {
				$this->messages[] = "warning $message";
			}

			public function startProgress($max = 0) {
			}

			public function advance($step = 1, $description = '') {
			}

			public function finishProgress() {
			}
		};
		$step = $atOnce ? new class($this->kernel->get(Reindex::class), $this->kernel->get(IndexedTypes::class)) extends IndexAfterUpgrade {
			protected const SECONDS = 0;
		} : $this->kernel->get(IndexAfterUpgrade::class);
		$step->run($output);
		return $output->messages;
	}
}
