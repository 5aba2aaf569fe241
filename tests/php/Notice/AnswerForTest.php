<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use PHPUnit\Framework\Attributes\Group;

/** The keeper of a card answers a notice, or writes to a member, for its person. */
#[Group('databases')]
class AnswerForTest extends NoticeTestCase {
	/** @return array<string, mixed> the conversation, or the refusal */
	private function answerFor(string $uid, string $person, int $notice, int $status = 201, string $text = 'Jeanne en a un.', ?string $key = null): array {
		return $this->data('POST', "/notices/$notice/conversations", $uid, ['text' => $text, 'key' => $key ?? $this->key(), 'for' => $this->cards[$person]], $status);
	}

	public function testTheAuthorReadsBothNames(): void {
		$notice = $this->publish('odile')['id'];
		$writing = fn (): array => $this->data('GET', "/notices/$notice/writing?for={$this->cards['jeanne']}", 'peire');
		$this->answer('peire', $notice);
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => null], $writing());
		$key = $this->key();
		$thread = $this->answerFor('peire', 'jeanne', $notice, key: $key);
		self::assertSame(['Jeanne Bru', 'Odile Marcenac', 'notice'], [$thread['for']['name'], $thread['with'][0]['name'], $thread['about']['type']]);
		self::assertSame($thread['id'], $this->answerFor('peire', 'jeanne', $notice, key: $key)['id']);
		$read = $this->data('GET', "/conversations/{$thread['id']}", 'odile');
		self::assertSame([['Jeanne Bru', 'Peire', 'Jeanne en a un.']], array_map(static fn (array $message): array => [$message['from'], $message['by'], $message['text']], $read['messages']));
		self::assertContains('Jeanne Bru wrote to you', $this->notified('odile'));
		$this->data('POST', "/conversations/{$thread['id']}/messages", 'odile', ['text' => 'Merci à elle.', 'key' => $this->key()], 201);
		self::assertContains('Odile Marcenac wrote to Jeanne Bru, whose card you keep', $this->notified('peire'));
		self::assertSame($thread['id'], $writing()['conversation']);
	}

	/** The person who gets the answer reads how it was given, also in the messages that follow; answers people write themselves have no such note. */
	public function testHowItWasSaidIsKept(): void {
		$notice = $this->publish('odile')['id'];
		$answer = ['text' => 'Jeanne en a un.', 'for' => $this->cards['jeanne']];
		$id = $this->data('POST', "/notices/$notice/conversations", 'peire', $answer + ['how' => 'phone', 'key' => $this->key()], 201)['id'];
		$this->data('POST', "/conversations/$id/messages", 'odile', ['text' => 'Merci à elle.', 'how' => 'mail', 'key' => $this->key()], 201);
		$this->data('POST', "/conversations/$id/messages", 'peire', ['text' => 'Elle vous salue.', 'how' => 'aloud', 'key' => $this->key()], 201);
		$this->data('POST', "/conversations/$id/messages", 'peire', ['text' => 'Et encore.', 'key' => $this->key()], 201);
		foreach (['odile', 'peire'] as $uid) {
			self::assertSame(['phone', null, 'aloud', null], array_column($this->data('GET', "/conversations/$id", $uid)['messages'], 'how'));
		}
		$this->assertRefused(400, 'unknown_way', 'POST', "/conversations/$id/messages", 'peire', ['text' => 'Bonjour', 'how' => 'pigeon', 'key' => $this->key()]);
		$this->assertRefused(400, 'unknown_way', 'POST', "/notices/$notice/conversations", 'peire', $answer + ['how' => ['phone'], 'key' => $this->key()]);
	}

	public function testOnlyItsKeeperWritesForACard(): void {
		$notice = $this->publish('odile')['id'];
		foreach (['yamina' => 'jeanne', 'fanny' => 'jeanne', 'peire' => 'yamina'] as $uid => $person) {
			self::assertSame('unknown_member', $this->answerFor($uid, $person, $notice, 400)['error']);
			self::assertSame('unknown_member', $this->data('GET', "/notices/$notice/writing?for={$this->cards[$person]}", $uid, null, 400)['error']);
		}
		foreach (['no number', 0, -1, [1], '99999999999999999999'] as $for) {
			self::assertSame('unknown_member', $this->data('POST', "/notices/$notice/conversations", 'peire', ['text' => 'Bonjour', 'key' => $this->key(), 'for' => $for], 400)['error']);
		}
		// For oneself, said aloud.
		self::assertNull($this->data('POST', "/notices/$notice/conversations", 'peire', ['text' => 'Bonjour', 'key' => $this->key(), 'for' => $this->cards['peire']], 201)['for']);
	}

	public function testWhatIsInTheWayIsSaid(): void {
		$notice = $this->publish('odile')['id'];
		$refused = fn (int $notice): string => $this->answerFor('peire', 'jeanne', $notice, 422)['error'];
		self::assertSame('own_card', $refused($this->publish('peire')['id']));
		self::assertSame('own_card', $refused($this->publish('peire', ['memberId' => $this->cards['jeanne']])['id']));
		$this->cards['berthe'] = $this->keptCard('peire', ['name' => 'Berthe Fournil'])['id'];
		self::assertSame('kept_card', $refused($this->publish('peire', ['memberId' => $this->cards['berthe']])['id']));
		$this->setStatus('peire', 'jeanne', 'paused');
		self::assertSame('card_hidden', $refused($notice));
		$this->setStatus('peire', 'jeanne', 'published');
		$this->data('POST', "/notices/$notice/end", 'odile');
		self::assertSame('notice_ended', $refused($notice));
		$other = $this->publish('odile')['id'];
		$thread = $this->answerFor('peire', 'jeanne', $other)['id'];
		$this->data('PUT', "/conversations/$thread/report", 'odile', ['reported' => true]);
		$this->data('PUT', "/conversations/$thread/state", 'fanny', ['state' => 'stopped']);
		self::assertSame('conversation_stopped', $refused($other));
	}

	public function testANoticeForAGroupIsAnsweredForItsPeople(): void {
		$this->group('terre', ['id' => $this->cards['odile']], ['id' => $this->cards['peire']]);
		$notice = $this->publish('odile', ['groupId' => (int)$this->groupId('terre'), 'audience' => 'group'])['id'];
		self::assertSame('notice_of_group', $this->answerFor('peire', 'jeanne', $notice, 422)['error']);
		self::assertSame('notice_of_group', $this->data('GET', "/notices/$notice/writing?for={$this->cards['jeanne']}", 'peire', null, 422)['error']);
		$this->group('terre', ['id' => $this->cards['odile']], ['id' => $this->cards['peire']], ['id' => $this->cards['jeanne']]);
		$this->answerFor('peire', 'jeanne', $notice);
	}

	public function testAMemberIsWrittenToForAPerson(): void {
		$to = "/members/{$this->cards['odile']}";
		$for = $this->cards['jeanne'];
		$thread = $this->data('POST', "$to/conversations", 'peire', ['text' => 'Jeanne vous salue.', 'key' => $this->key(), 'for' => $for], 201);
		self::assertSame(['Jeanne Bru', $thread['id']], [$thread['for']['name'], $this->data('GET', "$to/writing?for=$for", 'peire')['conversation']]);
		self::assertNull($this->data('GET', "$to/writing", 'peire')['conversation']);
		// The groups that count are hers.
		$this->data('PUT', '/writing', 'yamina', ['writers' => 'groups']);
		$this->group('terre', ['id' => $this->cards['yamina']], ['id' => $this->cards['peire']]);
		$obstacle = fn (string $query): ?string => $this->data('GET', "/members/{$this->cards['yamina']}/writing$query", 'peire')['obstacle'];
		self::assertSame([null, 'only_groups'], [$obstacle(''), $obstacle("?for=$for")]);
		$this->group('terre', ['id' => $this->cards['yamina']], ['id' => $this->cards['peire']], ['id' => $for]);
		self::assertNull($obstacle("?for=$for"));
	}

	public function testForOnePersonFewConversationsAreBegun(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 6) as $n) {
			$notice = $this->publish('odile', ['title' => "Outil $n"])['id'];
			$reply = $this->answerFor('peire', 'jeanne', $notice, $n < 6 ? 201 : 429);
		}
		self::assertSame('enough_conversations', $reply['error']);
		// For oneself there is room.
		$this->answer('peire', $notice);
	}
}
