<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\SetupReport;
use OCA\Reseau\Settings\TeamSpaces;
use PHPUnit\Framework\Attributes\TestWith;
use Sandbox\Service\Teams;
use Sandbox\Service\Tree;

/** A group whose folder is the one its team has of its own, as Nextcloud 35 with Team folders gives them. */
class TeamSpacesTest extends GroupTestCase {
	private string $team = '';
	private int $folder = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->haveApps('circles,deck,groupfolders');
		$this->team = $this->kernel->get(Teams::class)->create('Eau de pluie', 'odile');
		$this->tree()->lookAnew('odile');
		$this->folder = $this->tree()->find('odile', '/Eau de pluie')['id'];
		$this->tree()->make('odile', '/Eau de pluie/note.md', 'À garder.');
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $this->tree()->find('odile', Tree::COMMON)['id']);
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'teamId' => $this->team, 'folderId' => $this->folder, 'folderPath' => '/Eau de pluie', 'step' => 'done', 'note' => 'folder:done:space']);
	}

	private function haveApps(string $apps): void {
		$this->kernel->config['sandbox.apps'] = $apps;
		// Services of the next request know it.
		$this->seen('odile');
	}

	private function tree(): Tree {
		return $this->kernel->get(Tree::class);
	}

	public function testTheLibraryShowsItsPathToTeamMembers(): void {
		$groups = $this->data('GET', '/library', 'odile')['groups'];
		self::assertSame([['id' => $this->group, 'title' => 'Eau de pluie', 'folderId' => (string)$this->folder, 'elsewhere' => '/Eau de pluie']], $groups);
		// In the group, not yet in the team: the path of a folder without access is not shown.
		$this->comeIn('linh');
		self::assertSame([null], array_column($this->data('GET', '/library', 'linh')['groups'], 'elsewhere'));
		self::assertSame([], $this->data('GET', '/library', 'yamina')['groups']);
	}

	public function testAFolderInTheLibraryIsNotElsewhere(): void {
		$inside = $this->tree()->make('odile', Tree::COMMON . '/Eau', null)[0];
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'folderId' => $inside, 'folderPath' => Tree::COMMON . '/Eau']);
		self::assertSame([null], array_column($this->data('GET', '/library', 'odile')['groups'], 'elsewhere'));
	}

	public function testItsFilesHaveNoSheet(): void {
		$note = $this->tree()->find('odile', '/Eau de pluie/note.md')['id'];
		$this->assertRefused(422, 'not_in_library', 'PUT', "/sheets/$note", 'odile', ['version' => 0, 'title' => 'Note', 'kind' => 'method']);
	}

	public function testNeitherClosingNorDeletingTheGroupTouchesIt(): void {
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertNotNull($this->kernel->get(Teams::class)->find($this->team));
		self::assertSame('À garder.', $this->tree()->body($this->tree()->find('odile', '/Eau de pluie/note.md')['id']));
	}

	#[TestWith(['circles,groupfolders', true])]
	#[TestWith(['circles', false])]
	public function testTheAdministrationPageShowsThem(string $apps, bool $there): void {
		$this->haveApps($apps);
		self::assertSame($there, $this->kernel->get(TeamSpaces::class)->areThere());
		['state' => $state, 'sentence' => $sentence] = $this->kernel->get(SetupReport::class)->check('teams');
		self::assertSame('ok', $state);
		self::assertSame($there, str_contains($sentence, 'espace d’équipe') || str_contains($sentence, 'team space'), $sentence);
	}
}
