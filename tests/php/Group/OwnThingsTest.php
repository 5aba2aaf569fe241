<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupMapper;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Deck;
use Sandbox\Service\Teams;
use Sandbox\Service\Tree;

/** A run saves only what its own account has just created, and the group remembers whose run saved it (docs/decisions/0060). */
#[Group('databases')]
final class OwnThingsTest extends GroupTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
	}

	/** @param array<string, mixed> $saved */
	private function save(string $uid, array $saved): array {
		$this->data('POST', "/groups/$this->group/making/lease", $uid, ['runner' => 'r']);
		$making = $this->data('PUT', "/groups/$this->group/making", $uid, ['runner' => 'r'] + $saved);
		$this->data('DELETE', "/groups/$this->group/making/lease", $uid, ['runner' => 'r']);
		return $making;
	}

	/** @param array<string, mixed> $saved */
	private function refuses(string $reason, string $uid, array $saved): void {
		$this->data('POST', "/groups/$this->group/making/lease", $uid, ['runner' => 'r']);
		$this->assertRefused(422, $reason, 'PUT', "/groups/$this->group/making", $uid, ['runner' => 'r'] + $saved);
		$this->data('DELETE', "/groups/$this->group/making/lease", $uid, ['runner' => 'r']);
	}

	public function testTheBoardOfAnotherAccountIsRefused(): void {
		$deck = $this->kernel->get(Deck::class);
		$private = $this->board('odile');
		$this->refuses('unknown_board', 'linh', ['boardId' => $private]);
		// Not even one that Odile lets her manage, one that was deleted, or one that never existed.
		$deck->for('odile')->share($private, 0, 'linh', true, true, true);
		$this->refuses('unknown_board', 'linh', ['boardId' => $private]);
		$deleted = $this->board('linh');
		$deck->for('linh')->deleteBoard($deleted);
		foreach ([$deleted, 9999] as $board) {
			$this->refuses('unknown_board', 'linh', ['boardId' => $board]);
		}
		self::assertNull($this->seen('linh')['boardId']);
		// Without Deck nobody has a board.
		$own = $this->board('linh');
		$this->kernel->config['sandbox.apps'] = 'circles';
		$this->refuses('unknown_board', 'linh', ['boardId' => $own]);
	}

	public function testATeamThatSheOnlyAdministersIsRefused(): void {
		$teams = $this->kernel->get(Teams::class);
		$team = $teams->create('Famille', 'odile');
		$member = $teams->add($team, 'linh', 'odile');
		$teams->setLevel($team, $member['member'], Teams::ADMIN, 'odile');
		$this->refuses('unknown_team', 'linh', ['teamId' => $team]);
		$this->save('odile', ['teamId' => $team]);
		self::assertSame($team, $this->seen('linh')['teamId']);
	}

	/** @return iterable<string, array{callable(self): array<string, mixed>, string}> what Linh saves, and why it is refused */
	public static function otherFolders(): iterable {
		$tree = static fn (self $test): Tree => $test->kernel->get(Tree::class);
		yield 'a private folder of Odile' => [static fn (self $test): array => ['folderId' => $tree($test)->make('odile', '/Prive', null)[0], 'folderPath' => '/Prive'], 'folderId'];
		yield 'a private folder of her own' => [static fn (self $test): array => ['folderId' => $tree($test)->make('linh', '/Prive', null)[0], 'folderPath' => '/Prive'], 'folderId'];
		yield 'the library' => [static fn (self $test): array => ['folderId' => $tree($test)->find('linh', Tree::COMMON)['id'], 'folderPath' => Tree::COMMON], 'folderId'];
		yield 'another folder than the one at the path' => [static fn (self $test): array => ['folderId' => $tree($test)->make('odile', '/Prive', null)[0]] + $test->folder('Eau'), 'folderId'];
		yield 'a file' => [static fn (self $test): array => ['folderId' => $tree($test)->make('linh', Tree::COMMON . '/CR.md', 'Texte')[0], 'folderPath' => Tree::COMMON . '/CR.md'], 'folderId'];
		yield 'a folder without a path' => [static fn (self $test): array => ['folderId' => $test->folder('Eau')['folderId']], 'folderId'];
		yield 'a path out of the library' => [static fn (self $test): array => ['folderPath' => Tree::COMMON . '/../Prive'] + $test->folder('Eau'), 'folderId'];
		yield 'a path that goes up' => [static fn (self $test): array => ['folderPath' => '/../Prive'], 'folderPath'];
	}

	/** @param callable(self): array<string, mixed> $saved */
	#[DataProvider('otherFolders')]
	public function testAFolderThatIsNotAGroupsIsRefused(callable $saved, string $field): void {
		$saved = $saved($this);
		$this->folder('Autre');
		$this->refuses('unknown_folder', 'linh', $saved);
		self::assertSame([null, null], [$this->seen('linh')['folderId'], $this->seen('linh')['folderPath']]);
	}

	public function testEachAccountKnowsWhatItsOwnRunsSaved(): void {
		$team = $this->kernel->get(Teams::class)->create('Eau', 'odile');
		$this->save('odile', ['teamId' => $team, 'boardId' => $this->board()] + $this->folder('Eau'));
		$own = fn (string $uid): array => array_keys(array_filter($this->seen($uid)['making']['own']));
		self::assertSame([['run', 'team', 'board', 'folder'], []], [$own('odile'), $own('linh')]);
		// A run of Linh that changes nothing takes nothing over; one that replaces the board has only the board.
		$this->save('linh', ['step' => 'done', 'boardId' => $this->seen('linh')['boardId']]);
		self::assertSame([['team', 'board', 'folder'], ['run']], [$own('odile'), $own('linh')]);
		$this->save('linh', ['boardId' => $this->board('linh')]);
		self::assertSame([['team', 'folder'], ['run', 'board']], [$own('odile'), $own('linh')]);
		// The lease says what was before it.
		self::assertSame(['run' => false, 'team' => true, 'board' => false, 'folder' => true], $this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r'])['own']);
		$this->data('DELETE', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		// What is forgotten is nobody's, and so is what a deleted account saved.
		$this->save('odile', ['folderId' => null, 'folderPath' => null]);
		$this->kernel->get(GroupMapper::class)->forgetAccount('odile');
		self::assertSame([[], ['board']], [$own('odile'), $own('linh')]);
	}
}
