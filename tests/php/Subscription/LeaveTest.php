<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Subscription\DeleteOldSubscribers;
use OCA\Reseau\Subscription\Reader;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\BruteForce;

/** The link in a letter stops it, after saying whose it is. */
#[Group('databases')]
class LeaveTest extends SubscriptionTestCase {
	/** Far more than are answered: none behind those reaches a controller. */
	private const GUESSES = 1000;

	public function testSaysWhoseItIsAndStopsIt(): void {
		$token = $this->subscribes('berthe@example.org', 'Berthe Fournil');

		$page = $this->page("leave/$token");
		self::assertStringContainsString('C’est la lettre envoyée à b…@example.org.', $page);
		self::assertStringContainsString('Le 24 novembre 2026, vous avez accepté de la recevoir.', $page);
		self::assertStringNotContainsString('berthe@', $page);
		self::assertStringNotContainsString('Fournil', $page);
		self::assertSame(['berthe@example.org'], $this->addresses(), 'opening it changes nothing');

		self::assertStringContainsString('vous ne recevez plus la lettre', $this->page("leave/$token", ['answer' => 'letter']));
		self::assertSame([], $this->addresses());
		$this->page("leave/$token", ['answer' => 'letter']);
		self::assertCount(2, $this->rows('SELECT id FROM `*PREFIX*reseau_consents`'), 'pressed twice, it is recorded once');

		self::assertStringContainsString('Vous recevez de nouveau la lettre', $this->page("leave/$token", ['answer' => 'again']));
		self::assertSame(['berthe@example.org'], $this->addresses());
		self::assertSame(['letter', 'letter_ended', 'letter'], array_column($this->rows('SELECT what FROM `*PREFIX*reseau_consents` ORDER BY id'), 'what'));
	}

	public function testLinksInEarlierLettersWorkAfterComingBack(): void {
		$former = $this->subscribes('berthe@example.org', 'Berthe');
		$this->page("leave/$former", ['answer' => 'letter']);
		$this->later(3600);
		$this->page('subscribe', ['email' => 'berthe@example.org']);
		$new = $this->token('subscribe', 'berthe@example.org');
		self::assertNotSame($former, $new);

		self::assertStringContainsString('C’était une erreur', $this->page("leave/$former"), 'an address typed by a stranger takes nothing away');
		$this->page("subscribe/$former", ['answer' => 'confirm'], 404);
		self::assertSame([], $this->addresses(), 'nor does a letter that was passed on answer the question');
		$this->page("subscribe/$new", ['answer' => 'confirm']);
		self::assertStringContainsString('C’est la lettre envoyée à b…@example.org.', $this->page("leave/$former"));
		$this->page("leave/$former", ['List-Unsubscribe' => 'One-Click']);
		self::assertSame([], $this->addresses());

		$this->later(DeleteOldSubscribers::KEPT + 1);
		$this->kernel->runJob(DeleteExpired::class);
		$this->page("leave/$former", status: 404);
		self::assertSame([], $this->rows('SELECT token_hash FROM `*PREFIX*reseau_sub_links`'));
	}

	public function testOneClickOfTheMailProgram(): void {
		$token = $this->subscribes('berthe@example.org');

		$this->page("leave/$token", ['List-Unsubscribe' => 'One-Click']);

		self::assertSame([], $this->addresses());
		$this->page("leave/$token", ['List-Unsubscribe' => 'One-Click']);
		self::assertSame([], $this->addresses());
		$this->page("leave/$token", ['answer' => 'again']);
		$this->page("leave/$token", ['List-Unsubscribe' => 'Two-Clicks']);
		$this->page("leave/$token", ['answer' => 'else']);
		self::assertSame(['berthe@example.org'], $this->addresses(), 'anything else is no answer');
	}

	public function testAMemberLeavesWithoutLoggingIn(): void {
		$this->card('odile');
		$this->chooses('odile', true);
		$token = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));

		$page = $this->page("leave/$token");
		self::assertStringContainsString('Les convocations', $page);
		$this->page("leave/$token", ['answer' => 'all']);

		self::assertFalse($this->data('GET', '/subscription', 'odile')['wants']);
		self::assertContains('odile@example.org', $this->addresses('statutory'), 'what is owed to members stays');
		$this->page("leave/$token", ['answer' => 'again']);
		self::assertTrue($this->data('GET', '/subscription', 'odile')['wants']);
	}

	public function testThePageTellsNobodyWhoTheReaderIs(): void {
		$choice = ['wants' => true, 'date' => '2026-11-24', 'how' => 'Au téléphone'];
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'b.paulette@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'romain', $choice);
		$this->subscribes('berthe@example.org');
		$this->data('POST', '/subscribers/import', 'romain', ['rows' => [['position' => 1, 'address' => 'blaise@example.org', 'name' => 'Blaise', 'date' => '2026-11-24', 'how' => 'Registre']]]);
		$this->card('odile');
		$this->address('odile', 'b.odile@example.org');
		$this->chooses('odile', true);
		$tokens = array_map(fn (Reader $reader): string => basename($this->subscriptions()->leaveUrl($reader->id)), $this->readers());
		self::assertCount(4, $tokens);
		self::assertCount(1, array_unique(array_map(fn (string $token): string => str_replace($token, '…', $this->page("leave/$token")), $tokens)));
	}

	public function testTheDayIsThatOfTheLastWord(): void {
		$this->address('odile', 'berthe@example.org');
		$this->chooses('odile', true);
		$token = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		$this->page("leave/$token", ['answer' => 'letter']);
		$this->later(2 * 86_400);
		$this->subscribes('berthe@example.org');
		self::assertStringContainsString('Le 26 novembre 2026, vous avez accepté de la recevoir.', $this->page("leave/$token"));
	}

	public function testWhatWasAMistakeBringsOnlyTheLetterBack(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'romain', ['wants' => true, 'date' => '2026-11-24', 'how' => 'Au téléphone']);
		$token = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		$this->page("leave/$token", ['answer' => 'all']);
		foreach (['again', 'all-again'] as $answer) {
			$this->page("leave/$token", ['answer' => $answer]);
		}
		self::assertSame(['paulette@example.org'], $this->addresses());
		self::assertNotContains('notices', array_column($this->data('GET', "/members/{$card['id']}/export", 'romain')['consents'], 'what'));
	}

	public function testLeavingIsForAllPeopleWithTheAddress(): void {
		$this->address('linh', 'odile@example.org');
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		$token = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));

		$this->page("leave/$token", ['answer' => 'letter']);

		self::assertSame([], $this->addresses());
		self::assertFalse($this->data('GET', '/subscription', 'linh')['wants']);
	}

	public function testTheAddressIsDeletedButNotTheRecordOfLeaving(): void {
		$token = $this->subscribes('berthe@example.org', 'Berthe');
		$this->page("leave/$token", ['answer' => 'letter']);

		$this->later(DeleteOldSubscribers::KEPT);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertStringContainsString('C’était une erreur', $this->page("leave/$token"));
		$this->later(1);
		$this->kernel->runJob(DeleteExpired::class);

		$this->page("leave/$token", status: 404);
		$this->page("leave/$token", ['answer' => 'again'], 404);
		$left = $this->rows('SELECT * FROM `*PREFIX*reseau_subscribers`');
		self::assertCount(1, $left);
		self::assertSame(['off', null, null, null], [$left[0]['state'], $left[0]['address'], $left[0]['name'], $left[0]['token']]);
		self::assertNotNull($left[0]['address_key']);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_consents` WHERE subscriber_id IS NOT NULL'), 'nor what was recorded of them');
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_own_links`'));
	}

	public function testWhatWasSaidLongAgoIsForgottenAfterItWasWrittenDown(): void {
		$this->data('POST', '/subscribers/import', 'romain', ['rows' => [['position' => 1, 'address' => 'zoe@example.org', 'name' => 'Zoé', 'date' => '2026-01-10', 'how' => 'Registre']]]);
		$id = $this->data('GET', '/subscribers', 'romain')['subscribers'][0]['id'];
		$this->data('PUT', "/subscribers/$id", 'romain', ['wants' => false, 'date' => '2026-02-01', 'how' => 'Au téléphone']);

		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame('Zoé', $this->data('GET', '/subscribers?state=off', 'romain')['subscribers'][0]['name'], 'a mistake can be taken back');
		$this->later(DeleteOldSubscribers::KEPT + 1);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame([], $this->data('GET', '/subscribers?state=off', 'romain')['subscribers']);
	}

	public function testANoThatIsOlderThanTheirYesStopsNothing(): void {
		$this->subscribes('berthe@example.org', 'Berthe');
		$id = $this->data('GET', '/subscribers', 'romain')['subscribers'][0]['id'];
		$refused = $this->assertRefused(422, 'wants_since', 'PUT', "/subscribers/$id", 'romain', ['wants' => false, 'date' => '2026-11-23', 'how' => 'Au téléphone']);
		self::assertSame('2026-11-24', $refused['current']);
		self::assertSame(['berthe@example.org'], $this->addresses());
		$this->data('PUT', "/subscribers/$id", 'romain', ['wants' => false, 'date' => '2026-11-24', 'how' => 'Au téléphone']);
		self::assertSame([], $this->addresses());
	}

	public function testAGuessOpensNothing(): void {
		foreach (['leave', 'subscribe', 'own'] as $page) {
			$this->page("$page/" . str_repeat('a', 32), status: 404);
			$this->page("$page/" . str_repeat('a', 32), ['answer' => 'letter'], 404);
		}
		$this->subscribes('berthe@example.org');
		$hash = $this->rows('SELECT token_hash FROM `*PREFIX*reseau_subscribers`')[0]['token_hash'];
		$this->page("leave/$hash", status: 404);
	}

	public function testAThousandGuesses(): void {
		$token = $this->subscribes('berthe@example.org');
		foreach (['leave', 'own', 'subscribe'] as $page) {
			$this->kernel->resetLimits();
			$statuses = [];
			for ($guess = 0; $guess < self::GUESSES; $guess++) {
				$status = $this->kernel->request($guess % 2 === 0 ? 'GET' : 'POST', "/index.php/apps/reseau/$page/" . md5((string)$guess), null, $guess % 2 === 0 ? null : ['answer' => 'letter'])->status;
				$statuses[$status] = ($statuses[$status] ?? 0) + 1;
			}
			self::assertSame([404 => BruteForce::MOST, 429 => self::GUESSES - BruteForce::MOST], $statuses);
			self::assertSame(429, $this->kernel->request('GET', "/index.php/apps/reseau/$page/$token")->status, 'nor does who guesses learn that one was right');
		}
		self::assertSame(['berthe@example.org'], $this->addresses());
	}

	public function testDeadLinksOfAMailProviderBlockNoOneElse(): void {
		$token = $this->subscribes('berthe@example.org');
		$this->kernel->resetLimits();
		$click = fn (string $token): int => $this->kernel->request('POST', "/index.php/apps/reseau/leave/$token", null, ['List-Unsubscribe' => 'One-Click'])->status;
		for ($i = 0; $i <= BruteForce::MOST; $i++) {
			self::assertSame(404, $click(md5((string)$i)));
		}
		self::assertSame(200, $click($token));
		self::assertSame([], $this->addresses());
	}

	public function testOpeningWritesNothing(): void {
		$token = $this->subscribes('berthe@example.org');
		$db = $this->kernel->get(IDBConnection::class);
		$written = $db->written;
		foreach (['subscribe', "subscribe/$token", "leave/$token", 'own', "own/$token"] as $path) {
			$this->page($path);
		}
		$this->page("leave/$token", []);
		self::assertSame($written, $db->written);
	}
}
