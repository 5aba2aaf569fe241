<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;

/** Cards kept for people without an account. */
class KeptCardTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
		$this->facilitator('fanny');
	}

	public function testItsKeeperIsRemindedUntilItsPersonHasAgreed(): void {
		$this->account('steward');
		self::assertSame([], $this->data('GET', '/home', 'steward')['awaits']);
		$card = $this->data('POST', '/members', 'steward', ['name' => 'Sans Compte'], 201);
		self::assertSame([['kind' => 'consents', 'count' => 1]], $this->data('GET', '/home', 'steward')['awaits']);
		$this->data('POST', "/members/{$card['id']}/consent", 'steward', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		self::assertSame('draft', $this->data('GET', "/members/{$card['id']}", 'steward')['status']);
		self::assertSame([], $this->data('GET', '/home', 'steward')['awaits']);
	}

	public function testNobodyButTheKeeperSeesACardBeforeItsPersonAgreed(): void {
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte', 'drives' => 'La brebis'], 201);
		self::assertSame(['draft', null, ['uid' => 'alice', 'name' => 'Alice']], [$card['status'], $card['uid'], $card['steward']]);
		foreach (['bob', 'fanny'] as $other) {
			$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", $other);
			self::assertSame(0, $this->data('GET', '/members', $other)['total']);
		}
		$this->assertRefused(422, 'consent_missing', 'PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => 1]);
		self::assertSame([$card['id']], array_column($this->data('GET', '/members/kept', 'alice')['members'], 'id'));
	}

	public function testADatedConsentLetsItBePublished(): void {
		$card = $this->keptCard('alice', ['drives' => 'La brebis']);
		self::assertSame(['date' => '2026-11-20', 'how' => 'De vive voix'], $card['consent']);
		$seen = $this->data('GET', "/members/{$card['id']}", 'bob');
		self::assertSame('La brebis', $seen['drives']);
		self::assertSame('Alice', $seen['steward']['name']);
		self::assertArrayNotHasKey('consent', $seen);
	}

	public function testConsentNeedsAPastDayAndAManner(): void {
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte'], 201);
		$path = "/members/{$card['id']}/consent";
		$this->data('POST', $path, 'alice', ['date' => '2026-11-25', 'how' => 'Là où c’est déjà demain']);
		foreach (['2026-11-26', '24/11/2026', '2026-02-30', '', 'hier'] as $date) {
			$this->assertRefused(400, 'bad_date', 'POST', $path, 'alice', ['date' => $date, 'how' => 'Oral']);
		}
		$this->assertRefused(400, 'wrong_type', 'POST', $path, 'alice', ['date' => ['2026'], 'how' => 'Oral']);
		$this->assertRefused(400, 'how_missing', 'POST', $path, 'alice', ['date' => '2026-11-24', 'how' => ' ']);
		$this->assertRefused(400, 'too_long', 'POST', $path, 'alice', ['date' => '2026-11-24', 'how' => str_repeat('a', 501)]);
		$this->assertRefused(404, 'not_found', 'POST', $path, 'bob', ['date' => '2026-11-24', 'how' => 'Oral']);
	}

	public function testAWithdrawnCardNeedsANewConsent(): void {
		$card = $this->keptCard('alice');
		$gone = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'withdrawn', 'version' => $card['version']]);
		self::assertArrayNotHasKey('consent', $gone);
		$this->assertRefused(422, 'consent_missing', 'PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => $gone['version']]);
	}

	public function testACardNeedsAName(): void {
		$this->assertRefused(400, 'name_missing', 'POST', '/members', 'alice', ['drives' => 'x']);
	}

	public function testThePersonTakesTheirCardOverWithNothingLost(): void {
		$card = $this->keptCard('alice', self::fullCard('v', \OCA\Reseau\Shared\Audience\Audience::Me));
		$bob = $this->card('bob');
		$this->group('eau', $card, $bob);
		$link = $this->data('POST', "/members/{$card['id']}/claim-link", 'alice', [], 201);
		self::assertFalse($link['mailed']);
		$token = basename($link['url']);

		$this->account('victor');
		$claim = $this->data('GET', "/claims/$token", 'victor');
		self::assertSame(['Nom v', 'Alice', false], [$claim['name'], $claim['stewardName'], $claim['hasCard']]);
		$mine = $this->data('POST', "/claims/$token", 'victor', []);
		self::assertSame([$card['id'], 'victor'], [$mine['id'], $mine['uid']]);
		self::assertArrayNotHasKey('steward', $mine);
		foreach (['headline', 'drives', 'seeks', 'offers', 'values', 'territories', 'contact', 'audience'] as $part) {
			self::assertSame($card[$part], $mine[$part], $part);
		}
		self::assertSame(['Groupe eau'], array_column($this->data('GET', "/members/{$bob['id']}", 'victor')['together'], 'title'));
		// The former keeper now sees what any member sees.
		self::assertArrayNotHasKey('drives', $this->data('GET', "/members/{$card['id']}", 'alice'));
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/{$card['id']}", 'alice', ['drives' => 'x', 'version' => 9]);
		// Once is once.
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$token", 'bob');
		$this->assertRefused(404, 'claim_gone', 'POST', "/claims/$token", 'bob', []);
	}

	public function testTwoCardsOfOnePersonBecomeOneOnlyIfTheyWish(): void {
		$kept = $this->keptCard('alice', ['skills' => ['tonte'], 'drives' => 'La laine', 'audience' => ['drives' => 'public']]);
		$own = $this->card('bob', ['skills' => ['tonte', 'tissage'], 'drives' => 'Le fil', 'audience' => ['drives' => 'groups']]);
		$fanny = $this->card('fanny');
		$this->group('eau', $own, $fanny);
		$token = basename($this->data('POST', "/members/{$kept['id']}/claim-link", 'alice', [], 201)['url']);
		self::assertTrue($this->data('GET', "/claims/$token", 'bob')['hasCard']);
		$this->assertRefused(409, 'has_card', 'POST', "/claims/$token", 'bob', []);
		$one = $this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
		self::assertSame(['tonte', 'tissage'], $one['skills']);
		self::assertSame("La laine\nLe fil", $one['drives']);
		self::assertSame('groups', $one['audience']['drives']);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$own['id']}", 'bob');
		self::assertSame(['Groupe eau'], array_column($this->data('GET', "/members/{$one['id']}", 'fanny')['together'], 'title'));
		self::assertCount(2, $this->data('GET', '/members', 'fanny')['members']);
	}

	/** A person with a hidden card stays hidden after taking over another one. */
	#[DataProvider('statuses')]
	public function testMergedCardsHaveTheStatusOfTheOwnOne(string $status): void {
		$kept = $this->keptCard('alice', ['skills' => ['tonte']]);
		$own = $this->card('bob');
		$this->card('fanny');
		if ($status !== 'published') {
			$this->data('PUT', "/members/{$own['id']}/status", 'bob', ['status' => $status, 'version' => $own['version']]);
		}
		$token = basename($this->data('POST', "/members/{$kept['id']}/claim-link", 'alice', [], 201)['url']);
		$one = $this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
		self::assertSame([$status, 'bob', ['tonte']], [$one['status'], $one['uid'], $one['skills']]);
		$this->data('GET', "/members/{$one['id']}", 'fanny', null, $status === 'published' ? 200 : 404);
		self::assertCount($status === 'published' ? 2 : 1, $this->data('GET', '/members', 'fanny')['members']);
		self::assertSame($status === 'published' ? 1 : 0, $this->data('GET', '/members', 'fanny', ['q' => 'tonte'])['total']);
	}

	/** @return array<string, array{string}> */
	public static function statuses(): array {
		return ['published' => ['published'], 'paused' => ['paused'], 'withdrawn' => ['withdrawn']];
	}

	public function testAUsedLinkIsDeleted(): void {
		$kept = $this->keptCard('alice');
		$token = basename($this->data('POST', "/members/{$kept['id']}/claim-link", 'alice', [], 201)['url']);
		$links = fn (): int => (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_claims`')->fetchOne();
		self::assertSame(1, $links());
		$this->data('POST', "/claims/$token", 'bob', []);
		self::assertSame(0, $links());
	}

	public function testALinkExpiresOrIsReplacedOrRevoked(): void {
		$card = $this->keptCard('alice');
		$make = fn (string $uid): string => basename($this->data('POST', "/members/{$card['id']}/claim-link", $uid, [], 201)['url']);
		$first = $make('alice');
		$second = $make('fanny');
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$first", 'bob');
		$this->data('DELETE', "/members/{$card['id']}/claim-link", 'alice');
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$second", 'bob');
		$third = $make('alice');
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 30 * 86400 + 1);
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$third", 'bob');
	}

	public function testTheLinkGoesByMailOnlyToAnAddressTheSenderMaySee(): void {
		$card = $this->keptCard('alice', ['contact' => ['email' => 'sans.compte@example.org'], 'audience' => ['contact' => 'me']]);
		$link = $this->data('POST', "/members/{$card['id']}/claim-link", 'alice', ['mail' => true], 201);
		self::assertTrue($link['mailed']);
		$mails = $this->kernel->mails();
		self::assertCount(1, $mails);
		self::assertStringContainsString(strtr($link['url'], ['/claim/' => '/card/']), json_encode($mails[0], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES));
		$this->assertRefused(422, 'no_address', 'POST', "/members/{$card['id']}/claim-link", 'fanny', ['mail' => true]);
		self::assertCount(1, $this->kernel->mails());
	}

	public function testThePageOfALinkSaysOnlyOfASentMailThatItWasSent(): void {
		$card = $this->keptCard('alice', ['contact' => ['email' => 'sans.compte@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'withdrawn', 'version' => $card['version']]);
		$token = basename($this->data('POST', "/members/{$card['id']}/claim-link", 'alice', [], 201)['url']);
		$send = fn (): string => $this->kernel->request('POST', "/index.php/apps/reseau/card/$token", null, ['answer' => 'send'])->body;
		self::assertStringContainsString('n’a pas pu être envoyé', $send());
		$agreed = $this->data('POST', "/members/{$card['id']}/consent", 'alice', ['date' => '2026-11-21', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'published', 'version' => $agreed['version']]);
		self::assertStringContainsString('Regardez vos courriels', $send());
		self::assertStringContainsString('déjà reçu ce lien', $send());
	}

	public function testTheCreatorOfALinkCannotUseIt(): void {
		$card = $this->keptCard('alice', ['contact' => ['phone' => '01 99 00 11 06'], 'audience' => ['phone' => 'me']]);
		foreach (['fanny', 'alice'] as $maker) {
			$token = basename($this->data('POST', "/members/{$card['id']}/claim-link", $maker, [], 201)['url']);
			$this->assertRefused(422, 'own_link', 'POST', "/claims/$token", $maker, ['merge' => true]);
			self::assertNull($this->data('GET', "/members/{$card['id']}", 'bob')['uid']);
		}
		$export = $this->data('GET', "/members/{$card['id']}/export", 'alice');
		self::assertSame('alice', $export['claimLink']['by']);
	}

	public function testTheNumberOfMailsIsLimited(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$card = $this->keptCard('alice', ['contact' => ['email' => 'sans.compte@example.org']]);
		for ($i = 0; $i < 20; $i++) {
			self::assertSame(201, $this->ask('POST', "/members/{$card['id']}/claim-link", 'alice', ['mail' => true])->status);
		}
		$this->assertRefused(429, 'enough_mails', 'POST', "/members/{$card['id']}/claim-link", 'alice', ['mail' => true]);
		self::assertCount(20, $this->kernel->mails());
		$this->data('POST', "/members/{$card['id']}/claim-link", 'alice', [], 201);
	}

	public function testWithoutFacilitatorsTheAdministratorsKeepOrphanedCards(): void {
		$this->account('root', ['admin']);
		$card = $this->keptCard('alice');
		$this->assertRefused(404, 'not_found', 'PUT', '/members/99/steward', 'root', ['uid' => null]);
		$this->kernel->get(IUserManager::class)->get('fanny')->delete();
		$this->assertRefused(422, 'unknown_steward', 'PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => null]);
		$this->kernel->get(IUserManager::class)->get('alice')->delete();
		self::assertTrue($this->data('GET', "/members/{$card['id']}", 'root')['can']['edit']);
		$this->facilitator('felix');
		self::assertFalse($this->data('GET', "/members/{$card['id']}", 'root')['can']['edit']);
		self::assertTrue($this->data('GET', "/members/{$card['id']}", 'felix')['can']['edit']);
	}

	public function testACardPassesToAFacilitatorOrToAllOfThem(): void {
		$card = $this->keptCard('alice', ['limits' => 'Pas le soir', 'audience' => ['limits' => 'me']]);
		$this->assertRefused(422, 'unknown_steward', 'PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => 'bob']);
		$this->data('PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => 'fanny']);
		self::assertSame('Pas le soir', $this->data('GET', "/members/{$card['id']}", 'fanny')['limits']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => null]);
		$this->data('PUT', "/members/{$card['id']}/steward", 'fanny', ['uid' => null]);
		$this->facilitator('felix');
		self::assertSame('Pas le soir', $this->data('GET', "/members/{$card['id']}", 'felix')['limits']);
		self::assertArrayNotHasKey('limits', $this->data('GET', "/members/{$card['id']}", 'alice'));
	}

	public function testTheCardsOfADeletedKeeperPassToTheFacilitators(): void {
		$card = $this->keptCard('alice');
		$draft = $this->data('POST', '/members', 'alice', ['name' => 'Brouillon'], 201);
		$token = basename($this->data('POST', "/members/{$card['id']}/claim-link", 'alice', [], 201)['url']);
		$this->kernel->get(IUserManager::class)->get('alice')->delete();
		self::assertEqualsCanonicalizing([$card['id'], $draft['id']], array_column($this->data('GET', '/members/kept', 'fanny')['members'], 'id'));
		self::assertSame(['uid' => null, 'name' => ''], $this->data('GET', "/members/{$card['id']}", 'bob')['steward']);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$draft['id']}", 'bob');
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$token", 'bob');
	}

	public function testActionsOnKeptCardsAreRefusedForOthers(): void {
		$card = $this->card('bob');
		$this->assertRefused(422, 'has_account', 'POST', "/members/{$card['id']}/consent", 'bob', ['date' => '2026-11-24', 'how' => 'x']);
		$this->assertRefused(422, 'has_account', 'POST', "/members/{$card['id']}/claim-link", 'bob', []);
		$this->assertRefused(422, 'has_account', 'PUT', "/members/{$card['id']}/steward", 'bob', ['uid' => null]);
	}
}
