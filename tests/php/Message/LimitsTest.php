<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCA\Reseau\Message\MessageRules;

/** How much a person may write. */
class LimitsTest extends MessageTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->kernel->config['ratelimit.protection.enabled'] = true;
	}

	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/message-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, MessageRules::LIMITS);
	}

	public function testManyMessagesToOnePerson(): void {
		$id = $this->start('odile', 'yamina')['id'];
		foreach (range(2, 20) as $n) {
			$this->write('odile', $id, "Message $n");
		}
		self::assertSame('enough_messages', $this->write('odile', $id, status: 429)['error']);
		// What was sent before is answered as before.
		$this->write('yamina', $id);
		$this->start('odile', 'zohra');
	}

	public function testManyPeople(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = false;
		foreach (range(1, 11) as $n) {
			$this->account("member$n");
			$this->cards["member$n"] = $this->card("member$n", ['name' => "Membre $n"])['id'];
		}
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 10) as $n) {
			$this->start('odile', "member$n");
			$this->start('fanny', "member$n");
		}
		$reply = $this->ask('POST', "/members/{$this->cards['member11']}/conversations", 'odile', ['text' => 'Bonjour.', 'key' => 'key-of-the-eleventh']);
		self::assertSame([429, null], [$reply->status, $reply->headers['Retry-After'] ?? null], 'it is more than the minute of the route');
		self::assertSame('enough_conversations', $this->start('odile', 'member11', status: 429)['error']);
		$this->start('odile', 'member1');
		$this->start('fanny', 'member11');
	}
}
