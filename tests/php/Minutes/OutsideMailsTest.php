<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Files\IRootFolder;

/** Mails to people without an account, and what else reaches others: how many there may be, and what they never hold. */
class OutsideMailsTest extends NetworkTestCase {
	private const HOUR = 3600;

	/** What an attacker would write into every field. */
	private const BAIT = 'Lisez https://evil.example.org/a ou www.evil.example.org, evil.example.org/b, b@evil.example.org';

	protected function setUp(): void {
		parent::setUp();
		$this->kernel->createUser('odile', 'Odile ' . self::BAIT);
		$this->card('odile', ['name' => 'Odile']);
	}

	public function testMailsAreLimitedByHourAndByDay(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau'], 201)['id'];
		$start = $this->kernel->clock->getTime();
		$ask = fn (int $n): string => $this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'email' => "n$n@example.org"]]])['people'][0]['outcome'];
		$card = $this->data('POST', '/members', 'odile', ['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']], 201)['id'];
		foreach ([0, 1, 2] as $hour) {
			$this->kernel->clock->stopAt($start + $hour * (self::HOUR + 1));
			foreach (range(1, 20) as $n) {
				self::assertSame('mailed', $ask($hour * 100 + $n));
			}
			self::assertSame('later', $ask($hour * 100 + 21));
			$this->assertRefused(429, 'enough_mails', 'POST', "/members/$card/consent-mail", 'odile', []);
		}
		$this->kernel->clock->stopAt($start + 4 * self::HOUR);
		$this->assertRefused(429, 'enough_mails_today', 'POST', "/members/$card/consent-mail", 'odile', []);
		$this->assertRefused(429, 'enough_mails_today', 'POST', "/members/$card/claim-link", 'odile', ['mail' => true]);
		self::assertCount(60, $this->kernel->mails());
		$this->kernel->clock->stopAt($start + 27 * self::HOUR);
		$this->data('POST', "/members/$card/consent-mail", 'odile', [], 201);
	}

	public function testGroupsAndInvitationsAreLimitedByDay(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$this->account('linh');
		$linh = $this->card('linh')['id'];
		foreach (range(1, 30) as $n) {
			$group = $this->data('POST', '/groups', 'odile', ['title' => "Eau $n"], 201)['id'];
		}
		$this->assertRefused(429, 'enough_groups_today', 'POST', '/groups', 'odile', ['title' => 'Eau']);
		foreach (range(1, 100) as $n) {
			$this->data('POST', "/groups/$group/invitations", 'odile', ['memberId' => $linh]);
		}
		$this->assertRefused(429, 'enough_invitations_today', 'POST', "/groups/$group/invitations", 'odile', ['memberId' => $linh]);
		$asked = $this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'memberId' => $linh]]]);
		self::assertSame('later', $asked['people'][0]['outcome']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 25 * self::HOUR);
		$this->data('POST', '/groups', 'odile', ['title' => 'Eau'], 201);
	}

	/** Title, purpose, names and summaries are free texts; the mail is the first contact with the recipient, in the name of the network. */
	public function testMailsHaveNoLinksFromInput(): void {
		$group = $this->data('POST', '/groups', 'odile', ['title' => mb_substr(self::BAIT, 0, 120), 'purpose' => self::BAIT], 201)['id'];
		$this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'name' => self::BAIT, 'email' => 'qui@example.org']]]);
		$card = $this->data('POST', '/members', 'odile', ['name' => self::BAIT, 'contact' => ['email' => 'yvon@example.org']], 201)['id'];
		$this->data('POST', "/members/$card/consent-mail", 'odile', [], 201);
		self::assertTrue($this->data('POST', "/members/$card/claim-link", 'odile', ['mail' => true], 201)['mailed']);
		$this->kernel->createUser('fanny', self::BAIT, [Network::FACILITATORS_GROUP]);
		$this->data('POST', "/sheets/{$this->manifesto()}/signatures/mail", 'fanny', ['name' => self::BAIT, 'email' => 'signe@example.org'], 201);
		$mails = $this->kernel->mails();
		self::assertCount(4, $mails);
		foreach ($mails as $mail) {
			self::assertStringNotContainsString('evil', json_encode($mail, JSON_THROW_ON_ERROR), $mail['subject']);
		}
	}

	private function manifesto(): int {
		$this->load(['sectors' => [], 'resourceKinds' => [['id' => 'manifesto', 'fr' => 'Manifeste']]]);
		$folder = $this->kernel->get(IRootFolder::class)->getUserFolder('odile')->get('/Réseau commun');
		$this->kernel->get(Network::class)->setLibrary('/Réseau commun', $folder->getId());
		$file = $folder->newFile('Manifeste.md', 'Tenir parole.')->getId();
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 0, 'kind' => 'manifesto', 'title' => self::BAIT, 'summary' => self::BAIT]);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 1, 'status' => 'published']);
		return $file;
	}
}
