<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Files_Trashbin\Events\NodeRestoredEvent;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Settings\Network;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IConfig;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;
use Sandbox\Service\FileRows;
use Sandbox\Service\Mounts;
use Sandbox\Service\Tree;

/** A sheet follows its file, and says so when the file is gone, with or without an event. */
#[Group('databases')]
class FollowFilesTest extends LibraryTestCase {
	/** The files, with or without events about their changes. */
	private function treeThat(bool $notifies): Tree {
		return $notifies ? $this->tree() : new Tree($this->kernel->get(FileRows::class), $this->kernel->get(Mounts::class), new class implements IEventDispatcher {
			public function addServiceListener(string $eventName, string $className, int $priority = 0): void {
			}

			public function dispatchTyped(Event $event): void {
			}
		}, $this->kernel->get(IConfig::class));
	}

	private function goneAt(int $file): ?int {
		return $this->kernel->get(SheetMapper::class)->findByFile($file)->getGoneAt();
	}

	#[TestWith([false])]
	#[TestWith([true])]
	public function testASheetHasThePathOfItsFile(bool $notifies): void {
		$file = $this->file('Jardins/Haut/banc.md');
		$this->published($file);
		$this->treeThat($notifies)->move('odile', self::ROOT . '/Jardins/Haut/banc.md', self::ROOT . '/Jardins/Haut/siège.md');
		self::assertSame('/Jardins/Haut/siège.md', $this->data('GET', "/sheets/$file", 'linh')['file']['path']);
		$this->treeThat($notifies)->move('odile', self::ROOT . '/Jardins', self::ROOT . '/Vergers');
		self::assertSame('/Vergers/Haut/siège.md', $this->data('GET', '/sheets', 'linh')['sheets'][0]['file']['path']);
		self::assertSame('/Vergers/Haut/siège.md', $this->data('GET', "/sheets/of-files?file[]=$file", 'linh')[0]['file']['path']);
	}

	#[TestWith([false])]
	#[TestWith([true])]
	public function testTheSheetOfADeletedFileIsKeptAndRestoredWithIt(bool $notifies): void {
		$file = $this->file('Jardins/banc.md');
		$other = $this->file('autre.md');
		$this->published($file, ['summary' => 'À l’ombre']);
		$this->published($other, ['title' => 'Autre']);
		foreach (['/Jardins/banc.md', '/Jardins'] as $what) {
			$id = $this->files('odile')->get(self::ROOT . $what)->getId();
			$this->treeThat($notifies)->remove('odile', self::ROOT . $what);
			$gone = $this->data('GET', "/sheets/$file", 'linh');
			self::assertSame(['Le banc', 'À l’ombre', null], [$gone['title'], $gone['summary'], $gone['file']]);
			self::assertSame([false, false, false, false, false], array_values($gone['can']));
			self::assertSame(['Autre'], $this->titles('linh'));
			self::assertSame(1, $this->data('GET', '/sheets', 'linh')['total']);
			self::assertSame([], $this->titles('linh', ['q' => 'ombre']));
			self::assertSame([], $this->data('GET', "/sheets/of-files?file[]=$file", 'linh'));
			self::assertNotNull($this->goneAt($file));
			$this->assertRefused(404, 'not_found', 'PUT', "/sheets/$file", 'odile', ['version' => 2, 'title' => 'Autre']);
			$this->treeThat($notifies)->restore('odile', $id);
			self::assertSame(['Le banc'], $this->titles('linh', ['q' => 'ombre']));
			self::assertSame('/Jardins/banc.md', $this->data('GET', "/sheets/$file", 'linh')['file']['path']);
			self::assertNull($this->goneAt($file));
		}
	}

	#[TestWith([false])]
	#[TestWith([true])]
	public function testAFileMovedOutOfTheLibraryCountsAsDeletedUntilItReturns(bool $notifies): void {
		$file = $this->file('banc.md');
		$this->published($file);
		$this->treeThat($notifies)->move('odile', self::ROOT . '/banc.md', '/banc.md');
		// Odile has it still, but not in the library.
		foreach (['odile', 'linh'] as $uid) {
			self::assertNull($this->data('GET', "/sheets/$file", $uid)['file']);
			self::assertSame([], $this->titles($uid));
		}
		$this->treeThat($notifies)->move('odile', '/banc.md', self::ROOT . '/retour.md');
		self::assertSame(['Le banc'], $this->titles('linh'));
		self::assertSame('/retour.md', $this->data('GET', "/sheets/$file", 'linh')['file']['path']);
	}

	/** A shared file that its recipient deletes and restores comes back as another file. */
	public function testAFileRestoredWithANewIdKeepsItsSheet(): void {
		$files = [$this->file('Jardins/banc.md'), $this->file('Jardins/Haut/table.md'), $this->file('autre.md')];
		foreach ($files as $i => $file) {
			$this->published($file, ['title' => "Fiche $i"]);
		}
		foreach (['/Jardins', '/autre.md'] as $path) {
			$this->files('odile')->get(self::ROOT . $path)->delete();
		}
		$back = [$this->file('Jardins/banc.md'), $this->file('Jardins/Haut/table.md')];
		$folder = $this->files('odile')->get(self::ROOT . '/Jardins');
		$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new NodeRestoredEvent($folder, $folder));
		self::assertEqualsCanonicalizing(['Fiche 0', 'Fiche 1'], $this->titles('linh'));
		self::assertSame('Fiche 0', $this->data('GET', "/sheets/$back[0]", 'linh')['title']);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$files[0]", 'linh');
		self::assertNull($this->data('GET', "/sheets/$files[2]", 'linh')['file']);
	}

	public function testACopyHasNoSheet(): void {
		$file = $this->file('banc.md');
		$this->published($file);
		$copy = $this->tree()->copy('odile', self::ROOT . '/banc.md', self::ROOT . '/copie.md');
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$copy", 'odile');
	}

	public function testDeletedFilesAreShownOnlyToPeopleWithTheWholeLibrary(): void {
		$file = $this->file('banc.md');
		$draft = $this->file('brouillon.md');
		$this->published($file);
		$this->draft($draft);
		foreach (['/banc.md', '/brouillon.md'] as $path) {
			$this->files('odile')->get(self::ROOT . $path)->delete();
		}
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$draft", 'odile');
		$this->away('linh');
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
		$this->kernel->get(Mounts::class)->keepAway('linh', false);
		self::assertNull($this->data('GET', "/sheets/$file", 'linh')['file']);
		// A rule may have hidden it, which nobody can find out any more.
		$this->tree()->rule('romain', '/Bureau', false, false);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
	}

	public function testAFacilitatorDeletesTheSheetOfADeletedFile(): void {
		$file = $this->file('banc.md');
		$this->published($file);
		$this->files('odile')->get(self::ROOT . '/banc.md')->delete();
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sheets/$file?version=2", 'odile');
		self::assertTrue($this->data('GET', "/sheets/$file", 'romain')['can']['remove']);
		$this->data('DELETE', "/sheets/$file?version=2", 'romain');
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'romain');
	}

	public function testAnOwnerWhoMovesAFileAwayMayDeleteItsSheet(): void {
		$file = $this->file('banc.md');
		$this->published($file);
		$this->files('odile')->get(self::ROOT . '/banc.md')->move('/odile/files/banc.md');
		$seen = $this->data('GET', "/sheets/$file", 'odile');
		self::assertSame([null, false, true], [$seen['file'], $seen['can']['edit'], $seen['can']['remove']]);
		self::assertFalse($this->data('GET', "/sheets/$file", 'linh')['can']['remove']);
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sheets/$file?version=2", 'linh');
		// People who have lost the library still have their own file.
		$this->away('odile');
		$this->data('DELETE', "/sheets/$file?version=2", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
	}

	/** The root itself: renamed by a person it was shared with, no longer shared, deleted. */
	public function testTheLibraryIsRecognisedByItsId(): void {
		$this->put('odile', '/Bibli/banc.md', 'x');
		$this->tree()->shareWith('odile', '/Bibli', 'linh');
		$this->useLibrary('odile', '/Bibli');
		$file = $this->files('odile')->get('/Bibli/banc.md')->getId();
		$this->published($file);
		$this->files('linh')->get('/Bibli')->move('/linh/files/Lectures');
		self::assertSame('/Lectures', $this->data('GET', '/library', 'linh')['root']['path']);
		self::assertSame(['Le banc'], $this->titles('linh'));
		// Another folder with the name of the library is not the library.
		$this->put('romain', '/Bibli/à moi.md', 'x');
		self::assertSame('out_of_reach', $this->data('GET', '/library', 'romain')['state']);
		$this->files('linh')->get('/Lectures')->delete();
		self::assertSame('out_of_reach', $this->data('GET', '/library', 'linh')['state']);
		self::assertSame([], $this->titles('linh'));
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
		$this->files('odile')->get('/Bibli')->move('/odile/files/Bibliothèque');
		self::assertSame('/Bibliothèque', $this->data('GET', '/library', 'odile')['root']['path']);
		self::assertSame('/banc.md', $this->data('GET', "/sheets/$file", 'odile')['file']['path']);
		$id = $this->files('odile')->get('/Bibliothèque')->getId();
		$this->files('odile')->get('/Bibliothèque')->delete();
		self::assertSame('out_of_reach', $this->data('GET', '/library', 'odile')['state']);
		self::assertSame([], $this->titles('odile'));
		$this->tree()->restore('odile', $id);
		self::assertSame(['Le banc'], $this->titles('odile'));
	}

	/** An earlier version kept the path alone. */
	public function testALibraryKnownOnlyByPathIsResolvedByATeamFolderOrAnAdministrator(): void {
		$network = $this->kernel->get(Network::class);
		$network->setLibrary(self::ROOT, null);
		self::assertSame('open', $this->data('GET', '/library', 'linh')['state']);
		self::assertSame($this->files('odile')->get(self::ROOT)->getId(), $network->libraryId());
		$this->account('admin', ['admin']);
		foreach (['odile', 'admin'] as $uid) {
			$this->put($uid, '/Bibli/a.md', 'x');
		}
		$network->setLibrary('/Bibli', null);
		self::assertSame('out_of_reach', $this->data('GET', '/library', 'odile')['state']);
		self::assertSame('open', $this->data('GET', '/library', 'admin')['state']);
		self::assertSame('out_of_reach', $this->data('GET', '/library', 'odile')['state']);
	}
}
