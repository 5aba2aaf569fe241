<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;

/** A search provider of the app, asked as by Nextcloud's unified search. */
class UnifiedSearchTest extends TestCase {
	private const SEARCH = '/ocs/v2.php/search/providers/tiny-things/search';

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox(__DIR__ . '/app');
		$this->kernel->createUser('odile', 'Odile <3');
		foreach (['blue', 'red', 'black'] as $title) {
			$this->kernel->request('POST', '/ocs/v2.php/apps/tiny/api/v1/things', 'odile', ['title' => $title]);
		}
	}

	public function testPages(): void {
		$first = $this->kernel->request('GET', self::SEARCH, 'odile', ['term' => 'bl', 'limit' => 1])->data();
		self::assertSame(['Things', true, 1], [$first['name'], $first['isPaginated'], $first['cursor']]);
		self::assertSame([[
			'thumbnailUrl' => 'http://localhost/avatar/odile/64',
			'title' => 'blue',
			'subline' => '',
			'resourceUrl' => 'http://localhost/apps/tiny/1',
			'icon' => '',
			'rounded' => true,
			'attributes' => [],
		]], $first['entries']);
		$last = $this->kernel->request('GET', self::SEARCH, 'odile', ['term' => 'bl', 'limit' => 1, 'cursor' => $first['cursor']])->data();
		self::assertSame([false, null, ['black']], [$last['isPaginated'], $last['cursor'], array_column($last['entries'], 'title')]);
		self::assertCount(2, $this->kernel->request('GET', self::SEARCH, 'odile', ['term' => 'bl'])->data()['entries']);
	}

	public function testInvalidSearchesAreRefused(): void {
		self::assertSame(400, $this->kernel->request('GET', self::SEARCH, 'odile', ['term' => ' '])->status);
		self::assertSame(401, $this->kernel->request('GET', self::SEARCH, null, ['term' => 'blue'])->status);
		self::assertSame(500, $this->kernel->request('GET', '/ocs/v2.php/search/providers/none/search', 'odile', ['term' => 'blue'])->status);
	}

	public function testAPictureOfAnAccount(): void {
		$picture = $this->kernel->request('GET', '/avatar/odile/64');
		self::assertSame([200, 'image/svg+xml'], [$picture->status, $picture->headers['Content-Type']]);
		self::assertStringContainsString('>O</text>', $picture->body);
		self::assertSame(404, $this->kernel->request('GET', '/avatar/nobody/64')->status);
	}
}
