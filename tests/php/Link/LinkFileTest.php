<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Integration\Link\LinkFile;
use OCP\IDBConnection;
use Sandbox\Service\Tree;

/** Links go along with a network, as far as their ends have a name outside the server. */
class LinkFileTest extends LinkTestCase {
	public function testExportedLinksAreImportedAgain(): void {
		$this->useLibrary();
		$this->file('odile', Tree::COMMON . '/Fiches', null);
		$file = $this->file('odile', Tree::COMMON . '/Fiches/Plan.pdf');
		$this->link('odile', $this->member('odile'), 'carries', "group:$this->group");
		$this->link('linh', "file:$file", 'see-also', $this->member('linh'));
		$board = $this->board();
		$this->link('odile', "board:$board", 'see-also', $this->member('odile'));
		$export = $this->kernel->get(LinkFile::class)->export();
		self::assertCount(2, $export, 'boards are Deck’s');
		self::assertSame(['file' => 'Fiches/Plan.pdf'], $export[1]['a']);
		$db = $this->kernel->get(IDBConnection::class);
		// The names that the export gave are known from now on.
		$db->executeStatement("UPDATE `*PREFIX*reseau_groups` SET `ref` = 'group-' || `id`");
		$db->executeStatement('DELETE FROM `*PREFIX*reseau_links`');
		self::assertSame(2, $this->kernel->get(ImportFile::class)->loadData($export)->counts()['made']);
		self::assertSame(2, $this->kernel->get(ImportFile::class)->loadData($export)->counts()['unchanged']);
		self::assertContains('porte', $this->around('linh', $this->member('odile'))['Eau de pluie']);
		self::assertSame('Linh', $this->neighbourhood('linh', "file:$file")['kinds'][0]['items'][0]['bonds'][0]['link']['by']['name']);
	}

	public function testMissingThingsAreReported(): void {
		$this->useLibrary();
		$end = ['member' => 'nobody'];
		$rows = [
			['a' => $end, 'relation' => 'carries', 'b' => $end],
			['a' => ['planet' => 'mars'], 'relation' => 'carries', 'b' => $end],
			['a' => 7, 'relation' => 'carries'],
			['a' => ['file' => '../secret'], 'relation' => 'carries', 'b' => ['file' => 'nowhere'], 'by' => 'odile'],
		];
		$report = $this->kernel->get(ImportFile::class)->loadData($rows);
		self::assertSame(4, $report->counts()['skipped']);
		self::assertSame(['unknown_thing a'], array_values(array_unique(array_column($report->rows(), 'why'))));
	}

	public function testTheDemonstrationHasLinks(): void {
		$this->kernel = self::emptyKernel();
		self::assertStringContainsString('links: 8 made, 0 updated, 0 unchanged, 0 skipped', $this->demo());
	}
}
