<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

#[Group('databases')]
class ConversationTest extends MessageTestCase {
	public function testTwoPeopleWriteToEachOther(): void {
		$id = $this->start('odile', 'yamina')['id'];
		self::assertSame(['Odile Marcenac wrote to you'], $this->notified('yamina'));
		self::assertSame([], $this->notified('odile'));
		$read = $this->read('yamina', $id);
		self::assertTrue($read['unread']);
		self::assertSame('Odile Marcenac', $read['with'][0]['name']);
		self::assertSame(['type' => 'member', 'id' => $this->cards['yamina'], 'title' => 'Yamina Marcenac'], $read['about']);
		$this->data('PUT', "/conversations/$id/read", 'yamina', ['upTo' => $read['messages'][0]['id']]);
		self::assertSame([], $this->notified('yamina'));
		$this->write('yamina', $id);
		$thread = $this->read('odile', $id);
		self::assertSame(['Bonjour, votre grange est-elle libre ?', 'Oui, en mai.'], self::texts($thread));
		self::assertSame([true, false], array_column($thread['messages'], 'mine'));
		self::assertTrue($thread['unread']);
		self::assertFalse($this->read('yamina', $id)['unread']);
		self::assertSame([1, 1], [count($this->mailed('yamina')), count($this->mailed('odile'))]);
	}

	public function testTheMailHasTheWordsAndNoAddress(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$mail = $this->mailed('yamina')[0];
		self::assertSame('Odile Marcenac vous a écrit', $mail['subject']);
		self::assertStringContainsString('votre grange est-elle libre ?', $mail['plain']);
		self::assertStringContainsString("messages/$id", $mail['plain']);
		self::assertStringContainsString('Les réponses à ce courriel ne sont pas lues', $mail['plain']);
		self::assertSame([], $mail['replyTo'] ?? []);
		self::assertStringNotContainsString('odile@example.org', json_encode($mail, JSON_THROW_ON_ERROR));
	}

	public function testTheSameKeyIsTheSameMessage(): void {
		$body = ['text' => 'Bonjour', 'key' => 'the-same-key'];
		$first = $this->data('POST', "/members/{$this->cards['yamina']}/conversations", 'odile', $body, 201);
		$second = $this->data('POST', "/members/{$this->cards['yamina']}/conversations", 'odile', $body, 201);
		self::assertSame($first['id'], $second['id']);
		self::assertCount(1, $second['messages']);
		self::assertCount(1, $this->mailed('yamina'));
		self::assertCount(1, $this->data('POST', "/conversations/{$first['id']}/messages", 'odile', $body, 201)['messages']);
		// Another person's key is another key.
		self::assertCount(2, $this->data('POST', "/conversations/{$first['id']}/messages", 'yamina', $body, 201)['messages']);
	}

	public function testTheyGoOnInTheConversationThereIs(): void {
		$id = $this->start('odile', 'yamina')['id'];
		self::assertSame($id, $this->start('odile', 'yamina', 'Et la cour ?')['id']);
		self::assertSame($id, $this->start('yamina', 'odile')['id']);
		$this->data('PUT', "/conversations/$id/state", 'yamina', ['state' => 'closed']);
		self::assertNotSame($id, $this->start('odile', 'yamina')['id']);
		self::assertSame($id, array_column($this->data('GET', '/conversations', 'yamina')['conversations'], 'id')[1]);
	}

	public function testTheFirstMessageHasNoLinks(): void {
		foreach (['Voyez https://example.org/a', 'Écrivez à moi@example.org', 'example.org'] as $text) {
			self::assertSame('links_too_early', $this->start('odile', 'yamina', $text, 422)['error']);
		}
		self::assertSame([], $this->data('GET', '/conversations', 'odile')['conversations']);
		$id = $this->start('odile', 'yamina')['id'];
		self::assertSame('links_too_early', $this->write('odile', $id, 'https://example.org/a', 422)['error']);
		$this->write('yamina', $id, 'Voici : https://example.org/grange');
		$this->write('odile', $id, 'Merci, la nôtre : https://example.org/a');
		self::assertStringNotContainsString('https://example.org/grange', $this->mailed('odile')[0]['plain']);
	}

	public function testWhatCannotBeAMessage(): void {
		$path = "/members/{$this->cards['yamina']}/conversations";
		foreach ([
			['text_missing', ['text' => " \n ", 'key' => 'a-key-of-mine']],
			['too_long', ['text' => str_repeat('a', 100_000), 'key' => 'a-key-of-mine']],
			['bad_text', ['text' => "a\0b", 'key' => 'a-key-of-mine']],
			['wrong_type', ['text' => ['a'], 'key' => 'a-key-of-mine']],
			['wrong_type', ['text' => 'Bonjour']],
			['bad_key', ['text' => 'Bonjour', 'key' => 'short']],
			['bad_key', ['text' => 'Bonjour', 'key' => str_repeat('k', 65)]],
		] as [$reason, $body]) {
			$this->assertRefused(400, $reason, 'POST', $path, 'odile', $body);
		}
		$this->data('POST', $path, 'odile', ['text' => str_repeat('é', 4000), 'key' => 'a-key-of-mine'], 201);
	}

	public function testTheTextIsEncrypted(): void {
		$this->start('odile', 'yamina', 'Un secret bien gardé');
		$rows = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_messages`')->fetchAll();
		self::assertStringNotContainsString('secret', json_encode($rows, JSON_THROW_ON_ERROR));
	}

	public function testItDoesNotExistForOthers(): void {
		$id = $this->start('odile', 'yamina')['id'];
		foreach (['zohra', 'peire', 'fanny'] as $uid) {
			self::assertSame([], $this->data('GET', '/conversations', $uid)['conversations']);
			foreach ([['GET', ''], ['POST', '/messages'], ['PUT', '/read'], ['PUT', '/state'], ['PUT', '/mute'], ['PUT', '/report']] as [$method, $path]) {
				$there = $this->ask($method, "/conversations/$id$path", $uid, $method === 'GET' ? null : ['text' => 'a', 'key' => 'key-key-key']);
				$missing = $this->ask($method, "/conversations/999$path", $uid, $method === 'GET' ? null : ['text' => 'a', 'key' => 'key-key-key']);
				self::assertSame([404, $missing->body], [$there->status, $there->body]);
			}
		}
	}

	public function testAHiddenCardIsLikeNone(): void {
		$this->setStatus('yamina', 'yamina', 'paused');
		$body = ['text' => 'Bonjour', 'key' => 'key-key-key'];
		foreach ([['GET', 'writing', null], ['POST', 'conversations', $body], ['POST', 'conversations', []]] as [$method, $path, $sent]) {
			$hidden = $this->ask($method, "/members/{$this->cards['yamina']}/$path", 'odile', $sent);
			$missing = $this->ask($method, "/members/999/$path", 'odile', $sent);
			self::assertSame([404, $missing->body], [$hidden->status, $hidden->body]);
		}
	}

	public function testWhoCannotWrite(): void {
		$this->account('newcomer');
		$obstacle = fn (string $uid, string $to): ?string => $this->data('GET', "/members/{$this->cards[$to]}/writing", $uid)['obstacle'];
		foreach ([['odile', 'odile', 'own_card'], ['peire', 'jeanne', 'kept_card'], ['newcomer', 'odile', 'no_card']] as [$uid, $to, $reason]) {
			self::assertSame($reason, $obstacle($uid, $to));
			self::assertSame($reason, $this->start($uid, $to, status: 422)['error']);
		}
		$this->setStatus('zohra', 'zohra', 'paused');
		self::assertSame('card_hidden', $obstacle('zohra', 'odile'));
		self::assertSame('card_hidden', $this->start('zohra', 'odile', status: 422)['error']);
		self::assertNull($obstacle('odile', 'yamina'));
	}

	public function testEachSaysWhoMayWriteFirst(): void {
		$obstacle = fn (string $uid): ?string => $this->data('GET', "/members/{$this->cards['yamina']}/writing", $uid)['obstacle'];
		self::assertSame('members', $this->data('GET', '/writing', 'yamina')['writers']);
		$this->assertRefused(400, 'unknown_writers', 'PUT', '/writing', 'yamina', ['writers' => 'friends']);
		$this->data('PUT', '/writing', 'yamina', ['writers' => 'groups']);
		self::assertSame('only_groups', $obstacle('odile'));
		self::assertSame('only_groups', $this->start('odile', 'yamina', status: 422)['error']);
		$this->group('eau', ['id' => $this->cards['yamina']], ['id' => $this->cards['odile']]);
		self::assertNull($obstacle('odile'));
		$this->data('PUT', '/writing', 'yamina', ['writers' => 'nobody']);
		self::assertSame('only_facilitators', $obstacle('odile'));
		self::assertNull($obstacle('fanny'));
		// The person she wrote to answers.
		$id = $this->start('yamina', 'odile')['id'];
		$this->write('odile', $id);
	}

	public function testClosingMutingAndReading(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->data('PUT', "/conversations/$id/mute", 'yamina', ['muted' => true]);
		self::assertSame([], $this->notified('yamina'));
		$this->write('odile', $id, 'Encore moi.');
		self::assertCount(1, $this->mailed('yamina'));
		self::assertFalse($this->read('odile', $id)['muted']);
		self::assertNull($this->read('odile', $id)['messages'][1]['undelivered']);
		self::assertSame([], array_column($this->data('GET', '/home', 'yamina')['awaits'], 'kind'));
		$this->data('PUT', "/conversations/$id/mute", 'yamina', ['muted' => false]);
		self::assertEquals([['kind' => 'messages', 'by' => 'Odile Marcenac', 'text' => 'Encore moi.', 'conversation' => $id]], $this->unread('yamina'));
		$this->data('PUT', "/conversations/$id/state", 'odile', ['state' => 'closed']);
		self::assertSame('conversation_closed', $this->write('yamina', $id, status: 422)['error']);
		self::assertSame('closed', $this->read('yamina', $id)['pause']);
		$this->assertRefused(400, 'unknown_state', 'PUT', "/conversations/$id/state", 'odile', ['state' => 'stopped']);
		$this->data('PUT', "/conversations/$id/state", 'yamina', ['state' => 'open']);
		$this->write('yamina', $id);
		self::assertEquals([['kind' => 'messages', 'by' => 'Yamina Marcenac', 'text' => 'Oui, en mai.', 'conversation' => $id]], $this->unread('odile'));
		self::assertNotContains('messages', array_column($this->data('GET', '/home', 'yamina')['awaits'], 'kind'));
	}

	public function testAReportLetsTheFacilitatorsRead(): void {
		$id = $this->start('odile', 'yamina')['id'];
		self::assertSame([], $this->data('GET', '/conversations/reported', 'fanny')['conversations']);
		$this->assertRefused(403, 'not_yours', 'GET', '/conversations/reported', 'odile');
		$this->data('PUT', "/conversations/$id/report", 'yamina', ['reported' => true]);
		self::assertSame(['A conversation was reported to the facilitators'], $this->notified('fanny'));
		self::assertContains(['kind' => 'reports', 'count' => 1], $this->data('GET', '/home', 'fanny')['awaits']);
		self::assertNotContains('reports', array_column($this->data('GET', '/home', 'zohra')['awaits'], 'kind'));
		$seen = $this->read('fanny', $id);
		self::assertSame(['Odile Marcenac', 'Yamina Marcenac'], array_column($seen['with'], 'name'));
		self::assertSame(['Bonjour, votre grange est-elle libre ?'], self::texts($seen));
		self::assertTrue($this->read('odile', $id)['reported']);
		$this->assertRefused(422, 'not_your_report', 'PUT', "/conversations/$id/report", 'odile', ['reported' => false]);
		$this->assertRefused(404, 'not_found', 'POST', "/conversations/$id/messages", 'fanny', ['text' => 'a', 'key' => 'key-key-key']);
		$this->data('PUT', "/conversations/$id/state", 'fanny', ['state' => 'stopped']);
		self::assertSame('conversation_stopped', $this->write('odile', $id, status: 422)['error']);
		self::assertSame('conversation_stopped', $this->start('odile', 'yamina', status: 422)['error']);
		$this->assertRefused(422, 'conversation_stopped', 'PUT', "/conversations/$id/state", 'odile', ['state' => 'open']);
		$this->data('PUT', "/conversations/$id/report", 'fanny', ['reported' => false]);
		self::assertSame([], $this->notified('fanny'));
		self::assertSame(404, $this->ask('GET', "/conversations/$id", 'fanny')->status);
		self::assertSame('stopped', $this->read('odile', $id)['state']);
	}

	public function testTheListHasPages(): void {
		foreach (range(1, 31) as $n) {
			$this->account("member$n");
			$this->cards["member$n"] = $this->card("member$n", ['name' => "Membre $n"])['id'];
			$this->start("member$n", 'odile');
		}
		$first = $this->data('GET', '/conversations', 'odile');
		$second = $this->data('GET', '/conversations?cursor=' . $first['next'], 'odile');
		$names = array_map(static fn (array $one): string => $one['with'][0]['name'], [...$first['conversations'], ...$second['conversations']]);
		self::assertSame(array_map(static fn (int $n): string => "Membre $n", range(31, 1)), $names);
		self::assertNull($second['next']);
		$this->assertRefused(400, 'bad_cursor', 'GET', '/conversations?cursor=nothing', 'odile');
	}

	public function testALongConversationContinuesInANewOne(): void {
		$id = $this->start('odile', 'yamina')['id'];
		foreach (range(2, 200) as $n) {
			$thread = $this->write($n % 2 === 0 ? 'yamina' : 'odile', $id, "Message $n");
		}
		self::assertSame(['full', false], [$thread['pause'], $thread['can']['reopen']]);
		self::assertSame('conversation_full', $this->write('odile', $id, status: 422)['error']);
		self::assertNotSame($id, $this->start('odile', 'yamina')['id']);
	}

	public function testWithoutAnAddressThereIsNoMail(): void {
		$this->kernel->get(IUserManager::class)->get('yamina')?->setEMailAddress('');
		$thread = $this->start('odile', 'yamina');
		self::assertNull($thread['messages'][0]['undelivered']);
		self::assertSame(['Odile Marcenac wrote to you'], $this->notified('yamina'));
	}
}
