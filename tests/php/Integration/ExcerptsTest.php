<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Where only the beginning of a text is shown: a text that just fits is whole, one that is a letter longer is cut. */
class ExcerptsTest extends NetworkTestCase {
	/** @return iterable<string, array{int, string}> the most letters, and what makes the text and reads it in the list */
	public static function lists(): iterable {
		yield 'the purpose of a group' => [300, 'purpose'];
		yield 'the text of a notice' => [220, 'notice'];
		yield 'the last message of a conversation' => [140, 'message'];
		yield 'what a person who asks to join would do' => [140, 'request'];
	}

	#[DataProvider('lists')]
	public function testATextThatJustFitsIsWhole(int $most, string $where): void {
		foreach (['linh', 'odile'] as $uid) {
			$this->account($uid);
			$cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)])['id'];
		}
		$text = 'Une grange et ' . str_repeat('é', $most - 14);
		self::assertSame($text, $this->{$where}($text, $cards['linh']));
		$cut = $this->{$where}($text . 'é', $cards['linh']);
		self::assertSame(mb_substr($text, 0, $most - 1) . '…', $cut);
	}

	private function purpose(string $text): string {
		$id = $this->data('POST', '/groups', 'linh', ['title' => 'Eau', 'purpose' => $text, 'key' => 'key-' . mb_strlen($text)], 201)['id'];
		return array_column($this->data('GET', '/groups', 'odile'), 'purpose', 'id')[$id];
	}

	private function notice(string $text): string {
		$id = $this->data('POST', '/notices', 'linh', ['kind' => 'offer', 'title' => 'Une grange', 'text' => $text, 'key' => 'a-key-' . mb_strlen($text)], 201)['id'];
		return array_column($this->data('GET', '/notices', 'odile')['notices'], 'excerpt', 'id')[$id];
	}

	private function message(string $text, int $to): string {
		$id = $this->data('POST', "/members/$to/conversations", 'odile', ['text' => $text, 'key' => 'a-key-' . mb_strlen($text)], 201)['id'];
		return array_column($this->data('GET', '/conversations', 'linh')['conversations'], 'last', 'id')[$id];
	}

	private function request(string $text): string {
		$id = $this->data('POST', '/groups', 'linh', ['title' => 'Eau', 'join' => 'request', 'key' => 'key-' . mb_strlen($text)], 201)['id'];
		$this->data('POST', "/groups/$id/making/lease", 'linh', ['runner' => 'r']);
		$this->data('PUT', "/groups/$id/making", 'linh', ['runner' => 'r', 'step' => 'done']);
		$this->data('POST', "/groups/$id/join", 'odile', ['commitment' => $text]);
		$lines = array_filter($this->data('GET', '/home', 'linh')['awaits'], static fn (array $line): bool => ($line['group']['id'] ?? 0) === $id);
		return implode(' ', array_column($lines, 'text'));
	}
}
