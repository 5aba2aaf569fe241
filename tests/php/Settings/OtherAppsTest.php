<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Settings\OtherApps;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IConfig;
use Sandbox\Service\Store;

/** What an account has of Deck, Teams and Talk. */
class OtherAppsTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('odile', ['jardin']);
		$this->account('linh');
	}

	public function testAppsThatAreNotInstalledAreAbsent(): void {
		self::assertSame(['absent', false, false], $this->of('odile'));
		self::assertSame(['absent', false, false], $this->of('nobody'));
	}

	public function testADeckNeverOpenedIsNew(): void {
		$this->enable('circles');
		$this->enable('deck');
		self::assertSame(['new', true, false], $this->of('odile'));
		$this->kernel->get(IConfig::class)->setUserValue('odile', 'deck', 'firstRun', 'no');
		self::assertSame(['used', true, false], $this->of('odile'));
		self::assertSame(['new', true, false], $this->of('linh'));
	}

	public function testAnAppLimitedToGroupsIsAvailableToTheirMembers(): void {
		$this->enable('circles');
		$this->enable('deck', '["jardin"]');
		self::assertSame(['new', true, false], $this->of('odile'));
		self::assertSame(['absent', true, false], $this->of('linh'));
	}

	private function enable(string $app, string $for = 'yes'): void {
		$this->kernel->get(Store::class)->put('appconfig', ['appid' => $app, 'configkey' => 'enabled'], ['configvalue' => $for]);
	}

	/** @return array{string, bool, bool} */
	private function of(string $uid): array {
		$apps = $this->kernel->get(OtherApps::class);
		return [$apps->deck($uid), $apps->teams($uid), $apps->talk($uid)];
	}
}
