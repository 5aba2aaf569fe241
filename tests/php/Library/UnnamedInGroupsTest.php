<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use PHPUnit\Framework\Attributes\Group;

/** Odile is the unnamed author of a sheet, and in a group with Linh, who wrote to her about it: what one is written as author is found by nothing of the group, nor of kept cards. */
#[Group('databases')]
class UnnamedInGroupsTest extends LibraryTestCase {
	private int $keys = 0;
	private int $group = 0;
	private int $file = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->group = $this->data('POST', '/groups', 'romain', ['title' => 'Eau de pluie', 'key' => 'first'], 201)['id'];
		$this->data('POST', "/groups/$this->group/making/lease", 'romain', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'romain', ['runner' => 'r', 'step' => 'done']);
		foreach (['odile', 'linh'] as $uid) {
			if ($this->data('POST', "/groups/$this->group/join", $uid, [])['mine']['state'] === 'requested') {
				$this->data('POST', "/groups/$this->group/people/{$this->cards[$uid]['id']}/admit", 'romain');
			}
		}
		$this->file = $this->file('a.md');
		$this->published($this->file, ['anonymous' => true, 'reachable' => true]);
	}

	/** @return array<string, mixed> */
	private function message(): array {
		return ['text' => 'Comment avez-vous fait ?', 'key' => sprintf('key-%08d', $this->keys++)];
	}

	/** @param array<string, mixed> $more */
	private function toAuthor(string $uid = 'linh', array $more = []): int {
		return $this->data('POST', "/sheets/$this->file/conversations", $uid, $this->message() + $more, 201)['id'];
	}

	private function stop(int $conversation, string $state = 'stopped'): void {
		$this->data('PUT', "/conversations/$conversation/report", 'linh', ['reported' => true]);
		$this->data('PUT', "/conversations/$conversation/state", 'romain', ['state' => $state]);
	}

	private function people(): int {
		return $this->data('GET', "/groups/$this->group/writing", 'linh')['people'];
	}

	public function testAStopIsNotSeenInTheNumberOfPeople(): void {
		$masked = $this->toAuthor();
		self::assertSame(2, $this->people());
		$this->stop($masked);
		self::assertSame(2, $this->people());
		self::assertSame(2, $this->data('POST', "/groups/$this->group/conversations", 'linh', $this->message() + ['to' => 'people'], 201)['people']);
		$named = $this->data('POST', "/members/{$this->cards['odile']['id']}/conversations", 'linh', $this->message(), 201)['id'];
		$this->stop($masked, 'open');
		$this->stop($named);
		self::assertSame(1, $this->people());
		self::assertNull($this->data('GET', "/sheets/$this->file/writing", 'linh')['obstacle']);
		self::assertSame($masked, $this->data('GET', "/sheets/$this->file/writing", 'linh')['conversation']);
	}

	public function testAMessageToAllContinuesNoConversationWithAnAuthor(): void {
		$masked = $this->toAuthor();
		$before = $this->data('GET', "/conversations/$masked", 'linh');
		$this->data('POST', "/groups/$this->group/conversations", 'linh', $this->message() + ['to' => 'people'], 201);
		self::assertSame($before, $this->data('GET', "/conversations/$masked", 'linh'));
		self::assertNull($this->data('GET', "/sheets/$this->file/writing", 'linh')['obstacle']);
		[$all, $author] = $this->data('GET', '/conversations', 'linh')['conversations'];
		self::assertSame([['to' => 'people', 'people' => 2], null, ['author']], [$all['bulk'], $author['bulk'], $author['with']]);
		$each = $this->data('GET', "/conversations/{$all['id']}/bulk", 'linh');
		self::assertSame(['Odile', 'Romain'], array_map(static fn (array $one): string => $one['with'][0]['name'], $each));
		self::assertSame([], $this->data('GET', "/conversations/$masked/bulk", 'linh'));
		self::assertSame([], $this->data('GET', "/conversations/$masked/bulk", 'odile'));
	}

	/** A keeper could try out which of their people it is refused for. */
	public function testNobodyWritesToAnAuthorForOthers(): void {
		$kept = $this->keptCard('linh', ['name' => 'Marcel'])['id'];
		$masked = $this->toAuthor(more: ['for' => $kept]);
		self::assertNull($this->data('GET', "/conversations/$masked", 'linh')['for']);
		self::assertSame('Linh', $this->data('GET', "/conversations/$masked", 'odile')['with'][0]['name']);
		self::assertSame($masked, $this->toAuthor());
	}
}
