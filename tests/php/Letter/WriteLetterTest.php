<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Letter\LetterRules;
use OCA\Reseau\Settings\Network;
use OCP\Files\IRootFolder;
use PHPUnit\Framework\Attributes\Group;

/** Letters while they are drafts. */
#[Group('databases')]
class WriteLetterTest extends LetterTestCase {
	/** The beginning and the end of a picture of 8 × 6 points: not every PHP can make one. */
	private const JPEG = "\xFF\xD8\xFF\xC0\x00\x0B\x08\x00\x06\x00\x08\x01\x01\x11\x00\xFF\xD9";

	public function testTheLimitsAreThoseOfTheBrowser(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/letter-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, LetterRules::LIMITS);
	}

	public function testIsForFacilitatorsOnly(): void {
		$letter = $this->draft();
		self::assertSame([$letter['id']], array_column($this->data('GET', '/letters', 'zohra')['letters'], 'id'), 'they write it together');
		self::assertSame([], $this->data('GET', '/letters', 'odile')['letters']);
		$this->assertRefused(403, 'not_yours', 'GET', "/letters/{$letter['id']}", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', "/letters/{$letter['id']}/reading", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', "/letters/{$letter['id']}/reading", 'fanny');
	}

	public function testIsMadeOnceHoweverOftenItIsSent(): void {
		$id = $this->draft(['key' => 'the-same-key'])['id'];
		self::assertSame($id, $this->draft(['key' => 'the-same-key'])['id']);
		self::assertNotSame($id, $this->draft(['key' => 'the-same-key'], 'zohra')['id']);
	}

	public function testANewLetterBeginsAndEndsWithTheWordsOfAllLetters(): void {
		$old = $this->draft();
		$this->data('PUT', '/network/letter/opening', 'fanny', ['text' => "Bonjour à **tous**,\n", 'was' => '']);
		$this->data('PUT', '/network/letter/closing', 'zohra', ['text' => 'À bientôt.', 'was' => '']);
		self::assertSame('Bonjour à **tous**,', $this->data('GET', '/network/letter/opening', 'zohra')['text']);
		$new = $this->draft(['key' => 'with-words']);
		self::assertSame(
			[1, 'Bonjour à **tous**,', [['kind' => 'block', 'id' => null, 'taken' => true, 'text' => 'À bientôt.', 'hash' => null]]],
			[$new['version'], $new['editorial'], $new['items']],
		);
		self::assertSame($new, $this->draft(['key' => 'with-words']));
		self::assertSame($old, $this->data('GET', "/letters/{$old['id']}", 'fanny'), 'an older draft stays as it is');
		$statutory = $this->data('POST', '/letters', 'fanny', ['kind' => 'statutory', 'title' => 'Assemblée', 'language' => 'fr', 'key' => 'statutory-key'], 201);
		self::assertSame(['', []], [$statutory['editorial'], $statutory['items']], 'it has nothing of the letter');
		$this->data('PUT', '/network/letter/closing', 'zohra', ['text' => '', 'was' => 'À bientôt.']);
		self::assertSame($new, $this->data('GET', "/letters/{$new['id']}", 'fanny'));
		self::assertSame([], $this->draft()['items']);
	}

	public function testOnlyFacilitatorsReadAndWriteTheWordsOfAllLetters(): void {
		foreach (['opening', 'closing'] as $place) {
			$this->assertRefused(403, 'not_yours', 'GET', "/network/letter/$place", 'odile');
			$this->assertRefused(403, 'not_yours', 'PUT', "/network/letter/$place", 'odile', ['text' => 'Moi', 'was' => '']);
			$this->assertRefused(400, 'too_long', 'PUT', "/network/letter/$place", 'fanny', ['text' => str_repeat('é', 4001), 'was' => '']);
			$this->data('PUT', "/network/letter/$place", 'fanny', ['text' => "De Fanny $place", 'was' => '']);
			self::assertSame("De Fanny $place", $this->assertRefused(409, 'stale_version', 'PUT', "/network/letter/$place", 'zohra', ['text' => 'De Zohra', 'was' => ''])['current']);
			self::assertSame("De Fanny $place", $this->data('GET', "/network/letter/$place", 'zohra')['text']);
		}
		self::assertSame(404, $this->kernel->request('GET', '/ocs/v2.php/apps/reseau/api/v1/network/letter/middle', 'fanny')->status);
	}

	public function testTwoFacilitatorsWriteAndNothingIsLost(): void {
		$letter = $this->draft();
		$stored = $this->store($letter, ['editorial' => 'De Fanny']);
		self::assertSame([$letter['version'] + 1, 'De Fanny'], [$stored['version'], $stored['editorial']]);
		$refused = $this->assertRefused(409, 'stale_version', 'PUT', "/letters/{$letter['id']}", 'zohra', ['editorial' => 'De Zohra'] + self::content($letter));
		self::assertSame('De Fanny', $refused['current']['editorial']);
		self::assertSame('De Fanny', $this->data('GET', "/letters/{$letter['id']}", 'zohra')['editorial']);
	}

	public function testItemsKeepTheirOrderAndWhatTheyWereShortenedTo(): void {
		$items = [
			['kind' => 'block', 'id' => null, 'taken' => true, 'text' => '## Un bloc', 'hash' => null],
			['kind' => 'person', 'id' => $this->cards['odile'], 'taken' => false, 'text' => null, 'hash' => null],
			['kind' => 'person', 'id' => $this->cards['linh'], 'taken' => true, 'text' => 'Plus court', 'hash' => str_repeat('a', 64)],
			['kind' => 'block', 'id' => null, 'taken' => true, 'text' => '', 'hash' => null],
		];
		$letter = $this->store($this->draft(), ['items' => $items]);
		self::assertSame($items, $letter['items']);
		self::assertSame(array_reverse($items), $this->store($letter, ['items' => array_reverse($items)])['items']);
	}

	public function testInvalidInputIsRefusedAndChangesNothing(): void {
		$letter = $this->store($this->draft(), ['editorial' => 'Reste']);
		$person = ['kind' => 'person', 'id' => $this->cards['odile'], 'taken' => true, 'text' => null, 'hash' => null];
		foreach ([
			'title_missing' => ['title' => " \u{a0}"], 'too_long' => ['editorial' => str_repeat('é', 8001)], 'bad_text' => ['editorial' => "a\0b"], 'bad_day' => ['from' => '2026-02-30'],
			'until_before_from' => ['from' => '2026-11-30', 'until' => '2026-11-29'], 'period_too_long' => ['from' => '2025-01-01'], 'unknown_language' => ['language' => 'de'],
			'unknown_readers' => ['readers' => ['kind' => 'some']], 'unknown_territory' => ['readers' => ['kind' => 'territory', 'of' => 'departement:99']], 'unknown_term' => ['readers' => ['kind' => 'theme', 'of' => 'feu']],
			'unknown_group' => ['readers' => ['kind' => 'group', 'of' => '999']], 'too_many' => ['items' => array_fill(0, 301, $person)], 'twice' => ['items' => [$person, $person]],
			'unknown_kind' => ['items' => [['kind' => 'secret'] + $person]], 'wrong_type' => ['items' => [['text' => 'court'] + $person]], 'bad_picture' => ['picture' => ['file' => '12', 'alt' => 'Une grange', 'image' => base64_encode('<svg onload="alert(1)"/>')]],
		] as $reason => $wrong) {
			$this->assertRefused(400, $reason, 'PUT', "/letters/{$letter['id']}", 'fanny', $wrong + self::content($letter));
		}
		self::assertSame($letter, $this->data('GET', "/letters/{$letter['id']}", 'fanny'));
	}

	public function testMoreWordsThanAMailMayHaveAreStoredButNotRendered(): void {
		$block = ['kind' => 'block', 'id' => null, 'taken' => true, 'text' => str_repeat('*_', 2000), 'hash' => null];
		$letter = $this->store($this->draft(), ['items' => array_fill(0, 300, $block)]);
		$path = "/letters/{$letter['id']}";
		self::assertSame(60_000, $this->assertRefused(422, 'letter_too_long', 'POST', "$path/rendering", 'fanny', ['as' => 'account'] + self::content($letter))['max']);
		$this->assertRefused(422, 'letter_too_long', 'POST', "$path/test", 'fanny', ['as' => 'account']);
		// What is left out is not counted.
		$this->data('POST', "$path/rendering", 'fanny', ['as' => 'account', 'items' => [$block, ...array_fill(0, 299, ['taken' => false] + $block)]] + self::content($letter));
	}

	public function testATitleIsOneLine(): void {
		$letter = $this->draft(['title' => "Des nouvelles\r\nBcc: tous@example.org\n\n<b>"]);
		self::assertSame('Des nouvelles Bcc: tous@example.org <b>', $letter['title']);
	}

	public function testADraftIsDeleted(): void {
		$letter = $this->full();
		$this->data('DELETE', "/letters/{$letter['id']}", 'zohra');
		$this->assertRefused(404, 'not_found', 'GET', "/letters/{$letter['id']}", 'fanny');
		self::assertSame([], \OCA\Reseau\Tests\Orphans::find($this->kernel->get(\OCP\IDBConnection::class)));
	}

	public function testAPictureIsAJpegThatStaysWhileItsFileDoes(): void {
		$jpeg = base64_encode(self::JPEG);
		$letter = $this->store($this->draft(), ['picture' => ['file' => '12', 'alt' => " Une\n grange ", 'image' => $jpeg]]);
		self::assertSame(['file' => '12', 'alt' => 'Une grange', 'image' => $jpeg], $letter['picture']);
		$letter = $this->store($letter, ['picture' => ['file' => '12', 'alt' => 'Un hangar']]);
		self::assertSame([$jpeg, 'Un hangar'], [$letter['picture']['image'], $letter['picture']['alt']]);
		$this->assertRefused(400, 'bad_picture', 'PUT', "/letters/{$letter['id']}", 'fanny', ['picture' => ['file' => '13', 'alt' => '']] + self::content($letter));
		$this->subscribe('odile');
		$key = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny')['key'];
		$letter = $this->store($letter, ['editorial' => 'Bonjour.', 'picture' => ['file' => '12', 'alt' => 'Un hangar']]);
		$this->assertRefused(409, 'picture_gone', 'POST', "/letters/{$letter['id']}/sending", 'fanny', ['version' => $letter['version'], 'readers' => $key]);
		self::assertSame([], $this->kernel->mails());
		self::assertNull($this->store($letter, ['picture' => null])['picture']);
	}

	public function testAPreviewNeedsNoPicture(): void {
		$letter = $this->draft();
		$rendering = $this->data('POST', "/letters/{$letter['id']}/rendering", 'fanny', ['as' => 'kept', 'picture' => ['file' => '12', 'alt' => 'Une grange']] + self::content($letter));
		self::assertStringContainsString('<img src="cid:letter.jpg" alt="Une grange"', $rendering['html']);
		self::assertStringContainsString('<img src="data:image/jpeg;base64," alt="Une grange"', $rendering['page']);
		self::assertNull($this->data('GET', "/letters/{$letter['id']}", 'fanny')['picture']);
	}

	public function testAPictureMayBeAFileThatOnlyAColleagueHas(): void {
		$folder = $this->kernel->get(IRootFolder::class)->getUserFolder('zohra')->newFolder('Bibli');
		$file = (string)$folder->newFile('grange.jpg', 'une image')->getId();
		$this->kernel->get(Network::class)->setLibrary('/Bibli', $folder->getId());
		$letter = $this->store($this->draft(), ['editorial' => 'Bonjour.', 'picture' => ['file' => $file, 'alt' => '', 'image' => base64_encode(self::JPEG)]], 'zohra');
		$this->subscribe('odile');
		self::assertSame('sent', $this->send($letter)['state'], 'Fanny sends it');
		self::assertCount(1, $this->mailsTo()['odile@example.org']);
	}
}
