<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Constants;
use OCP\Contacts\IManager;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Service\AddressBooks;

/** The members of the network as an address book, for Mail and Calendar. */
class AddressBookTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		foreach (['alice' => 'Alice Vent', 'bob' => 'Bob Élan', 'carla' => 'Carla Nuage'] as $uid => $name) {
			$this->account($uid);
			$this->card($uid, ['name' => $name, 'contact' => ['email' => "$uid@jardin.example.org", 'phone' => '04 68 00 00 00'], 'audience' => ['contact' => 'members']]);
		}
	}

	public static function words(): array {
		return [
			'a name' => ['elan', [], ['Bob Élan']],
			'a part of one' => ['VEN', [], ['Alice Vent']],
			'a part of an address' => ['bob@jar', [], ['Bob Élan']],
			'no words' => ['', [], []],
			'only spaces' => ['  ', [], []],
			'everybody' => ['jardin', [], ['Alice Vent', 'Bob Élan']],
			'what every address has' => ['@', [], []],
			'two characters' => ['Bo', [], []],
			'a page' => ['jardin', ['limit' => 1, 'offset' => 1], ['Bob Élan']],
			'none' => ['jardin', ['limit' => 0], []],
			'no number' => ['jardin', ['limit' => -1, 'offset' => -3], []],
			'the whole address' => ['ALICE@jardin.example.org', ['strict_search' => true], ['Alice Vent']],
			'the whole name' => ['alice vent', ['strict_search' => true], ['Alice Vent']],
			'not the whole' => ['alice', ['strict_search' => true], []],
			'a pattern of SQL' => ['%jardin%', [], []],
			'one of any three characters' => ['___', [], []],
			'a detail that is no address' => ['04 68', [], []],
			'a name of the field' => ['"email"', [], []],
			'nobody' => ['zzz', [], []],
		];
	}

	#[DataProvider('words')]
	public function testPeopleAreFound(string $words, array $options, array $expected): void {
		self::assertSame($expected, $this->names('carla', $words, $options));
	}

	public function testAContact(): void {
		$this->kernel->request('GET', '/', 'alice');
		$manager = $this->kernel->get(IManager::class);
		[$bob] = $manager->search('bob', ['FN']);
		$id = $this->data('GET', '/members', 'alice', ['q' => 'bob'])['members'][0]['id'];
		$shown = ['UID' => 'bob', 'FN' => 'Bob Élan', 'EMAIL' => ['bob@jardin.example.org'], 'URL' => ["http://localhost/apps/reseau/members/$id"], 'PHOTO' => 'VALUE=uri:http://localhost/avatar/bob/64'];
		self::assertSame($shown, $bob, 'his telephone is for himself');
		self::assertSame([['type' => '', 'value' => 'bob@jardin.example.org']], $manager->search('bob', ['FN'], ['types' => true])[0]['EMAIL']);
		self::assertSame([], $manager->search('jardin', ['FN', 'TEL']));
		self::assertSame([], $manager->search('bob', ['CLOUD', 'UID']));
	}

	public function testThePropertiesOfTheBook(): void {
		$this->kernel->request('GET', '/', 'alice');
		$book = $this->kernel->get(AddressBooks::class)->books()['reseau-members'];
		self::assertSame(['reseau-members', 'Les membres', Constants::PERMISSION_READ, true, false], [$book->getUri(), $book->getDisplayName(), $book->getPermissions(), $book->isShared(), $book->isSystemAddressBook()]);
		self::assertSame([[], false], [$book->createOrUpdate(['FN' => 'Dora']), $book->delete(1)]);
	}

	public function testWithoutASessionItIsEmpty(): void {
		$this->kernel->request('GET', '/');
		self::assertSame([], $this->kernel->get(IManager::class)->search('jardin', ['FN', 'EMAIL']));
	}

	public function testAnAddressIsForPeopleWhoMaySeeIt(): void {
		$this->account('dora');
		$dora = $this->card('dora', ['name' => 'Dora', 'contact' => ['email' => 'dora@example.org'], 'audience' => ['contact' => 'groups']]);
		self::assertSame([[], []], [$this->names('alice', 'dora'), $this->names('alice', 'dora@')]);
		$this->group('eau', $dora, $this->data('GET', '/members/me', 'alice'));
		self::assertSame([['Dora'], []], [$this->names('alice', 'dora'), $this->names('bob', 'dora')]);
		$this->data('PUT', "/members/{$dora['id']}/status", 'dora', ['status' => 'paused', 'version' => $dora['version']]);
		self::assertSame([], $this->names('alice', 'dora'));
	}

	public function testOrganisationsAndPeopleWithoutAnAccountAreAmongThem(): void {
		$jeanne = $this->keptCard('bob', ['name' => 'Jeanne Bru', 'contact' => ['email' => 'jeanne@example.org'], 'audience' => ['contact' => 'members']]);
		$this->keptCard('bob', ['kind' => 'organisation', 'name' => 'Association du Jardin', 'contact' => ['email' => 'asso@example.org'], 'audience' => ['contact' => 'members']]);
		self::assertSame(['Association du Jardin', 'Jeanne Bru'], array_values(array_diff($this->names('alice', 'example'), ['Bob Élan', 'Carla Nuage'])));
		self::assertSame("reseau/{$jeanne['id']}", $this->kernel->get(IManager::class)->search('jeanne', ['FN'])[0]['UID'], 'no account has such a name');
	}

	/** In its filter by person, Nextcloud offers the contacts of all books, and asks for the one that was chosen by its id. */
	public function testAContactWithAnAccountIsOneToFilterBy(): void {
		$this->kernel->request('GET', '/', 'alice');
		[$bob] = $this->kernel->get(IManager::class)->search('bob', ['FN']);
		self::assertSame('bob', $this->kernel->get(IUserManager::class)->get($bob['UID'])?->getUID());
	}

	/** Nextcloud's own address book shows it already, to those who may see it there. */
	public function testTheAddressOfAnAccountIsNotRepeated(): void {
		$this->kernel->get(IUserManager::class)->get('bob')?->setEMailAddress('Bob@jardin.example.org');
		self::assertSame(['Carla Nuage'], $this->names('alice', 'jardin'));
		self::assertSame(['Carla Nuage'], $this->names('alice', 'jardin', ['limit' => 1]), 'a page is not shorter for it');
	}

	public function testTheWholeOfAShortName(): void {
		$this->account('li');
		$this->card('li', ['name' => 'Li', 'contact' => ['email' => 'l@example.org'], 'audience' => ['contact' => 'public']]);
		self::assertSame([[], ['Li']], [$this->names('alice', 'li'), $this->names('alice', 'li', ['strict_search' => true])]);
	}

	/** What nobody chose is for the people of one's groups; for an organisation, for the members. */
	public function testAnAudienceThatNobodyChose(): void {
		$jeanne = $this->keptCard('bob', ['name' => 'Jeanne Bru', 'contact' => ['email' => 'jeanne@association.example.org']]);
		$this->keptCard('bob', ['kind' => 'organisation', 'name' => 'Les jardiniers', 'contact' => ['email' => 'nous@association.example.org']]);
		self::assertSame(['Les jardiniers'], $this->names('alice', 'association'));
		self::assertSame(['Jeanne Bru', 'Les jardiniers'], $this->names('bob', 'association'), 'he keeps her card');
		$this->group('eau', $jeanne, $this->data('GET', '/members/me', 'alice'));
		self::assertSame(['Jeanne Bru', 'Les jardiniers'], $this->names('alice', 'association'));
	}

	public function testManyCards(): void {
		$this->load(array_map(static fn (int $i): array => [
			'id' => "m$i", 'name' => sprintf('Membre %03d', $i), 'account' => false, 'contact' => ['email' => "m$i@example.org"],
			'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix'], 'audience' => ['contact' => $i % 2 === 0 ? 'members' : 'me'],
		], range(1, 230)));
		self::assertCount(100, $this->names('alice', 'membre'), 'at most');
		self::assertSame(['Membre 206', 'Membre 208'], $this->names('alice', 'membre', ['offset' => 102, 'limit' => 2]));
	}

	/** @return list<string> */
	private function names(string $viewer, string $words, array $options = []): array {
		$this->kernel->request('GET', '/', $viewer);
		return array_column($this->kernel->get(IManager::class)->search($words, ['FN', 'EMAIL'], $options), 'FN');
	}
}
