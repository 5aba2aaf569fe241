<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use OCA\Reseau\Tests\NetworkTestCase;

class SettingsPageTest extends NetworkTestCase {
	public function testOnlyAdministratorsSeeThePage(): void {
		$this->account('admin', ['admin']);
		$this->account('odile');
		$page = $this->kernel->request('GET', '/index.php/settings/admin/reseau', 'admin');
		self::assertSame(200, $page->status, (string)$page->error);
		self::assertStringContainsString('<div id="reseau-admin" lang="fr">', $page->body);
		self::assertStringContainsString('initial-state-reseau-network', $page->body);
		self::assertStringContainsString('data-severity="info"', $this->kernel->request('GET', '/index.php/settings/admin/overview', 'admin')->body);
		self::assertSame(404, $this->kernel->request('GET', '/index.php/settings/admin/other', 'admin')->status);
		self::assertSame(403, $this->kernel->request('GET', '/index.php/settings/admin/reseau', 'odile')->status);
	}
}
