<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Integration\Command\PurgeCommand;
use OCA\Reseau\Integration\Removal\RemoveJobs;
use OCA\Reseau\Integration\StillTrueJob;
use OCA\Reseau\Message\TellAuthorJob;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\Endpoints\StageTestCase;
use OCP\BackgroundJob\IJobList;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Apps;
use Sandbox\Service\Store;
use Symfony\Component\Console\Command\Command;

/** Removing the app takes its jobs; `occ reseau:purge` takes everything, and only when the network is named. */
#[Group('databases')]
class PurgeTest extends StageTestCase {
	protected const PEOPLE = 4;

	public function testNothingIsDeletedUntilTheNetworkIsNamed(): void {
		$this->account('alice');
		$this->card('alice');
		$this->kernel->get(Network::class)->rename('Cordée');
		$before = $this->rows();
		$output = $this->occ(PurgeCommand::class, status: Command::FAILURE);
		self::assertStringContainsString('reseau_members: 1', $output);
		self::assertStringContainsString('teams, boards, folders and files', $output);
		self::assertStringContainsString('occ reseau:purge --network="Cordée"', $output);
		foreach (['', 'Réseau', 'cordée', 'yes'] as $wrong) {
			self::assertStringContainsString("the network is called “Cordée”, not “{$wrong}”", $this->occ(PurgeCommand::class, ['--network' => $wrong], Command::FAILURE));
		}
		self::assertSame($before, $this->rows());
	}

	public function testEverythingIsDeleted(): void {
		$this->stage();
		$this->kernel->get(Network::class)->rename('Cordée');
		$this->kernel->get(IConfig::class)->setUserValue('linh', 'other', 'key', 'stays');
		$before = $this->rows();
		self::assertGreaterThan(40, count(array_filter($before, static fn (string $table): bool => str_starts_with($table, 'reseau_'), ARRAY_FILTER_USE_KEY)));
		self::assertArrayHasKey('sandbox_notifications', $before);

		$output = $this->occ(PurgeCommand::class, ['--network' => ' Cordée ']);

		foreach ($before as $table => $count) {
			if (str_starts_with($table, 'reseau_')) {
				self::assertStringContainsString("  $table: $count\n", $output);
			}
		}
		self::assertStringContainsString('All of this was deleted.', $output);
		$after = $this->rows();
		self::assertSame([], array_filter($after, static fn (string $table): bool => str_starts_with($table, 'reseau_') || in_array($table, ['sandbox_notifications', 'sandbox_jobs'], true), ARRAY_FILTER_USE_KEY));
		foreach (['users', 'group_user', 'sandbox_files', 'sandbox_things'] as $nextclouds) {
			self::assertSame($before[$nextclouds] ?? 0, $after[$nextclouds] ?? 0, $nextclouds);
		}
		$store = $this->kernel->get(Store::class);
		self::assertEqualsCanonicalizing(['installed_version', 'hash_key'], array_column($store->rows('appconfig', ['appid' => 'reseau']), 'configkey'));
		self::assertSame([], $store->rows('preferences', ['appid' => 'reseau']));
		self::assertSame('stays', $this->kernel->get(IConfig::class)->getUserValue('linh', 'other', 'key'));
		self::assertStringContainsString('there is nothing to delete', $this->occ(PurgeCommand::class));
		// The app is usable again.
		$this->kernel->forget();
		self::assertSame('Linh', $this->card('linh', ['drives' => 'La pluie'])['name']);
	}

	public function testADisabledAppHasNoJobsThatComeAgainAndKeepsTheRest(): void {
		$jobs = $this->kernel->get(IJobList::class);
		$jobs->add(StillTrueJob::class);
		$jobs->add(TellAuthorJob::class, 3);
		$jobs->add('OCA\\Other\\Job');
		$this->account('alice');
		$this->card('alice');
		$before = $this->rows();
		$this->kernel->get(RemoveJobs::class)->run($this->createStub(IOutput::class));
		self::assertEqualsCanonicalizing([['class' => 'OCA\\Other\\Job', 'count' => 1], ['class' => TellAuthorJob::class, 'count' => 1]], $jobs->countByClass());
		self::assertSame(array_replace($before, ['sandbox_jobs' => 2]), $this->rows());
		self::assertContains(RemoveJobs::class, $this->kernel->get(Apps::class)->repairSteps('uninstall'));
	}

	/** @return array<string, int> by table, those with any */
	private function rows(): array {
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		$counts = [];
		foreach ($db->createSchemaManager()->listTableNames() as $table) {
			$counts[substr($table, 3)] = str_starts_with($table, 'oc_') ? (int)$db->fetchOne("SELECT COUNT(*) FROM $table") : 0;
		}
		unset($counts['sandbox_attempts'], $counts['sandbox_sessions']);
		ksort($counts);
		return array_filter($counts);
	}
}
