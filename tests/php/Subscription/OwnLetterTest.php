<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Member\Claim\ClaimCard;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Statement;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** A member says whether they want the letter, and is asked once. */
#[Group('databases')]
class OwnLetterTest extends SubscriptionTestCase {
	public function testNobodyGetsItByDefault(): void {
		$this->card('odile');
		self::assertSame(['wants' => null, 'address' => true, 'record' => []], $this->data('GET', '/subscription', 'odile'));
		self::assertSame([], $this->readers());
		self::assertNotContains('letter', $this->awaits('odile'), 'there is no letter yet');
	}

	public function testMembersAreAskedOnce(): void {
		$this->kernel->get(Network::class)->setAsksForLetter(true);
		$this->card('odile');
		self::assertContains('letter', $this->awaits('odile'));

		self::assertFalse($this->chooses('odile', false)['wants']);
		self::assertNotContains('letter', $this->awaits('odile'));

		$this->card('linh');
		$this->chooses('linh', true);
		self::assertNotContains('letter', $this->awaits('linh'));
	}

	public function testAPersonWhoseAddressAlreadyGetsItIsNotAsked(): void {
		$this->kernel->get(Network::class)->setAsksForLetter(true);
		$this->card('odile');
		$this->chooses('linh', true);
		$this->address('odile', 'Linh@example.org');

		self::assertNotContains('letter', $this->awaits('odile'));
		self::assertTrue($this->data('GET', '/subscription', 'odile')['wants']);
	}

	public function testEachWordIsRecordedOnce(): void {
		$card = $this->card('odile');
		foreach ([true, true, false, false, true] as $wants) {
			$this->chooses('odile', $wants);
		}

		$letter = $this->data('GET', "/members/{$card['id']}/export", 'odile')['letter'];

		self::assertSame([true, 'member', '2026-11-24', ''], [$letter['wants'], $letter['why'], $letter['said'], $letter['manner']]);
		self::assertSame(['letter', 'letter_ended', 'letter'], array_column($letter['consents'], 'what'));
		self::assertSame(
			['what' => 'letter', 'version' => LetterChoices::VERSION, 'how' => Consent::IN_THE_APP, 'date' => '2026-11-24', 'by' => 'odile', 'recorded' => '2026-11-24T12:00:00+00:00'],
			$letter['consents'][0],
		);
	}

	public function testAnAccountWithoutACardSeesItsRecords(): void {
		$this->chooses('odile', true);
		$this->chooses('odile', false);
		self::assertSame([
			['what' => 'Plus de lettre', 'on' => '2026-11-24', 'how' => 'choisi dans l’application'],
			['what' => 'La lettre par courriel', 'on' => '2026-11-24', 'how' => 'choisi dans l’application'],
		], $this->data('GET', '/subscription', 'odile')['record']);
		self::assertSame([], $this->data('GET', '/subscription', 'linh')['record']);
	}

	public function testTheRecordOfAClaimedCardIsComplete(): void {
		$card = $this->keptCard('romain', ['name' => 'Odile', 'contact' => ['email' => 'odile.v@example.org']]);
		$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, Statement::reported('par téléphone', '2026-11-20', 'romain'));
		['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'romain');
		$this->chooses('odile', true);
		$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', false);
		// They are two rows until the next choice.
		self::assertCount(2, $this->data('GET', '/subscription', 'odile')['record']);
		self::assertCount(2, $this->data('GET', "/members/{$card['id']}/export", 'odile')['letter']['consents']);
	}

	public function testAnythingElseIsRefused(): void {
		$this->assertRefused(400, 'wrong_type', 'PUT', '/subscription', 'odile', ['wants' => 'perhaps']);
		$this->assertRefused(400, 'wrong_type', 'PUT', '/subscription', 'odile', []);
		self::assertNull($this->data('GET', '/subscription', 'odile')['wants']);
	}

	public function testADeletedAccountLeavesOnlyThatItLeft(): void {
		$this->chooses('odile', true);
		$this->chooses('linh', false);
		foreach (['odile', 'linh'] as $uid) {
			$this->kernel->get(IUserManager::class)->get($uid)?->delete();
		}

		$left = $this->rows('SELECT * FROM `*PREFIX*reseau_subscribers`');

		self::assertCount(1, $left);
		self::assertSame(['off', $left[0]['address_key']], [$left[0]['state'], $left[0]['address_hash']]);
		self::assertSame([], array_filter([$left[0]['uid'], $left[0]['name'], $left[0]['address'], $left[0]['token'], $left[0]['manner']]));
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_consents` WHERE subscriber_id IS NOT NULL'));
	}

	public function testTheAccountTakesOverTheSubscriptionOfAKeptCard(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, Statement::reported('par téléphone', '2026-11-20', 'romain'));
		self::assertSame(['paulette@example.org'], $this->addresses());

		['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'romain');
		$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', false);

		self::assertTrue($this->data('GET', '/subscription', 'odile')['wants']);
		self::assertSame(['odile@example.org'], $this->addresses(), 'the address is that of the account now');
		self::assertFalse($this->chooses('odile', false)['wants']);
		self::assertSame([], $this->addresses());
		self::assertCount(1, $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
		self::assertSame(['letter', 'letter_ended'], array_column($this->data('GET', "/members/{$card['id']}/export", 'odile')['letter']['consents'], 'what'));
	}

	public function testTwoCardsBecomeOne(): void {
		$own = $this->card('odile', ['name' => 'Odile']);
		$this->chooses('odile', false);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 3600);
		$card = $this->keptCard('romain', ['name' => 'Odile V.', 'contact' => ['email' => 'odile.v@example.org']]);
		$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, Statement::reported('par téléphone', '2026-11-20', 'romain'));

		['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'romain');
		$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', true);

		self::assertNotSame($own['id'], $this->data('GET', '/members/me', 'odile')['id']);
		$this->chooses('odile', true);
		self::assertCount(1, $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
		self::assertSame(['odile@example.org'], $this->addresses());
	}

	public function testTheLinksInLettersToEitherCardStopIt(): void {
		$statement = Statement::reported('par téléphone', '2026-11-20', 'romain');
		$this->chooses('odile', true);
		$links = [];
		foreach (['odile.v@example.org', 'odile.b@example.org'] as $i => $address) {
			$card = $this->keptCard('romain', ['name' => "Odile $i", 'contact' => ['email' => $address]]);
			$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, $statement);
			foreach ($this->readers() as $reader) {
				$links[$reader->id] = 'leave/' . basename($this->subscriptions()->leaveUrl($reader->id));
			}
			['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'romain');
			$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', $i === 1);
			if ($i === 0) {
				$this->chooses('odile', true);
			}
		}
		self::assertCount(3, $links);
		$this->chooses('odile', true);
		self::assertSame(['odile@example.org'], $this->addresses());
		foreach ($links as $link) {
			self::assertStringContainsString('o…@example.org', $this->page($link), $link);
			$this->page($link, ['List-Unsubscribe' => 'One-Click']);
			self::assertSame([], $this->addresses());
			$this->chooses('odile', true);
		}
		$this->kernel->get(IUserManager::class)->get('odile')?->delete();
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_sub_links`'));
	}

	public function testARowCreatedAtTheSameMomentBreaksNothing(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, Statement::reported('par téléphone', '2026-11-20', 'romain'));
		['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'romain');
		$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', false);
		// A list of members is sent while they choose.
		$this->data('GET', '/vocabulary', 'romain');
		$mapper = new class($this->kernel->get(IDBConnection::class)) extends SubscriberMapper {
			public function findByUid(string $uid): ?Subscriber {
				$found = parent::findByUid($uid);
				$this->make('uid', [$uid]);
				return $found;
			}
		};
		$this->kernel->container()->set(SubscriberMapper::class, $mapper);
		$this->kernel->get(LetterChoices::class)->ofAccount('odile', false);
		self::assertCount(1, $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
		self::assertSame([], $this->addresses());
	}

	public function testAnErasedCardGetsNothing(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->kernel->get(LetterChoices::class)->ofCard($card['id'], true, Statement::reported('par téléphone', '2026-11-20', 'romain'));

		$this->data('POST', "/members/{$card['id']}/refusal", 'romain', []);

		self::assertSame([], $this->addresses());
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_consents` WHERE subscriber_id IS NOT NULL'));
	}

	/** @return list<string> kinds */
	private function awaits(string $uid): array {
		return array_column($this->data('GET', '/home', $uid)['awaits'], 'kind');
	}
}
