<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCA\Reseau\Message\Message;
use OCP\IDBConnection;
use OCP\IUserManager;

/** What happens to people and to the server between writing and sending: nothing is lost, and the sender sees it. */
class ChangesTest extends MessageTestCase {
	public function testAHiddenPersonIsNotNamedAndGetsNothing(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->write('yamina', $id);
		foreach (['paused', 'published', 'withdrawn'] as $status) {
			$this->setStatus('yamina', 'yamina', $status);
			$seen = $this->read('odile', $id);
			$hidden = $status !== 'published';
			self::assertSame($hidden ? null : 'Yamina Marcenac', $seen['with'][0]['name'] ?? null);
			self::assertSame($hidden ? ['hidden', ''] : [null, 'Yamina Marcenac'], [$seen['pause'], $seen['messages'][1]['from']]);
			self::assertSame(['Bonjour, votre grange est-elle libre ?', 'Oui, en mai.'], self::texts($seen));
			if ($hidden) {
				self::assertStringNotContainsString('Yamina', json_encode([$seen, $this->data('GET', '/conversations', 'odile'), $this->notified('odile')], JSON_THROW_ON_ERROR));
				self::assertSame('other_hidden', $this->write('odile', $id, status: 422)['error']);
				self::assertSame('card_hidden', $this->write('yamina', $id, status: 422)['error']);
			}
		}
		self::assertCount(1, $this->mailed('yamina'));
	}

	public function testAnErasedPersonTakesTheirWordsAlong(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->write('yamina', $id);
		$this->data('PUT', "/conversations/$id/report", 'yamina', ['reported' => true]);
		$this->data('DELETE', '/members/me', 'yamina');
		$seen = $this->read('odile', $id);
		self::assertSame([['Bonjour, votre grange est-elle libre ?'], [null], 'hidden', null], [self::texts($seen), $seen['with'], $seen['pause'], $seen['about']]);
		self::assertSame([null], array_column($this->data('GET', '/conversations', 'odile')['conversations'], 'last'));
		$this->kernel->get(IUserManager::class)->get('odile')?->delete();
		foreach (['conversations', 'parties', 'messages'] as $table) {
			self::assertSame(0, (int)$this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM `*PREFIX*reseau_$table`")->fetchOne(), $table);
		}
	}

	public function testTheNameOfADeletedAccountIsKeptNowhere(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		$this->write('peire', $id);
		$this->kernel->get(IUserManager::class)->get('peire')?->delete();
		self::assertSame(['Jeanne Bru', null], array_values(array_intersect_key($this->read('odile', $id)['messages'][1], ['from' => 0, 'by' => 0])));
		self::assertSame('Jeanne Bru', $this->read('fanny', $id)['for']['name']);
	}

	public function testTheSenderLearnsOfAMailThatFailedAndCanRetry(): void {
		$yamina = $this->kernel->get(IUserManager::class)->get('yamina');
		$yamina?->setEMailAddress('no address');
		$thread = $this->start('odile', 'yamina');
		['id' => $id, 'messages' => [['id' => $message, 'undelivered' => $undelivered]]] = $thread;
		self::assertSame('mail', $undelivered);
		self::assertNull($this->read('yamina', $id)['messages'][0]['undelivered']);
		self::assertSame(['Odile Marcenac wrote to you'], $this->notified('yamina'));
		$again = "/conversations/$id/messages/$message/delivery";
		self::assertSame('mail', $this->data('POST', $again, 'odile')['messages'][0]['undelivered']);
		$yamina?->setEMailAddress('yamina@example.org');
		self::assertNull($this->data('POST', $again, 'odile')['messages'][0]['undelivered']);
		self::assertNull($this->data('POST', $again, 'odile')['messages'][0]['undelivered']);
		self::assertCount(1, $this->mailed('yamina'));
		foreach (['yamina', 'zohra'] as $uid) {
			$this->assertRefused(404, 'not_found', 'POST', $again, $uid);
		}
		$this->assertRefused(404, 'not_found', 'POST', "/conversations/$id/messages/999/delivery", 'odile');
	}

	public function testANotificationThatFails(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement('ALTER TABLE `*PREFIX*sandbox_notifications` RENAME TO away');
		$thread = $this->start('odile', 'yamina');
		self::assertSame('notification', $thread['messages'][0]['undelivered']);
		$this->kernel->get(IUserManager::class)->get('yamina')?->setEMailAddress('no address');
		self::assertSame('both', $this->write('odile', $thread['id'])['messages'][1]['undelivered']);
		$db->executeStatement('ALTER TABLE away RENAME TO `*PREFIX*sandbox_notifications`');
		self::assertSame([], $this->notified('yamina'));
		$this->data('POST', "/conversations/{$thread['id']}/messages/{$thread['messages'][0]['id']}/delivery", 'odile');
		self::assertSame(['Odile Marcenac wrote to you'], $this->notified('yamina'));
	}

	public function testARequestThatStoppedWhileSendingCanBeTriedAgain(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_messages` SET delivery = ?', [Message::SENDING]);
		self::assertNull($this->read('odile', $id)['messages'][0]['undelivered']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 601);
		self::assertSame('both', $this->read('odile', $id)['messages'][0]['undelivered']);
		$message = $this->read('odile', $id)['messages'][0]['id'];
		self::assertNull($this->data('POST', "/conversations/$id/messages/$message/delivery", 'odile')['messages'][0]['undelivered']);
	}

	public function testAMessageThatCannotBeDecrypted(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_messages` SET text = ?', ['nonsense']);
		self::assertSame([null], self::texts($this->read('odile', $id)));
		self::assertSame([null], array_column($this->data('GET', '/conversations', 'odile')['conversations'], 'last'));
	}

	public function testTheExportHasTheConversations(): void {
		$id = $this->start('odile', 'yamina')['id'];
		$this->write('yamina', $id);
		$this->data('PUT', "/conversations/$id/mute", 'odile', ['muted' => true]);
		[$row] = $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['conversations'];
		self::assertSame(['Yamina Marcenac', true, [true, false]], [$row['with'], $row['muted'], array_column($row['messages'], 'mine')]);
		self::assertSame(['Bonjour, votre grange est-elle libre ?', 'Oui, en mai.'], array_column($row['messages'], 'text'));
		$this->setStatus('yamina', 'yamina', 'paused');
		self::assertSame('', $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['conversations'][0]['with']);
		$this->start('odile', 'jeanne');
		self::assertSame(['Odile Marcenac'], array_column($this->data('GET', "/members/{$this->cards['jeanne']}/export", 'peire')['conversations'], 'with'));
	}
}
