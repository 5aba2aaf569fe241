<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Minutes\Ask;
use OCA\Reseau\Minutes\AskedData;
use OCA\Reseau\Minutes\AskMapper;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;

/** People without an account are asked into a group by mail, and answer on a page that needs none. */
#[Group('databases')]
class AskTest extends NetworkTestCase {
	private const ADDRESS = 'sans.compte@example.org';
	/** An address the sandbox's mailer cannot write to. */
	private const UNSENDABLE = 'jérôme@example.org';
	private const DAY = 86400;

	private int $group;

	/** @var array<string, array<string, mixed>> cards by account */
	private array $cards;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'bob', 'yamina'] as $uid) {
			$this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->facilitator('fanny');
		$this->group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => 'Garder l’eau là où elle tombe'], 201)['id'];
	}

	public function testTheMailNamesTheSenderThePurposeAndTheEffectOfAnAnswer(): void {
		$this->kernel->get(IUserManager::class)->get('odile')->setEMailAddress('odile@example.org');
		self::assertSame(['a' => 'mailed'], $this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]));
		[$mail] = $this->kernel->mails();
		self::assertSame([self::ADDRESS], array_keys($mail['to']));
		self::assertSame([], $mail['replyTo'] ?? []);
		self::assertStringNotContainsString('odile@example.org', json_encode($mail, JSON_THROW_ON_ERROR));
		foreach (['Sans Compte', 'Odile', 'Réseau', 'Eau de pluie', 'Garder l’eau', 'vous refusez', '30 jours'] as $words) {
			self::assertStringContainsString($words, $mail['plain']);
		}
		$preview = $this->data('POST', '/asks/mail', 'odile', ['groups' => [$this->group]]);
		self::assertSame(
			str_replace('Bonjour …', 'Bonjour Sans Compte', $preview['text']),
			trim(preg_replace('~http\S+/ask/\w+~', '…', $mail['plain'])),
		);
		[$ask] = $this->waiting();
		self::assertSame(
			['Sans Compte', 'mail', '2026-11-24', '2026-12-24T12:00:00+00:00', ['again' => false]],
			[$ask['name'], $ask['how'], substr($ask['on'], 0, 10), $ask['until'], $ask['can']],
		);
	}

	public function testALongPurposeIsCutInTheMail(): void {
		$text = function (string $purpose): string {
			$this->data('PUT', "/groups/$this->group", 'odile', ['purpose' => $purpose, 'version' => $this->data('GET', "/groups/$this->group", 'odile')['version']]);
			return $this->data('POST', '/asks/mail', 'odile', ['groups' => [$this->group]])['text'];
		};
		$fits = 'À ' . str_repeat('é', 398);
		self::assertStringContainsString($fits, $text($fits));
		self::assertStringNotContainsString('é…', $text($fits));
		self::assertStringContainsString(mb_substr($fits, 0, -1) . '…', $text("{$fits}x"));
		// A word that is cut off leaves no blank before the dots.
		self::assertStringContainsString('À ' . str_repeat('é', 397) . '…', $text('À ' . str_repeat('é', 397) . "\n suite"));
	}

	public function testAPersonWhoAcceptsJoinsTheGroupWithACardKeptByTheSender(): void {
		$this->asked(['key' => 'a', 'name' => 'S Compte', 'email' => self::ADDRESS, 'note' => 'camion le mardi']);
		$token = $this->token();
		$page = $this->open($token);
		self::assertSame(200, $page->status, (string)$page->error);
		foreach (['Eau de pluie', 'Garder l’eau', 'Odile', 'camion le mardi', 'S Compte', '24 décembre 2026'] as $words) {
			self::assertStringContainsString($words, html_entity_decode($page->body));
		}
		self::assertStringNotContainsString(self::ADDRESS, $page->body);
		self::assertStringNotContainsString('<script', $page->body);
		self::assertLessThan(100_000, strlen($page->body));
		self::assertSame('no-referrer', $page->headers['Referrer-Policy']);
		self::assertSame('noindex, nofollow', $page->headers['X-Robots-Tag']);
		// Looking at it did nothing.
		self::assertCount(1, $this->waiting());
		self::assertSame(0, $this->data('GET', '/members/kept', 'odile')['total']);

		$next = $this->answer($token, 'accept', ['name' => 'Sylvie Compte']);
		self::assertSame(303, $next->status);
		self::assertStringEndsWith("/apps/reseau/consent/$token", $next->headers['Location']);
		[$card] = $this->data('GET', '/members/kept', 'odile')['members'];
		self::assertSame(['Sylvie Compte', 'published', ['email' => self::ADDRESS]], [$card['name'], $card['status'], (array)$card['contact']]);
		self::assertSame(['date' => '2026-11-24', 'how' => Consent::BY_LINK], $card['consent']);
		$roster = array_column(array_map(static fn (array $row): array => [$row['member']['name'], $row], $this->data('GET', "/groups/$this->group/roster", 'odile')), 1, 0);
		self::assertSame(['active', 'camion le mardi'], [$roster['Sylvie Compte']['state'], $roster['Sylvie Compte']['commitment']]);
		self::assertSame([], $this->waiting());
		// Only the people of the group read the address.
		self::assertArrayNotHasKey('contact', $this->data('GET', "/members/{$card['id']}", 'bob'));
		$consents = $this->kernel->get(ConsentMapper::class)->findOf($card['id']);
		self::assertSame(['card', 'engagement'], array_map(static fn ($consent): string => $consent->getWhat(), $consents));

		// The link of the mail leads to the card from now on, and lets them have all of it erased.
		self::assertSame(303, $this->open($token)->status);
		self::assertSame(303, $this->answer($token, 'refuse')->status);
		self::assertStringContainsString('Sylvie Compte', $this->followed($this->kernel->request('GET', "/index.php/apps/reseau/consent/$token"))->body);
		$this->kernel->request('POST', "/index.php/apps/reseau/consent/$token", null, ['answer' => 'refuse']);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'odile');
		self::assertSame(404, $this->open($token)->status);
		self::assertSame(0, $this->rows('reseau_asks'));
		self::assertSame(['a' => 'refused'], $this->asked(['key' => 'a', 'name' => 'S Compte', 'email' => self::ADDRESS]));
	}

	public function testThePersonWhoRefusesIsNeverAskedAgainAndTheirDataIsDeleted(): void {
		$second = $this->data('POST', '/groups', 'bob', ['title' => 'Pain'], 201)['id'];
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => 'Sans.Compte@Example.org', 'phone' => '06 39 98 09 22']);
		$token = $this->token();
		$this->data('POST', "/groups/$second/asks", 'bob', ['people' => [['key' => 'b', 'email' => self::ADDRESS]]]);
		self::assertSame(2, $this->rows('reseau_asks'));
		$page = $this->answer($token, 'refuse');
		self::assertSame(200, $page->status);
		self::assertStringContainsString('Vous avez refusé', $page->body);
		self::assertStringNotContainsString('Sans Compte', $page->body);
		// Nobody waits for them any more, here or in the other group.
		self::assertSame(0, $this->rows('reseau_asks'));
		self::assertSame(404, $this->open($token)->status);
		self::assertSame(404, $this->answer($token, 'accept', ['name' => 'X'])->status);
		self::assertSame(['a' => 'refused', 'b' => 'refused', 'c' => 'refused'], $this->asked(
			['key' => 'a', 'name' => 'Autre Nom', 'email' => self::ADDRESS],
			['key' => 'b', 'name' => 'Autre Nom', 'email' => 'autre@example.org', 'phone' => '+33 6 39 98 09 22'],
			['key' => 'c', 'name' => 'Autre Nom', 'phone' => '06.39.98.09.22'],
		));
		$this->assertRefused(422, 'refused', 'POST', '/members', 'bob', ['name' => 'Encore', 'contact' => ['email' => self::ADDRESS]]);
		self::assertCount(2, $this->kernel->mails());
	}

	public function testInvitingTheSamePeopleAgainChangesNothing(): void {
		$people = [
			['key' => 'mail', 'name' => 'Sans Compte', 'email' => self::ADDRESS],
			['key' => 'hand', 'name' => 'Rachida Tounsi'],
			['key' => 'bob', 'memberId' => $this->cards['bob']['id']],
		];
		self::assertSame(['mail' => 'mailed', 'hand' => 'by_hand', 'bob' => 'notified'], $this->asked(...$people));
		$again = ['mail' => 'asked_already', 'hand' => 'asked_already', 'bob' => 'asked_already'];
		self::assertSame($again, $this->asked(...$people));
		self::assertSame($again['mail'], $this->asked(['key' => 'mail', 'name' => 'Autrement', 'email' => 'SANS.compte@example.org '])['mail']);
		self::assertSame($again['hand'], $this->asked(['key' => 'hand', 'name' => 'rachida TOUNSI'])['hand']);
		self::assertCount(1, $this->kernel->mails());
		self::assertSame(['Rachida Tounsi', 'Sans Compte'], array_column($this->waiting(), 'name'));
		$this->answer($this->token(), 'accept', ['name' => 'Sans Compte']);
		$this->data('POST', "/groups/$this->group/decline", 'bob');
		self::assertSame(['mail' => 'in_already', 'hand' => 'asked_already', 'bob' => 'refused'], $this->asked(...$people));
	}

	/** A hidden address gets a mail like any other: the sender learns nothing, the recipient learns how to answer. */
	public function testHiddenAddressesRevealNothingToTheSender(): void {
		$this->data('PUT', '/members/me', 'bob', ['version' => $this->cards['bob']['version'], 'contact' => ['email' => 'bob@example.org'], 'audience' => ['contact' => 'me']]);
		$this->kernel->get(IUserManager::class)->get('yamina')->setEMailAddress('yamina@example.org');
		$this->data('POST', '/members', 'fanny', ['name' => 'Brouillon', 'contact' => ['email' => 'brouillon@example.org']], 201);
		$outcomes = $this->asked(
			['key' => 'card', 'email' => 'bob@example.org'],
			['key' => 'account', 'email' => 'yamina@example.org'],
			['key' => 'draft', 'email' => 'brouillon@example.org'],
			['key' => 'nobody', 'email' => self::ADDRESS],
		);
		self::assertSame(['mailed'], array_values(array_unique($outcomes)));
		self::assertCount(4, $this->kernel->mails());
		$pages = array_map(fn (array $mail): string => preg_replace('~/ask/\w+~', '', $this->open(self::tokenIn($mail))->body), $this->kernel->mails());
		self::assertCount(1, array_unique($pages));
		self::assertStringContainsString("/groups/$this->group", $pages[0]);
	}

	public function testMembersAreInvitedAsTheirCardAllows(): void {
		$kept = $this->keptCard('odile', ['name' => 'Ma Voisine', 'contact' => ['email' => 'voisine@example.org']]);
		$hidden = $this->keptCard('bob', ['name' => 'Cachée', 'contact' => ['email' => 'cachee@example.org']]);
		$draft = $this->data('POST', '/members', 'bob', ['name' => 'Brouillon'], 201);
		self::assertSame(['own' => 'mailed', 'other' => 'by_hand', 'draft' => 'gone', 'none' => 'gone', 'self' => 'in_already'], $this->asked(
			// Other fields next to the card are ignored: the link leads to the card.
			['key' => 'own', 'memberId' => $kept['id'], 'email' => 'odile@example.org'],
			['key' => 'other', 'memberId' => $hidden['id'], 'email' => 'odile@example.org'],
			['key' => 'draft', 'memberId' => $draft['id']],
			['key' => 'none', 'memberId' => 999],
			['key' => 'self', 'memberId' => $this->cards['odile']['id']],
		));
		self::assertSame([['voisine@example.org']], array_map(static fn (array $mail): array => array_keys($mail['to']), $this->kernel->mails()));
		$token = $this->token();
		$page = html_entity_decode($this->open($token)->body);
		self::assertStringContainsString('Ma Voisine', $page);
		self::assertStringNotContainsString('name="name"', $page);
		self::assertSame(303, $this->answer($token, 'accept', ['version' => $kept['version']])->status);
		self::assertSame('Ma Voisine', $this->roster()[1]);
	}

	/** A person who has already agreed to a card keeps it, and its first link, after any answer. */
	public function testOnePersonInSeveralGroupsHasOneCard(): void {
		$second = $this->data('POST', '/groups', 'odile', ['title' => 'Pain'], 201)['id'];
		$third = $this->data('POST', '/groups', 'odile', ['title' => 'Camions'], 201)['id'];
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]);
		foreach ([$second, $third] as $group) {
			$this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'name' => 'S. Compte', 'email' => self::ADDRESS]]]);
		}
		[$one, $two, $three] = array_map(self::tokenIn(...), $this->kernel->mails());
		$this->answer($one, 'accept', ['name' => 'Sans Compte']);
		$page = html_entity_decode($this->open($two)->body);
		self::assertStringContainsString('pas ce groupe', $page);
		[$card] = $this->data('GET', '/members/kept', 'odile')['members'];
		$thanks = $this->answer($two, 'accept', ['version' => $card['version']]);
		self::assertStringContainsString('Vous participez au groupe « Pain »', html_entity_decode($thanks->body));
		self::assertSame(200, $this->open($two)->status);
		$no = $this->answer($three, 'refuse');
		self::assertStringContainsString('Votre fiche reste', html_entity_decode($no->body));
		self::assertSame(1, $this->data('GET', '/members/kept', 'odile')['total']);
		self::assertSame(200, $this->followed($this->kernel->request('GET', "/index.php/apps/reseau/consent/$one"))->status);
		self::assertSame(['a' => 'refused'], array_column($this->data('POST', "/groups/$third/asks", 'odile', ['people' => [['key' => 'a', 'email' => self::ADDRESS]]])['people'], 'outcome', 'key'));
		self::assertSame(['a' => 'in_already'], array_column($this->data('POST', "/groups/$second/asks", 'odile', ['people' => [['key' => 'a', 'email' => self::ADDRESS]]])['people'], 'outcome', 'key'));
	}

	public function testADraftIsShownAndAcceptedOrErased(): void {
		$draft = $this->data('POST', '/members', 'odile', ['name' => 'Sans Compte', 'drives' => 'La laine', 'contact' => ['email' => self::ADDRESS]], 201);
		$this->asked(['key' => 'a', 'memberId' => $draft['id']]);
		$token = $this->token();
		self::assertStringContainsString('La laine', $this->open($token)->body);
		$changed = $this->data('PUT', "/members/{$draft['id']}", 'odile', ['version' => $draft['version'], 'drives' => 'Le feutre']);
		$again = $this->answer($token, 'accept', ['version' => $draft['version']]);
		self::assertStringContainsString('La fiche a été modifiée', html_entity_decode($again->body));
		self::assertStringContainsString('Le feutre', $again->body);
		self::assertSame('draft', $this->data('GET', "/members/{$draft['id']}", 'odile')['status']);
		self::assertSame(303, $this->answer($token, 'accept', ['version' => $changed['version']])->status);
		self::assertSame('published', $this->data('GET', "/members/{$draft['id']}", 'odile')['status']);

		$other = $this->data('POST', '/members', 'odile', ['name' => 'Autre', 'contact' => ['email' => 'autre@example.org']], 201);
		$this->asked(['key' => 'b', 'memberId' => $other['id']]);
		$this->answer(self::tokenIn($this->kernel->mails()[1]), 'refuse');
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$other['id']}", 'odile');
		$this->assertRefused(422, 'refused', 'POST', '/members', 'bob', ['name' => 'X', 'contact' => ['email' => 'autre@example.org']]);
	}

	public function testANameIsRequiredAndTheInputIsKeptWithoutOne(): void {
		$this->asked(['key' => 'a', 'email' => self::ADDRESS]);
		$token = $this->token();
		foreach (['' => 'indiquez votre nom', str_repeat('x', 121) => 'un de vos textes ne peut pas être gardé'] as $name => $sentence) {
			$page = $this->answer($token, 'accept', ['name' => (string)$name]);
			self::assertSame(200, $page->status, (string)$page->error);
			self::assertStringContainsString($sentence, html_entity_decode($page->body));
		}
		self::assertSame(0, $this->data('GET', '/members/kept', 'odile')['total']);
		self::assertSame(303, $this->answer($token, 'accept', ['name' => 'Linh'])->status);
	}

	public function testTheCharterIsShownAndAcceptedWithTheInvitation(): void {
		$this->account('admin', ['admin']);
		$this->data('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Tenir parole.']);
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]);
		$token = $this->token();
		self::assertStringContainsString("/ask/$token/charter", $this->open($token)->body);
		self::assertStringContainsString('Tenir parole.', $this->kernel->request('GET', "/index.php/apps/reseau/ask/$token/charter")->body);
		self::assertSame(404, $this->kernel->request('GET', '/index.php/apps/reseau/ask/unknown/charter')->status);
		$this->data('PUT', '/network/charter', 'admin', ['version' => 1, 'text' => 'Tenir parole, et le dire.']);
		self::assertStringContainsString('La charte a été modifiée', html_entity_decode($this->answer($token, 'accept', ['name' => 'Sans Compte', 'charter' => 1])->body));
		self::assertSame(0, $this->data('GET', '/members/kept', 'odile')['total']);
		self::assertSame(303, $this->answer($token, 'accept', ['name' => 'Sans Compte', 'charter' => 2])->status);
		$accepted = array_column($this->data('GET', "/groups/$this->group/charter-acceptances", 'odile')['people'], 'version', 'name');
		self::assertSame(2, $accepted['Sans Compte']);
	}

	public function testAFailedMailAffectsNothingElseAndIsRetried(): void {
		// The sandbox's mailer refuses what is no address to it.
		self::assertSame(['a' => 'mail_failed', 'b' => 'by_hand', 'c' => 'bad_address', 'd' => 'bad_address'], $this->asked(
			['key' => 'a', 'name' => 'Jérôme', 'email' => self::UNSENDABLE],
			['key' => 'b', 'name' => 'Rachida'],
			['key' => 'c', 'name' => 'Faux', 'email' => 'pas une adresse'],
			['key' => 'd', 'phone' => '06 39 98 09 22'],
		));
		self::assertSame(['Rachida'], array_column($this->waiting(), 'name'));
		self::assertSame(['a' => 'mail_failed'], $this->asked(['key' => 'a', 'name' => 'Jérôme', 'email' => self::UNSENDABLE]));
		// A mail that was never handed over is not waited for.
		$hash = $this->kernel->get(Refusals::class)->hash(self::ADDRESS);
		$this->stored(self::ADDRESS, 'lost', null);
		self::assertSame(['a' => 'asked_already'], $this->asked(['key' => 'a', 'email' => self::ADDRESS]));
		$this->later(601);
		self::assertSame(['a' => 'mailed'], $this->asked(['key' => 'a', 'email' => self::ADDRESS]));
		self::assertNotNull($this->kernel->get(AskMapper::class)->findPerson($this->group, $hash)?->getSentAt());
	}

	public function testAReminderIsPossibleAfterAWeekAndReplacesTheLink(): void {
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS], ['key' => 'b', 'name' => 'Rachida']);
		[$hand, $mail] = $this->waiting();
		$first = $this->token();
		$this->assertRefused(409, 'already_asked', 'POST', "/asks/{$mail['id']}/again", 'odile');
		$this->assertRefused(422, 'no_address', 'POST', "/asks/{$hand['id']}/again", 'odile');
		$this->later(7 * self::DAY);
		self::assertTrue($this->waiting()[1]['can']['again']);
		$unsendable = $this->stored(self::UNSENDABLE, 'earlier', $this->kernel->clock->getTime() - 8 * self::DAY);
		$this->assertRefused(422, 'mail_failed', 'POST', "/asks/{$unsendable->getId()}/again", 'odile');
		self::assertSame(200, $this->open('earlier')->status);
		self::assertStringStartsWith('2026-11-23T', $this->waiting()[0]['on']);
		$this->data('DELETE', "/asks/{$unsendable->getId()}", 'odile');
		$again = $this->data('POST', "/asks/{$mail['id']}/again", 'odile');
		self::assertSame(['2026-12-01', $mail['until'], false], [substr($again['on'], 0, 10), $again['until'], $again['can']['again']]);
		self::assertSame(404, $this->open($first)->status);
		self::assertSame(200, $this->open(self::tokenIn($this->kernel->mails()[1]))->status);
		// Too late for another week of patience.
		$this->later(20 * self::DAY);
		self::assertFalse($this->waiting()[1]['can']['again']);
	}

	public function testAWithdrawnInvitationIsDeleted(): void {
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]);
		$token = $this->token();
		$ask = $this->waiting()[0]['id'];
		$this->assertRefused(403, 'not_yours', 'DELETE', "/asks/$ask", 'bob');
		$this->data('DELETE', "/asks/$ask", 'odile');
		self::assertSame(0, $this->rows('reseau_asks'));
		self::assertSame(404, $this->open($token)->status);
		$this->assertRefused(404, 'not_found', 'DELETE', "/asks/$ask", 'odile');
	}

	public function testAnUnansweredInvitationIsDeletedAfterAMonth(): void {
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS], ['key' => 'b', 'name' => 'Rachida']);
		$token = $this->token();
		$this->later(29 * self::DAY);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(2, $this->rows('reseau_asks'));
		$this->later(2 * self::DAY);
		// Also before the job has run.
		self::assertSame(404, $this->open($token)->status);
		self::assertSame([], $this->waiting());
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(0, $this->rows('reseau_asks'));
		self::assertSame(['a' => 'mailed'], $this->asked(['key' => 'a', 'email' => self::ADDRESS]));
	}

	/** Names and addresses stand in no table, no log, no page of others and no address of a page until their person has answered. */
	public function testPendingAddressesAreEncrypted(): void {
		$this->asked(
			['key' => 'a', 'name' => 'Zénobie Quincampoix', 'email' => 'zenobie.quincampoix@example.org', 'phone' => '06 39 98 09 22', 'note' => 'camion bâché'],
			['key' => 'b', 'name' => 'Barnabé Introuvable'],
		);
		$this->asked(['key' => 'c', 'name' => 'Échec', 'email' => 'échec.envoi@example.org']);
		$token = $this->token();
		$secrets = ['zenobie', 'quincampoix', '39 98 09', '39980922', 'camion b', 'barnab', 'introuvable', 'chec.envoi', $token];
		$tables = self::tables();
		self::assertContains('reseau_asks', $tables);
		foreach ($tables as $table) {
			$rows = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT * FROM `*PREFIX*$table`")->fetchAll();
			$this->assertHoldsNone($secrets, json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), $table);
		}
		// The sandbox's files but the mails themselves: its log.
		foreach (glob(sys_get_temp_dir() . '/reseau-sandbox-' . getmypid() . '-*/*.*') ?: [] as $file) {
			$this->assertHoldsNone($secrets, (string)file_get_contents($file), $file);
		}
		foreach (['bob', 'fanny'] as $uid) {
			$this->assertHoldsNone($secrets, $this->ask('GET', '/groups', $uid)->body . $this->ask('GET', "/groups/$this->group", $uid)->body
				. $this->ask('GET', "/groups/$this->group/roster", $uid)->body . $this->ask('GET', "/groups/$this->group/asks", $uid)->body, "answers to $uid");
		}
		$this->answer($token, 'refuse');
		self::assertSame(1, $this->rows('reseau_asks'));
	}

	public function testInvitationsOfADeletedAccountPassToTheFacilitators(): void {
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]);
		$token = $this->token();
		$this->kernel->get(IUserManager::class)->get('odile')->delete();
		self::assertStringContainsString('La facilitation de Réseau', html_entity_decode($this->open($token)->body));
		// Nobody facilitates the group now: the facilitators of the network do.
		self::assertSame(['Sans Compte'], array_column($this->waiting('fanny'), 'name'));
		$this->answer($token, 'accept', ['name' => 'Sans Compte']);
		self::assertSame(['uid' => null, 'name' => ''], $this->data('GET', '/members/kept', 'fanny')['members'][0]['steward']);
	}

	public function testInvitationsAreDeletedWithTheGroup(): void {
		$this->asked(['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]);
		$token = $this->token();
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->data('GET', "/groups/$this->group", 'odile')['version']]);
		self::assertSame(404, $this->open($token)->status);
		$this->assertRefused(409, 'group_closed', 'POST', "/groups/$this->group/asks", 'odile', ['people' => []]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertSame(0, $this->rows('reseau_asks'));
		self::assertSame(404, $this->open($token)->status);
	}

	public function testOnlyFacilitatorsOfTheGroupInvite(): void {
		foreach (['bob', 'fanny'] as $uid) {
			$this->assertRefused(403, 'not_yours', 'POST', "/groups/$this->group/asks", $uid, ['people' => [['key' => 'a', 'email' => self::ADDRESS]]]);
			$this->assertRefused(403, 'not_yours', 'GET', "/groups/$this->group/asks", $uid);
		}
		$this->assertRefused(404, 'not_found', 'GET', '/groups/999/asks', 'odile');
		self::assertSame([], $this->kernel->mails());
	}

	public function testManyMailsNeedMoreThanAnHour(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$people = array_map(static fn (int $i): array => ['key' => "$i", 'email' => "p$i@example.org"], range(1, 22));
		self::assertSame(['mailed' => 20, 'later' => 2], array_count_values($this->asked(...$people)));
		$this->later(3601);
		self::assertSame(['asked_already' => 20, 'mailed' => 2], array_count_values($this->asked(...$people)));
	}

	/**
	 * @param array<string, mixed> ...$people
	 * @return array<string, string> outcomes by key
	 */
	private function asked(array ...$people): array {
		return array_column($this->data('POST', "/groups/$this->group/asks", 'odile', ['people' => $people])['people'], 'outcome', 'key');
	}

	/** @return list<array<string, mixed>> */
	private function waiting(string $uid = 'odile'): array {
		return $this->data('GET', "/groups/$this->group/asks", $uid);
	}

	/** @return list<string> names of the roster, who facilitates first */
	private function roster(): array {
		return array_map(static fn (array $row): string => $row['member']['name'], $this->data('GET', "/groups/$this->group/roster", 'odile'));
	}

	/** Of the first mail. */
	private function token(): string {
		return self::tokenIn($this->kernel->mails()[0]);
	}

	/** @param array<string, mixed> $mail */
	private static function tokenIn(array $mail): string {
		self::assertSame(1, preg_match('~/ask/(\w{32})\b~', $mail['plain'], $found), $mail['plain']);
		return $found[1];
	}

	private function open(string $token): Reply {
		return $this->kernel->request('GET', "/index.php/apps/reseau/ask/$token");
	}

	/** @param array<string, mixed> $along */
	private function answer(string $token, string $answer, array $along = []): Reply {
		return $this->kernel->request('POST', "/index.php/apps/reseau/ask/$token", null, ['answer' => $answer] + $along);
	}

	/** As if it had been asked before. */
	private function stored(string $address, string $token, ?int $sentAt): Ask {
		$now = $this->kernel->clock->getTime();
		$ask = new Ask();
		$ask->setGroupId($this->group);
		$ask->setPersonHash($this->kernel->get(Refusals::class)->hash($address));
		$ask->setTokenHash(LinkTokens::hash($token));
		$ask->setState(Ask::WAITING);
		$ask->setByUid('odile');
		$ask->setMadeAt($sentAt ?? $now);
		$ask->setSentAt($sentAt);
		$ask->setExpiresAt($now + 20 * self::DAY);
		$this->kernel->get(AskedData::class)->write($ask, 'Jérôme', $address, '');
		return $this->kernel->get(AskMapper::class)->insert($ask);
	}

	/** @return list<string> every table there is, Nextcloud's own of the sandbox too */
	private static function tables(): array {
		$code = implode('', array_map(file_get_contents(...), [...glob(__DIR__ . '/../../../lib/Migration/*.php'), __DIR__ . '/../../sandbox/Service/CoreTables.php']));
		preg_match_all("/createTable\('(\w+)'\)|^\t\t\t'(\w+)' => \[\[/m", $code, $names);
		return array_values(array_filter([...$names[1], ...$names[2]]));
	}

	private function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	private function rows(string $table): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table`")->fetchOne();
	}

	/** @param list<string> $secrets */
	private function assertHoldsNone(array $secrets, string $text, string $where): void {
		foreach ($secrets as $secret) {
			self::assertStringNotContainsStringIgnoringCase($secret, $text, $where);
		}
	}
}
