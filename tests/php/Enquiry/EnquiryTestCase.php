<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Enquiry;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;

/** A network with an open showcase, with the group “eau”, which Alice facilitates; Fanny facilitates the network. */
abstract class EnquiryTestCase extends NetworkTestCase {
	protected const WROTE = 'Un courriel part vers l’adresse';
	protected const TEXT = "Bonjour,\n\npuis-je venir à votre prochaine rencontre ?";

	protected int $group = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		foreach (['fanny', 'alice', 'bob'] as $uid) {
			$uid === 'fanny' ?: $this->account($uid);
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
		}
		$network = $this->kernel->get(Network::class);
		$network->rename('La Cordée');
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$card = $this->card('alice', ['name' => 'Alice Vent']);
		$this->group('eau', $card, $this->card('bob', ['name' => 'Bob Roc']));
		$this->load([['id' => 'eau', 'title' => 'Groupe eau', 'purpose' => 'Garder la pluie', 'facilitators' => ["m{$card['id']}"], 'memberships' => [['member' => "m{$card['id']}"]]]]);
		$this->group = (int)$this->groupId('eau');
		$this->data('PUT', "/groups/$this->group/showcase", 'alice', ['shown' => true]);
	}

	/** @param ?array<string, mixed> $body */
	protected function page(string $path, ?array $body = null, int $status = 200): string {
		$this->kernel->resetLimits();
		return $this->asked($path, $body, $status);
	}

	/** @param ?array<string, mixed> $body */
	protected function asked(string $path, ?array $body = null, int $status = 200): string {
		$reply = $this->followed($this->kernel->request($body === null ? 'GET' : 'POST', "/index.php/apps/reseau/$path", null, $body === null ? null : http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']));
		self::assertSame($status, $reply->status, "$path: $reply->body $reply->error");
		self::assertStringNotContainsString('<script', $reply->body);
		// One cannot see what a fixed space is, nor what a text in HTML is escaped to.
		return str_replace("\u{a0}", ' ', html_entity_decode($reply->body, ENT_QUOTES | ENT_HTML5));
	}

	/** @return array<string, string> */
	protected static function form(string $address = 'zoe@example.org', string $text = self::TEXT): array {
		return ['answer' => 'write', 'name' => 'Zoé Alric', 'email' => $address, 'text' => $text];
	}

	/** A visitor writes, and sends it by the link in their email; returns its token. */
	protected function written(string $about, string $address = 'zoe@example.org', string $text = self::TEXT): string {
		$token = $this->waiting($about, $address, $text);
		self::assertStringContainsString('Votre message est parti', $this->page("write/$token", ['answer' => 'send']));
		return $token;
	}

	/** The same, not sent yet. */
	protected function waiting(string $about, string $address = 'zoe@example.org', string $text = self::TEXT): string {
		self::assertStringContainsString(self::WROTE, $this->page("public/write/$about", self::form($address, $text)));
		return $this->token($address);
	}

	protected function token(string $address): string {
		$mails = $this->mailed($address);
		self::assertSame(1, preg_match('~/write/(\w{32})\b~', end($mails)['plain'] ?? '', $found), 'no link');
		return $found[1];
	}

	/** @return list<array<string, mixed>> mails to an address */
	protected function mailed(string $address): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => array_key_exists($address, $mail['to'])));
	}

	/** @return list<array<string, mixed>> */
	protected function read(string $uid): array {
		return $this->data('GET', '/enquiries', $uid)['enquiries'];
	}

	protected function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	protected function rows(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_enquiries`')->fetchOne();
	}
}
