<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use Sandbox\Service\Notifications;

/** Odile and Yamina with cards, Peire who keeps the one of Jeanne, and Fanny who facilitates the network. */
abstract class MessageTestCase extends NetworkTestCase {
	/** @var array<string, int> numbers of cards */
	protected array $cards = [];

	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'yamina', 'peire', 'fanny', 'zohra'] as $uid) {
			$uid === 'fanny' ? $this->facilitator($uid) : $this->account($uid);
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid) . ' Marcenac'])['id'];
		}
		$this->cards['jeanne'] = $this->keptCard('peire', ['name' => 'Jeanne Bru'])['id'];
	}

	protected function key(): string {
		return sprintf('key-%08d', $this->keys++);
	}

	/** @return array<string, mixed> the conversation */
	protected function start(string $uid, string $to, string $text = 'Bonjour, votre grange est-elle libre ?', int $status = 201): array {
		return $this->data('POST', "/members/{$this->cards[$to]}/conversations", $uid, ['text' => $text, 'key' => $this->key()], $status);
	}

	/** @return array<string, mixed> the conversation */
	protected function write(string $uid, int $conversation, string $text = 'Oui, en mai.', int $status = 201): array {
		return $this->data('POST', "/conversations/$conversation/messages", $uid, ['text' => $text, 'key' => $this->key()], $status);
	}

	/** @return array<string, mixed> */
	protected function read(string $uid, int $conversation): array {
		return $this->data('GET', "/conversations/$conversation", $uid);
	}

	/** @return list<array<string, mixed>> messages that Home says wait */
	protected function unread(string $uid): array {
		return array_values(array_filter($this->data('GET', '/home', $uid)['awaits'], static fn (array $line): bool => $line['kind'] === 'messages'));
	}

	/** @return list<string> subjects of the notifications of an account */
	protected function notified(string $uid): array {
		return array_values(array_map(static fn ($one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of($uid, 'en')));
	}

	/** @return list<array<string, mixed>> mails to an account */
	protected function mailed(string $uid): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"])));
	}

	protected function setStatus(string $uid, string $card, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $version]);
	}

	/** @param array<string, mixed> $conversation */
	protected static function texts(array $conversation): array {
		return array_column($conversation['messages'], 'text');
	}
}
