<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;

abstract class SubscriptionTestCase extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('romain');
		foreach (['romain', 'odile', 'linh', 'peire'] as $uid) {
			$uid === 'romain' ?: $this->account($uid);
			$this->address($uid, "$uid@example.org");
		}
		$this->kernel->get(Network::class)->rename('La Cordée');
	}

	protected function address(string $uid, string $address): void {
		$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress($address);
	}

	/** @return array{wants: ?bool, address: bool, record: list<array{what: string, on: string, how: string}>} */
	protected function chooses(string $uid, bool $wants): array {
		return $this->data('PUT', '/subscription', $uid, ['wants' => $wants]);
	}

	/** @return list<Reader> of the letter */
	protected function readers(string $list = Subscriptions::LETTER): array {
		$this->subscriptions()->prepare($list);
		return $this->subscriptions()->readers($list, 0, 1000);
	}

	/** @return list<?string> the people it goes to */
	protected function addresses(string $list = Subscriptions::LETTER): array {
		return array_map(fn (Reader $reader): ?string => $this->subscriptions()->address($reader->id, $list), $this->readers($list));
	}

	protected function subscriptions(): Subscriptions {
		return $this->kernel->get(Subscriptions::class);
	}

	/** @param ?array<string, string> $body */
	protected function page(string $path, ?array $body = null, int $status = 200): string {
		$this->kernel->resetLimits();
		$reply = $this->followed($this->kernel->request($body === null ? 'GET' : 'POST', "/index.php/apps/reseau/$path", null, $body === null ? null : http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']));
		self::assertSame($status, $reply->status, "$path: $reply->body $reply->error");
		self::assertStringNotContainsString('<script', $reply->body);
		self::assertLessThan(100_000, strlen($reply->body));
		// One cannot see what a fixed space is, nor what a text in HTML is escaped to.
		return str_replace("\u{a0}", ' ', html_entity_decode($reply->body, ENT_QUOTES | ENT_HTML5));
	}

	/** @return list<array<string, mixed>> mails to an address */
	protected function mailed(string $address): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => array_key_exists($address, $mail['to'])));
	}

	/** The secret in the link of the last mail to an address. */
	protected function token(string $page, string $address): string {
		$mails = $this->mailed($address);
		self::assertSame(1, preg_match("~/$page/(\\w{32})\\b~", end($mails)['plain'] ?? '', $found), "no link of $page");
		return $found[1];
	}

	/** A person without an account subscribes and says yes. */
	protected function subscribes(string $address, string $name = ''): string {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->page('subscribe', ['email' => $address, 'name' => $name]);
		$token = $this->token('subscribe', $address);
		$this->page("subscribe/$token", ['answer' => 'confirm', 'name' => $name]);
		return $token;
	}

	protected function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	/**
	 * @param literal-string $sql
	 * @param list<mixed> $parameters
	 * @return list<array<string, mixed>>
	 */
	protected function rows(string $sql, array $parameters = []): array {
		return $this->kernel->get(IDBConnection::class)->executeQuery($sql, $parameters)->fetchAll();
	}
}
