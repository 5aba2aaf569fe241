<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Subscription\NoMail;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Subscription\Why;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** Who gets what is sent to many, and where to. */
#[Group('databases')]
class ReadersTest extends SubscriptionTestCase {
	public function testReadersAreThePeopleWhoAgreed(): void {
		self::assertSame([], $this->addresses());
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		$this->chooses('linh', false);

		self::assertSame(['odile@example.org'], $this->addresses());
		$reader = $this->readers()[0];
		self::assertSame([Why::Member, '2026-11-24', null, 'odile'], [$reader->why, $reader->on, $reader->memberId, $reader->uid]);
	}

	public function testComeInBatches(): void {
		foreach (['odile', 'linh', 'peire'] as $uid) {
			$this->chooses($uid, true);
		}

		$first = $this->subscriptions()->readers(Subscriptions::LETTER, 0, 2);
		$rest = $this->subscriptions()->readers(Subscriptions::LETTER, $first[1]->id, 2);

		self::assertSame([['Odile', 'Linh'], ['Peire']], [self::names($first), self::names($rest)]);
	}

	public function testOneAddressIsOneReader(): void {
		$this->address('linh', 'ODILE@example.org');
		$this->chooses('odile', true);
		$this->chooses('linh', true);

		self::assertSame(['odile@example.org'], $this->addresses());

		$this->chooses('linh', false);
		self::assertSame([], $this->addresses(), 'who leaves leaves for the address');
		self::assertFalse($this->data('GET', '/subscription', 'odile')['wants']);
	}

	public function testAnAddressThatBecameOne(): void {
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		self::assertCount(2, $this->addresses());

		$this->address('odile', 'linh@example.org');
		$whys = fn (): array => array_map(static fn (array $one): ?NoMail => $one[1], iterator_to_array($this->subscriptions()->everyone(Subscriptions::LETTER), false));
		self::assertSame([null, NoMail::Shared], $whys(), 'before the new address is noted');

		self::assertSame(['linh@example.org'], $this->addresses());
		self::assertSame([null, NoMail::Shared], $whys());

		$this->chooses('peire', true);
		$this->later(60);
		$this->chooses('peire', false);
		$this->address('odile', 'peire@example.org');
		self::assertSame(['linh@example.org'], $this->addresses());
		self::assertSame([NoMail::LeftThere, null], $whys());
	}

	public function testAnAddressThatIsAnother(): void {
		$this->chooses('odile', true);
		$reader = $this->readers()[0];

		$this->address('odile', 'nouvelle@example.org');
		self::assertSame('nouvelle@example.org', $this->subscriptions()->address($reader->id));
		$this->address('odile', '');
		self::assertNull($this->subscriptions()->address($reader->id));
		self::assertSame([], $this->addresses());
	}

	public function testAPersonWhoLeavesInTheMiddleHasNoAddress(): void {
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		[$odile, $linh] = $this->readers();

		$this->chooses('odile', false);
		$this->kernel->get(IUserManager::class)->get('linh')?->delete();

		self::assertSame([null, null], [$this->subscriptions()->address($odile->id), $this->subscriptions()->address($linh->id)]);
	}

	public function testADisabledAccountGetsNothing(): void {
		$this->chooses('odile', true);

		$this->kernel->get(IUserManager::class)->get('odile')?->setEnabled(false);

		self::assertSame([], $this->addresses());
	}

	public function testAnAccountThatMayNotUseTheAppGetsNothing(): void {
		$this->card('odile');
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		$this->enableAppFor('linh');

		self::assertSame(['linh@example.org'], $this->addresses());
		self::assertSame(['linh@example.org'], $this->addresses(Subscriptions::STATUTORY));
	}

	public function testAnAccountIsAMemberWithOrWithoutACard(): void {
		$this->card('odile');
		$this->address('peire', '');
		$this->kernel->get(IUserManager::class)->get('linh')?->setEnabled(false);

		self::assertEqualsCanonicalizing(['odile@example.org', 'romain@example.org'], $this->addresses(Subscriptions::STATUTORY));
	}

	public function testTheStatutoryListIsTheMembers(): void {
		$odile = $this->card('odile', ['name' => 'Odile Vidal']);
		$kept = $this->keptCard('romain', ['name' => 'Paulette Serres', 'contact' => ['email' => 'paulette@example.org']]);
		$this->keptCard('romain', ['name' => 'Sans Adresse']);
		$this->keptCard('romain', ['kind' => 'organisation', 'name' => 'Le Fournil', 'contact' => ['email' => 'fournil@example.org']]);
		$draft = $this->data('POST', '/members', 'romain', ['name' => 'Pas Encore', 'contact' => ['email' => 'pas.encore@example.org']], 201);
		$this->chooses('linh', true);
		$this->chooses('odile', false);
		foreach (['romain', 'peire'] as $uid) {
			$this->address($uid, '');
		}

		$readers = $this->readers(Subscriptions::STATUTORY);

		self::assertSame(['Linh', 'Odile', 'Paulette Serres'], self::names($readers));
		self::assertSame([Why::Statutory], array_values(array_unique(array_column($readers, 'why'), SORT_REGULAR)));
		self::assertSame(['linh@example.org', 'odile@example.org', 'paulette@example.org'], $this->addresses(Subscriptions::STATUTORY));
		self::assertNull($this->subscriptions()->address($readers[2]->id), 'she never asked for the letter');
		self::assertNotNull($draft['id']);

		$this->data('PUT', "/members/{$odile['id']}/status", 'odile', ['status' => 'paused', 'version' => $odile['version']]);
		self::assertCount(3, $this->addresses(Subscriptions::STATUTORY), 'a pause is no exit');
		$this->data('PUT', "/members/{$odile['id']}/status", 'odile', ['status' => 'withdrawn', 'version' => $odile['version'] + 1]);
		$this->data('DELETE', "/members/{$kept['id']}", 'romain', ['version' => $kept['version']]);
		self::assertSame(['linh@example.org'], $this->addresses(Subscriptions::STATUTORY), 'who withdraws leaves the network');
	}

	public function testTheLinkStaysTheSame(): void {
		$this->chooses('odile', true);
		$id = $this->readers()[0]->id;

		$url = $this->subscriptions()->leaveUrl($id);

		self::assertMatchesRegularExpression('#^http.*/apps/reseau/leave/[A-Za-z0-9]{32}$#', $url);
		self::assertSame($url, $this->subscriptions()->leaveUrl($id));
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers` WHERE token = ? OR token_hash = ?', [basename($url), basename($url)]), 'stored neither as it is');
		self::assertStringEndsWith('/apps/reseau/notifications', $this->subscriptions()->ownPageUrl($id));
	}

	/**
	 * @param list<Reader> $readers
	 * @return list<string>
	 */
	private static function names(array $readers): array {
		return array_column($readers, 'name');
	}
}
