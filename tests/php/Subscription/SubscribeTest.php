<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\AskForLetter;
use OCA\Reseau\Subscription\Why;
use OCA\Reseau\Tests\Delivery\FaultyMailer;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionProperty;
use Sandbox\Service\Mailer;

/** A person without an account subscribes to the letter: with their address, and a yes by the mail that comes. */
#[Group('databases')]
class SubscribeTest extends SubscriptionTestCase {
	private const ASKED = 'Un courriel part vers l’adresse';

	protected function setUp(): void {
		parent::setUp();
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
	}

	public function testWithAYesByMail(): void {
		self::assertStringContainsString('La lettre de La Cordée', $this->page('subscribe'));
		self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org', 'name' => 'Berthe Fournil']));
		self::assertSame([], $this->addresses(), 'not before she confirmed');

		$token = $this->token('subscribe', 'berthe@example.org');
		self::assertStringContainsString('value="Berthe Fournil"', $this->page("subscribe/$token"));
		self::assertSame([], $this->addresses(), 'opening a link is no yes');

		$page = $this->page("subscribe/$token", ['answer' => 'confirm', 'name' => 'Berthe F.']);
		self::assertStringContainsString('Vous recevez la lettre', $page);
		self::assertSame(['berthe@example.org'], $this->addresses());
		$reader = $this->readers()[0];
		self::assertSame(['Berthe F.', Why::Confirmed, '2026-11-24', null, null], [$reader->name, $reader->why, $reader->on, $reader->uid, $reader->memberId]);

		self::assertSame(1, preg_match('~/own/(\w{32})"~', $page, $own));
		self::assertStringContainsString('value="Berthe F."', $this->page("own/$own[1]"));
		self::assertStringContainsString('Vous recevez la lettre', $this->page("subscribe/$token", ['answer' => 'confirm', 'name' => 'Autre']), 'pressed twice');
		self::assertSame('Berthe F.', $this->readers()[0]->name);
		self::assertCount(1, $this->rows('SELECT id FROM `*PREFIX*reseau_consents`'));
	}

	public function testThePageSaysTheSameWhetherTheAddressIsKnown(): void {
		$this->subscribes('berthe@example.org');
		$this->chooses('odile', true);
		$this->chooses('linh', false);
		$this->later(3600);

		$unknown = $this->page('subscribe', ['email' => 'nouvelle@example.org']);
		foreach (['berthe@example.org', 'BERTHE@example.org', 'odile@example.org', 'linh@example.org', 'nouvelle@example.org'] as $address) {
			self::assertSame($unknown, $this->page('subscribe', ['email' => $address]), $address);
		}
		self::assertSame('Vous recevez déjà la lettre de La Cordée', $this->mailed('odile@example.org')[0]['subject']);
		self::assertSame('Voulez-vous la lettre de La Cordée ?', str_replace("\u{a0}", ' ', $this->mailed('linh@example.org')[0]['subject']), 'who left may come back');
		self::assertSame(['odile@example.org', 'berthe@example.org'], array_values(array_intersect(['odile@example.org', 'berthe@example.org'], $this->addresses())), 'nothing has changed');
		self::assertCount(2, $this->addresses());
	}

	public function testTheSameAddressInTwoCasesIsOne(): void {
		$this->subscribes('Berthe@Example.org');
		$this->later(3600);
		$this->page('subscribe', ['email' => 'berthe@example.org']);

		self::assertSame(['Berthe@Example.org'], $this->addresses());
		self::assertCount(1, $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
	}

	public function testAnAddressOfAnotherPersonGetsFewMailsAndNothingTyped(): void {
		foreach (range(1, 9) as $n) {
			self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org', 'name' => "Achetez chez www.example.org $n"]));
		}
		self::assertCount(1, $this->mailed('berthe@example.org'), 'not again within a quarter of an hour');
		foreach (range(1, 9) as $_) {
			$this->later(900);
			$this->page('subscribe', ['email' => 'berthe@example.org']);
		}
		self::assertCount(4, $this->mailed('berthe@example.org'), 'not more in a day');
		self::assertStringNotContainsString('Achetez', json_encode($this->kernel->mails(), JSON_THROW_ON_ERROR));
		$this->later(86_400);
		$this->page('subscribe', ['email' => 'berthe@example.org']);
		self::assertCount(5, $this->mailed('berthe@example.org'));
	}

	public function testAMailboxIsOneWhateverFollowsThePlus(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 9) as $n) {
			$this->kernel->request('POST', '/index.php/apps/reseau/subscribe', null, http_build_query(['email' => "berthe+$n@example.org"]), ['content-type' => 'application/x-www-form-urlencoded']);
		}
		self::assertCount(2, $this->kernel->mails(), 'as many as one computer asks for');
	}

	public function testNotTooManyMailsInAll(): void {
		$db = $this->kernel->get(IDBConnection::class);
		foreach (range(1, 300) as $n) {
			$db->insertIgnoreConflict('reseau_subscribers', ['address_key' => hash('sha256', (string)$n), 'mailed_at' => $this->kernel->clock->getTime() - 10]);
		}
		self::assertStringContainsString('beaucoup de personnes', $this->page('subscribe', ['email' => 'berthe@example.org']));
		self::assertSame([], $this->kernel->mails());
		$this->chooses('odile', true);
		$link = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		$this->page("own/$link", ['answer' => 'send']);
		self::assertCount(1, $this->mailed('odile@example.org'), 'who has a link in a mail is not kept waiting');
		$this->later(3600);
		self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org']));
	}

	public function testAClockThatIsPutBack(): void {
		$later = $this->kernel->clock->getTime() + 86_400;
		foreach (range(1, 300) as $n) {
			$this->kernel->get(IDBConnection::class)->insertIgnoreConflict('reseau_subscribers', ['address_key' => hash('sha256', (string)$n), 'mailed_at' => $later]);
		}
		self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org']), 'what is in the future counts for nothing');
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_subscribers` SET mailed_at = ?, mails = 4', [$later]);
		$this->page('subscribe', ['email' => 'berthe@example.org']);
		self::assertCount(2, $this->mailed('berthe@example.org'));
	}

	public function testOneComputerDoesNotUseUpTheMailsOfAll(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$sent = 0;
		foreach (range(1, 100) as $n) {
			$this->later(20);
			$sent += $this->kernel->request('POST', '/index.php/apps/reseau/subscribe', null, http_build_query(['email' => "une$n@example.org"]), ['content-type' => 'application/x-www-form-urlencoded'])->status === 200 ? 1 : 0;
		}
		self::assertSame(60, $sent);
		self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org']), 'another one is not kept out');
	}

	public function testWhatIsNoAddressIsGivenBack(): void {
		foreach (['', 'berthe', "berthe@example.org\r\nBcc: odile@example.org", 'berthe@example.org, odile@example.org', 'javascript:alert(1)', str_repeat('a', 300) . '@example.org', "berthe\0@example.org", "ber\xFFthe@example.org"] as $address) {
			$page = $this->page('subscribe', ['email' => $address, 'name' => 'Berthe']);
			self::assertStringContainsString('Rien n’a été envoyé', $page, $address);
			self::assertStringContainsString('value="Berthe"', $page);
		}
		self::assertStringContainsString('Rien n’a été envoyé', $this->page('subscribe', ['email' => 'berthe@example.org', 'name' => str_repeat('n', 121)]));
		self::assertSame([], $this->kernel->mails());
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
	}

	public function testANameIsOneLineAndNoHtml(): void {
		$token = $this->subscribes('berthe@example.org', "Berthe\r\nBcc: odile@example.org <b>");

		self::assertSame('Berthe Bcc: odile@example.org <b>', $this->readers()[0]->name);
		self::assertStringNotContainsString('<b>', $this->kernel->request('GET', "/index.php/apps/reseau/leave/$token")->body);
	}

	public function testAMailServerThatIsAway(): void {
		$folder = (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class));
		foreach ([false, true] as $throws) {
			$this->data('GET', '/subscription', 'romain');
			$mailer = new FaultyMailer($this->kernel, $folder, ['berthe@example.org'], $throws);
			$this->kernel->container()->set(Outbox::class, new Outbox($mailer, $this->kernel->get(IUserManager::class), $this->kernel->get(LoggerInterface::class)));
			try {
				$this->kernel->get(AskForLetter::class)->ask('Berthe', 'berthe@example.org');
				self::fail('It was sent');
			} catch (ReasonException $e) {
				self::assertSame('mail_failed', $e->reason);
			}
			$this->later(900);
		}
		self::assertStringContainsString(self::ASKED, $this->page('subscribe', ['email' => 'berthe@example.org']));
		self::assertCount(1, $this->mailed('berthe@example.org'));
	}

	public function testWhatIsNotAnsweredIsForgotten(): void {
		$this->page('subscribe', ['email' => 'berthe@example.org', 'name' => 'Berthe']);
		$token = $this->token('subscribe', 'berthe@example.org');

		$this->later(AskForLetter::LIFETIME);
		self::assertStringContainsString('Oui, je veux', $this->page("subscribe/$token"));
		$this->later(1);
		self::assertStringContainsString('ne fonctionne plus', $this->page("subscribe/$token", status: 404));
		self::assertStringContainsString('ne fonctionne plus', $this->page("subscribe/$token", ['answer' => 'confirm'], 404));
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
	}

	public function testThereIsNoPageWhereTheNetworkTakesNoSubscriptions(): void {
		$this->page('subscribe', ['email' => 'berthe@example.org']);
		$this->kernel->get(Network::class)->setTakesSubscriptions(false);

		self::assertStringContainsString('ne prend pas d’abonnement', $this->page('subscribe', status: 404));
		self::assertStringContainsString('ne prend pas d’abonnement', $this->page('subscribe', ['email' => 'linh@example.org'], 404));
		try {
			$this->kernel->get(AskForLetter::class)->ask('', 'linh@example.org');
			self::fail('asked although it is closed');
		} catch (ReasonException $e) {
			self::assertSame('not_open', $e->reason);
		}
		self::assertSame([], $this->mailed('linh@example.org'));
		$this->page('subscribe/' . $this->token('subscribe', 'berthe@example.org'), ['answer' => 'confirm']);
		self::assertSame(['berthe@example.org'], $this->addresses(), 'who was asked may still answer');
	}

	public function testAPersonWhoRefusedACardCanSubscribe(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->subscribes('paulette@example.org');
		$this->data('POST', "/members/{$card['id']}/refusal", 'romain', []);
		self::assertSame(['paulette@example.org'], $this->addresses(), 'the keeper cannot end what they chose themselves');
		$this->assertRefused(422, 'refused', 'POST', '/members', 'romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
	}
}
