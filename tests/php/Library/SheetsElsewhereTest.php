<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Integration\References\ThingReferenceProvider;
use OCP\IUserManager;
use OCP\IUserSession;

/** Sheets in Nextcloud's search and in texts: for those who have their files, drafts for those who may change them. */
class SheetsElsewhereTest extends LibraryTestCase {
	public function testASheetIsFoundAndPreviewedForPeopleWithItsFile(): void {
		$file = $this->file('Récits/banc.md');
		$this->draft($file, ['title' => 'Le banc public', ...self::whole()]);
		self::assertSame([], $this->found('linh', 'banc'), 'drafts are in no list');
		self::assertSame(['Le banc public', true], $this->unfolded('linh', $file), 'who may change the file sees the draft');
		$this->tree()->rule('linh', '/Récits/banc.md', true, false);
		self::assertSame(['banc.md', true], $this->unfolded('linh', $file), 'who may not has the file');
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 1, 'status' => 'published']);

		$entry = ['Le banc public', 'Genre practice · mitigé · Limoux', "http://localhost/apps/reseau/library/sheet/$file"];
		self::assertSame([$entry], $this->found('odile', 'banc'));
		self::assertSame([$entry], $this->found('linh', 'BANC public'));
		self::assertSame(['Le banc public', true], $this->unfolded('linh', $file));

		$this->away('linh');
		self::assertSame([], $this->found('linh', 'banc'));
		self::assertSame([null, true], $this->unfolded('linh', $file), 'an address of ours is not treated as an external one');
		self::assertSame([null, true], $this->unfolded(null, $file));
		self::assertSame([null, true], $this->unfolded('odile', 999_999));
	}

	public function testNoInputIsAnError(): void {
		$this->published($this->file('banc.md'), ['title' => 'Le banc public']);
		foreach (['b', '  ', str_repeat('mot ', 400), "\u{0}"] as $words) {
			self::assertSame([], $this->found('odile', $words));
		}
		self::assertSame([], $this->found('odile', 'banc', 'made up'));
	}

	/** @return list<array{string, string, string}> */
	private function found(string $uid, string $words, ?string $cursor = null): array {
		$reply = $this->kernel->request('GET', '/ocs/v2.php/search/providers/reseau-sheets/search', $uid, array_filter(['term' => $words, 'cursor' => $cursor], is_string(...)));
		self::assertContains($reply->status, trim($words) === '' ? [400] : [200], (string)$reply->error);
		return array_map(static fn (array $entry): array => [$entry['title'], $entry['subline'], $entry['resourceUrl']], $reply->data()['entries'] ?? []);
	}

	/** @return array{?string, bool} title of what the address of a sheet is unfolded to, and whether it is ours */
	private function unfolded(?string $uid, int $file): array {
		$this->kernel->request('GET', '/');
		$this->kernel->get(IUserSession::class)->setUser($uid === null ? null : $this->kernel->get(IUserManager::class)->get($uid));
		$provider = $this->kernel->get(ThingReferenceProvider::class);
		$address = "http://localhost/index.php/apps/reseau/library/sheet/$file";
		return [$provider->resolveReference($address)?->getTitle(), $provider->matchReference($address)];
	}
}
