<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Settings\SetupReport;
use OCA\Reseau\Shared\IndexProgress;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IGroupManager;
use PHPUnit\Framework\Attributes\TestWith;
use Sandbox\Kernel\Registration;
use Sandbox\Service\Store;

/** What is reported as missing, on the administration page and in Nextcloud's overview. */
class SetupReportTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('admin', ['admin']);
	}

	public function testReportsWhatIsMissingAndItsConsequence(): void {
		$checks = $this->checks();
		self::assertSame(SetupReport::IDS, array_keys($checks));
		self::assertSame(
			['facilitators' => 'warning', 'jobs' => 'warning', 'search' => 'ok', 'mail' => 'warning', 'teams' => 'info', 'deck' => 'info', 'talk' => 'info'],
			array_column($checks, 'state', 'id'),
		);
		foreach (array_diff_key($checks, ['search' => 0]) as $check) {
			self::assertMatchesRegularExpression('#^http://localhost/index\.php/settings/#', $check['link']['href']);
		}
	}

	public function testReportsNothingForACompleteSetup(): void {
		$this->facilitator('odile');
		$this->kernel->config['sandbox.apps'] = 'circles,deck,spreed';
		$this->kernel->config['mail_domain'] = 'example.org';
		$this->core('backgroundjobs_mode', 'cron');
		$this->core('lastcron', (string)($this->kernel->clock->getTime() - 300));
		$checks = $this->checks();
		self::assertSame(array_fill_keys(SetupReport::IDS, 'ok'), array_column($checks, 'state', 'id'));
		self::assertSame(array_fill_keys(SetupReport::IDS, null), array_column($checks, 'link', 'id'));
	}

	#[TestWith(['cron', 300, 'ok'])]
	#[TestWith(['webcron', 300, 'ok'])]
	#[TestWith(['cron', 3700, 'warning'])]
	#[TestWith(['cron', null, 'warning'])]
	#[TestWith(['ajax', 300, 'warning'])]
	public function testReportsTheStateOfBackgroundJobs(string $mode, ?int $ago, string $state): void {
		$this->core('backgroundjobs_mode', $mode);
		if ($ago !== null) {
			$this->core('lastcron', (string)($this->kernel->clock->getTime() - $ago));
		}
		self::assertSame($state, $this->checks()['jobs']['state']);
	}

	public function testReportsHowFarTheIndexIs(): void {
		$this->kernel->get(IndexProgress::class)->write(300, 20000);
		$check = $this->checks()['search'];
		self::assertSame('info', $check['state']);
		self::assertStringContainsString('300 sur 20000', $check['sentence']);
	}

	public function testDisabledMailCountsAsMissing(): void {
		$this->kernel->config['mail_domain'] = 'example.org';
		$this->kernel->config['mail_smtpmode'] = 'null';
		self::assertSame('warning', $this->checks()['mail']['state']);
	}

	public function testAnAppLimitedToGroupsLeavesFacilitatorsOut(): void {
		$this->facilitator('odile');
		$this->facilitator('linh');
		$this->kernel->get(Store::class)->put('appconfig', ['appid' => 'reseau', 'configkey' => 'enabled'], ['configvalue' => '["essai"]']);
		$this->kernel->get(IGroupManager::class)->createGroup('essai')->addUser($this->kernel->get(\OCP\IUserManager::class)->get('odile'));
		self::assertSame('warning', $this->checks()['facilitators']['state']);
		$people = $this->data('GET', '/network', 'admin')['facilitation']['people'];
		self::assertSame(['linh' => false, 'odile' => true], array_column($people, 'access', 'uid'));
	}

	public function testNextcloudsOverviewSaysTheSame(): void {
		$this->facilitator('odile');
		$checks = $this->checks();
		$shown = [];
		foreach ($this->kernel->get(Registration::class)->setupChecks as $class) {
			$check = $this->kernel->get($class);
			self::assertSame('reseau', $check->getCategory());
			$shown[$check->getName()] = $check->run();
		}
		self::assertCount(count(SetupReport::IDS) + 1, $shown, 'and whether the tables fit');
		foreach ($checks as $check) {
			$result = $shown["Réseau : {$check['name']}"];
			self::assertSame($check['state'] === 'ok' ? 'success' : $check['state'], $result->getSeverity());
			self::assertSame($check['sentence'] . ($check['link'] === null ? '' : ' {link}'), $result->getDescription());
			self::assertSame($check['link']['href'] ?? null, $result->getDescriptionParameters()['link']['link'] ?? null);
		}
	}

	/** @return array<string, array<string, mixed>> by id */
	private function checks(): array {
		return array_column($this->data('GET', '/network/setup', 'admin'), null, 'id');
	}

	private function core(string $key, string $value): void {
		$this->kernel->get(Store::class)->put('appconfig', ['appid' => 'core', 'configkey' => $key], ['configvalue' => $value]);
	}
}
