<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IConfig;
use OCP\IDBConnection;

/** Odile and Linh have accounts with addresses, and cards. */
abstract class DeliveryTestCase extends NetworkTestCase {
	protected const HOUR = 3600;
	protected const DAY = 86400;

	/** @var array<string, array<string, mixed>> */
	protected array $cards = [];

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh'] as $uid) {
			$this->person($uid);
		}
	}

	protected function person(string $uid, ?string $address = null): void {
		$this->kernel->createUser($uid, ucfirst($uid))->setEMailAddress($address ?? "$uid@example.org");
		$this->cards[$uid] = $this->card($uid);
	}

	protected function choose(string $uid, Kind $kind, Timing $timing): void {
		$this->data('PUT', '/notified', $uid, ['kind' => $kind->value, 'timing' => $timing->value]);
	}

	/** @return int the number of the conversation */
	protected function write(string $from, string $to, string $text = 'La grange est-elle libre ?'): int {
		return $this->data('POST', "/members/{$this->cards[$to]['id']}/conversations", $from, ['text' => $text, 'key' => bin2hex(random_bytes(8))], 201)['id'];
	}

	protected function zone(string $uid, string $zone): void {
		$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'timezone', $zone);
	}

	protected function at(string $time): void {
		$this->kernel->clock->stopAt((int)strtotime($time));
	}

	/** @param object ...$instead services in the place of others */
	protected function runMails(object ...$instead): void {
		$this->kernel->runJob(DailyMailJob::class, array_values($instead));
	}

	/** The next morning. */
	protected function morning(object ...$instead): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + self::DAY);
		$this->runMails(...$instead);
	}

	/** @return list<array<string, mixed>> mails to an account, the oldest first */
	protected function mailsTo(string $uid): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"])));
	}

	/** @return list<string> subjects of the notifications */
	protected function bell(string $uid): array {
		return array_column($this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid)->data(), 'subject');
	}

	/** @return list<array<string, mixed>> what waits for the next mails */
	protected function waiting(): array {
		return $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM *PREFIX*reseau_waiting ORDER BY id')->fetchAll();
	}

	protected static function token(array $mail): string {
		return preg_match('~/mails/(\w+)~', $mail['plain'], $found) === 1 ? $found[1] : '';
	}
}
