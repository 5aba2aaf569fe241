<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Library\LibraryRoot;
use OCP\Files\Mount\IMountPoint;
use OCP\Files\NotFoundException;
use OCP\Files\Storage\IStorage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** In a mount that is not whole, access is checked for each file: a rule of another app may hide any of them. */
class LibraryRootTest extends TestCase {
	/** @return iterable<string, array{bool, string, ?string}> */
	public static function mounts(): iterable {
		yield 'the person’s own files' => [true, '', null];
		yield 'a share' => [true, 'shared', null];
		yield 'a Team folder' => [true, 'group', null];
		yield 'a storage of another server' => [false, 'external', null];
		yield 'a Team folder with advanced permissions' => [false, 'group', 'OCA\\GroupFolders\\ACL\\ACLStorageWrapper'];
		yield 'files with access control' => [false, '', 'OCA\\FilesAccessControl\\StorageWrapper'];
	}

	#[DataProvider('mounts')]
	public function testWhetherAllOfItIsVisible(bool $whole, string $type, ?string $wrapper): void {
		$storage = $this->createStub(IStorage::class);
		$storage->method('instanceOfStorage')->willReturnCallback(static fn (string $class): bool => $class === $wrapper);
		$mount = $this->createStub(IMountPoint::class);
		$mount->method('getMountType')->willReturn($type);
		$mount->method('getStorage')->willReturn($storage);
		self::assertSame($whole, LibraryRoot::isWhole($mount));
	}

	public function testWhatCannotBeReachedIsNot(): void {
		$mount = $this->createStub(IMountPoint::class);
		$mount->method('getMountType')->willReturn('');
		$mount->method('getStorage')->willReturn(null);
		self::assertFalse(LibraryRoot::isWhole($mount));
		$mount = $this->createStub(IMountPoint::class);
		$mount->method('getMountType')->willReturn('');
		$mount->method('getStorage')->willThrowException(new NotFoundException());
		self::assertFalse(LibraryRoot::isWhole($mount));
	}
}
