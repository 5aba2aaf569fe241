<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

/** What the two people, the keeper of a card and a facilitator may do with a conversation, by its state: the page offers nothing else. */
class CanTest extends MessageTestCase {
	public function testAnOpenConversation(): void {
		$id = $this->start('odile', 'yamina')['id'];
		self::assertSame(['close mute report', 'close mute report', null], $this->may($id, 'odile', 'yamina', 'fanny'));
	}

	public function testAClosedConversation(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->data('PUT', "/conversations/$id/state", 'yamina', ['state' => 'closed']);
		self::assertSame(['reopen mute report', 'reopen mute report', null], $this->may($id, 'odile', 'yamina', 'fanny'));
	}

	public function testAConversationWithAKeptCard(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		self::assertSame(['close mute report', 'close carry mute report', null], $this->may($id, 'odile', 'peire', 'yamina'));
	}

	public function testAReportedConversation(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->data('PUT', "/conversations/$id/report", 'yamina', ['reported' => true]);
		self::assertSame(['close mute', 'close mute settle', 'settle stop'], $this->may($id, 'odile', 'yamina', 'fanny'));
		$this->data('PUT', "/conversations/$id/state", 'fanny', ['state' => 'stopped']);
		self::assertSame(['mute', 'mute settle', 'reopen settle'], $this->may($id, 'odile', 'yamina', 'fanny'));
	}

	/** @return list<?string> null: they do not see it */
	private function may(int $id, string ...$uids): array {
		return array_map(function (string $uid) use ($id): ?string {
			$reply = $this->ask('GET', "/conversations/$id", $uid);
			return $reply->status === 404 ? null : implode(' ', array_keys(array_filter($reply->data()['can'])));
		}, $uids);
	}
}
