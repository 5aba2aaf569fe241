<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\EventDispatcher\IEventListener;
use OCP\Files\Cache\IFileAccess;
use OCP\Files\Events\Node\NodeDeletedEvent;
use OCP\Files\Events\Node\NodeRenamedEvent;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\NotFoundException;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Container;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Mounts;
use Sandbox\Service\Tree;

/** The files of the sandbox as PHP sees them: storages, mounts, the bin, rules of the Team folder, events. */
class FilesTest extends TestCase {
	private Kernel $kernel;
	private Tree $tree;

	protected function setUp(): void {
		$this->kernel = sandbox();
		$this->kernel->createUser('odile', 'Odile');
		$this->kernel->createUser('linh', 'Linh');
		$this->tree = $this->kernel->get(Tree::class);
	}

	private function files(string $uid): Folder {
		return $this->kernel->get(IRootFolder::class)->getUserFolder($uid);
	}

	/** @return list<string> */
	private static function names(Folder $folder): array {
		return array_map(static fn ($node): string => $node->getName(), $folder->getDirectoryListing());
	}

	public function testAnAccountHasItsOwnFilesTheTeamFolderAndWhatIsSharedWithIt(): void {
		$this->files('odile')->newFolder('/Plans')->newFile('été.md', 'Bonjour');
		self::assertSame(['Documents', 'Lisez-moi.md', 'Réseau commun'], self::names($this->files('linh')));
		$this->tree->shareWith('odile', '/Plans', 'linh', false);
		self::assertSame(['Documents', 'Lisez-moi.md', 'Plans', 'Réseau commun'], self::names($this->files('linh')));
		$shared = $this->files('linh')->get('/Plans/été.md');
		self::assertSame(['Bonjour', 'shared', false], [$shared->getContent(), $shared->getMountPoint()->getMountType(), $shared->isUpdateable()]);
		self::assertSame($this->files('odile')->get('/Plans/été.md')->getId(), $shared->getId());
		self::assertSame('/Plans/été.md', substr($this->files('linh')->getFirstNodeById($shared->getId())->getPath(), strlen('/linh/files')));
		self::assertSame('files/Plans/été.md', $this->kernel->get(IFileAccess::class)->getByFileId($shared->getId())->getPath());
		$mounts = $this->kernel->get(IRootFolder::class)->getMountsIn('/linh/files');
		self::assertSame(['/linh/files/Réseau commun/', '/linh/files/Plans/'], array_map(static fn ($mount): string => $mount->getMountPoint(), $mounts));
		self::assertSame($this->files('odile')->get('/Plans')->getId(), $mounts[1]->getStorageRootId());
	}

	public function testMovedAndDeletedFilesKeepTheirId(): void {
		$listener = new class implements IEventListener {
			public array $events = [];

			public function handle(Event $event): void {
				$this->events[] = basename(strtr($event::class, '\\', '/'));
			}
		};
		$this->kernel->get(Container::class)->set('listener', $listener);
		foreach ([NodeDeletedEvent::class, NodeRenamedEvent::class, 'OCA\\Files_Trashbin\\Events\\NodeRestoredEvent'] as $event) {
			$this->kernel->get(IEventDispatcher::class)->addServiceListener($event, 'listener');
		}
		$id = $this->files('odile')->newFolder('/A')->newFile('a.txt', 'x')->getId();
		$folder = $this->files('odile')->get('/A')->move('/odile/files/Réseau commun/B')->getId();
		self::assertSame($id, $this->files('linh')->get('/Réseau commun/B/a.txt')->getId());
		$this->files('linh')->get('/Réseau commun/B')->delete();
		self::assertNull($this->files('odile')->getFirstNodeById($id));
		self::assertStringStartsWith('__groupfolders/trash/', $this->kernel->get(IFileAccess::class)->getByFileId($id)->getPath());
		self::assertSame([$folder], array_column($this->tree->bin('linh'), 'id'));
		$this->files('odile')->newFolder('/Réseau commun/B');
		$this->tree->restore('linh', $folder);
		self::assertSame($id, $this->files('odile')->get('/Réseau commun/B (2)/a.txt')->getId());
		$this->files('linh')->get('/Réseau commun/B (2)')->delete();
		$this->tree->purge('linh', $folder);
		self::assertNull($this->kernel->get(IFileAccess::class)->getByFileId($id));
		self::assertSame(['NodeRenamedEvent', 'NodeDeletedEvent', 'NodeRestoredEvent', 'NodeDeletedEvent'], $listener->events);
	}

	public function testRulesOfTheTeamFolderHideAndProtect(): void {
		$this->files('odile')->newFolder('/Réseau commun/Bureau')->newFile('a.txt', 'x');
		$this->files('odile')->newFile('/Réseau commun/Bureau/b.txt', 'x');
		$storage = fn (): bool => $this->files('linh')->get('/Réseau commun')->getMountPoint()->getStorage()->instanceOfStorage('OCA\\GroupFolders\\ACL\\ACLStorageWrapper');
		self::assertFalse($storage());
		$this->tree->rule('linh', '/Bureau', false, false);
		$this->tree->rule('linh', '/Bureau/b.txt', true, false);
		self::assertTrue($storage());
		self::assertFalse($this->files('linh')->get('/Réseau commun/Bureau/b.txt')->isUpdateable());
		self::assertSame(['Fiches de pratique'], self::names($this->files('linh')->get('/Réseau commun')));
		$this->expectException(NotFoundException::class);
		$this->files('linh')->get('/Réseau commun/Bureau/a.txt');
	}

	public function testTheTeamFolderCanBeMissing(): void {
		$this->kernel->get(Mounts::class)->keepAway('linh');
		self::assertSame(['Documents', 'Lisez-moi.md'], self::names($this->files('linh')));
		self::assertContains('Réseau commun', self::names($this->files('odile')));
	}

	public function testDeletingAShareDoesNotDeleteItsFiles(): void {
		$id = $this->files('odile')->newFolder('/Plans')->getId();
		$this->tree->shareWith('odile', '/Plans', 'linh');
		$this->files('linh')->get('/Plans')->move('/linh/files/Mes plans');
		self::assertSame($id, $this->files('linh')->get('/Mes plans')->getId());
		$this->files('linh')->get('/Mes plans')->delete();
		self::assertNull($this->files('linh')->getFirstNodeById($id));
		self::assertSame($id, $this->files('odile')->getFirstNodeById($id)?->getId());
	}
}
