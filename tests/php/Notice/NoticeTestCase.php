<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use Sandbox\Service\Notifications;

/** Odile, Yamina and Zohra with cards, Peire who keeps the one of Jeanne, Fanny who facilitates the network; Odile and Yamina share a group. */
abstract class NoticeTestCase extends NetworkTestCase {
	/** @var array<string, int> numbers of cards */
	protected array $cards = [];

	protected int $group;

	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'yamina', 'peire', 'fanny', 'zohra'] as $uid) {
			$uid === 'fanny' ? $this->facilitator($uid) : $this->account($uid);
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid) . ' Marcenac'])['id'];
		}
		$this->cards['jeanne'] = $this->keptCard('peire', ['name' => 'Jeanne Bru'])['id'];
		$this->group('eau', ['id' => $this->cards['odile']], ['id' => $this->cards['yamina']]);
		$this->group = (int)$this->groupId('eau');
	}

	protected function key(): string {
		return sprintf('key-%08d', $this->keys++);
	}

	/**
	 * @param array<string, mixed> $words
	 * @return array<string, mixed> the notice
	 */
	protected function publish(string $uid, array $words = [], int $status = 201): array {
		return $this->data('POST', '/notices', $uid, $words + ['kind' => 'offer', 'title' => 'Un pressoir à prêter', 'key' => $this->key()], $status);
	}

	/** @return array<string, mixed> */
	protected function read(string $uid, int $notice): array {
		return $this->data('GET', "/notices/$notice", $uid);
	}

	/** @return list<string> titles of the notices a person finds */
	protected function found(string $uid, string $query = ''): array {
		return array_column($this->data('GET', "/notices$query", $uid)['notices'], 'title');
	}

	/** @return array<string, mixed> the conversation */
	protected function answer(string $uid, int $notice, string $text = 'Il m’intéresse.', int $status = 201): array {
		return $this->data('POST', "/notices/$notice/conversations", $uid, ['text' => $text, 'key' => $this->key()], $status);
	}

	/** @return list<string> subjects of the notifications of an account */
	protected function notified(string $uid): array {
		return array_values(array_map(static fn ($one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of($uid, 'en')));
	}

	protected function setStatus(string $uid, string $card, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $version]);
	}

	/** Days pass. */
	protected function days(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * 86_400);
	}
}
