<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

/** What who wrote a sheet, another member, a facilitator and an account without a card may do with it: the page offers nothing else. */
class CanTest extends LibraryTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('nora');
	}

	public function testASheetOfAPractice(): void {
		$file = $this->file('banc.md');
		$this->draft($file);
		self::assertSame(['edit remove', 'edit remove', 'edit remove', 'edit remove'], $this->may($file), 'anyone who may change the file can write its sheet');
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 1, 'status' => 'published']);
		self::assertSame(['edit evaluate remove', 'edit evaluate remove', 'edit evaluate remove', 'edit remove'], $this->may($file));
	}

	public function testATextToSign(): void {
		$file = $this->file('eau.md');
		$this->published($file, ['kind' => 'manifesto', 'title' => 'Manifeste']);
		self::assertSame(['edit evaluate sign remove', 'edit evaluate sign remove', 'edit evaluate sign collect remove', 'edit remove'], $this->may($file));
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'drives' => 'La laine']);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => 2]);
		self::assertSame('edit evaluate remove', $this->may($file)[1], 'who signs is seen');
	}

	/** @return list<?string> null: they do not see it */
	private function may(int $file): array {
		return array_map(function (string $uid) use ($file): ?string {
			$reply = $this->ask('GET', "/sheets/$file", $uid);
			return $reply->status === 404 ? null : implode(' ', array_keys(array_filter($reply->data()['can'])));
		}, ['odile', 'linh', 'romain', 'nora']);
	}
}
