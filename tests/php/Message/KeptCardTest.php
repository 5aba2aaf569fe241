<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** Words for a person without an account go to the present keeper of their card. */
#[Group('databases')]
class KeptCardTest extends MessageTestCase {
	public function testTheKeeperGetsTheWordsAndWritesTheAnswer(): void {
		$writing = $this->data('GET', "/members/{$this->cards['jeanne']}/writing", 'odile');
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => 'Peire'], $writing);
		$id = $this->start('odile', 'jeanne')['id'];
		$jeanne = ['id' => $this->cards['jeanne'], 'uid' => null, 'name' => 'Jeanne Bru'];
		self::assertSame(['Odile Marcenac wrote to Jeanne Bru, whose card you keep'], $this->notified('peire'));
		self::assertSame('Odile Marcenac a écrit à Jeanne Bru, dont vous tenez la fiche', $this->mailed('peire')[0]['subject']);
		$kept = $this->read('peire', $id);
		self::assertSame(['Jeanne Bru', 'Odile Marcenac'], [$kept['for']['name'], $kept['with'][0]['name']]);
		self::assertEquals([['kind' => 'messages', 'by' => 'Odile Marcenac', 'member' => $jeanne, 'text' => 'Bonjour, votre grange est-elle libre ?', 'conversation' => $id]], $this->unread('peire'));
		$this->write('peire', $id, 'Elle vous attend jeudi.');
		$answer = $this->read('odile', $id)['messages'][1];
		self::assertSame(['Jeanne Bru', 'Peire', false], [$answer['from'], $answer['by'], $answer['mine']]);
		self::assertSame(['Jeanne Bru wrote to you'], $this->notified('odile'));
	}

	public function testAKeeperWhoCannotLogInGetsNoMail(): void {
		$this->kernel->get(IUserManager::class)->get('peire')?->setEnabled(false);
		$this->start('odile', 'jeanne');
		self::assertSame([], $this->mailed('peire'));
	}

	public function testTheNextKeeperTakesOver(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		$jeanne = ['id' => $this->cards['jeanne'], 'uid' => null, 'name' => 'Jeanne Bru'];
		$this->data('PUT', "/members/{$this->cards['jeanne']}/steward", 'peire', ['uid' => 'fanny']);
		self::assertSame(404, $this->ask('GET', "/conversations/$id", 'peire')->status);
		self::assertSame([], $this->notified('peire'));
		self::assertSame('Jeanne Bru', $this->read('fanny', $id)['for']['name']);
		self::assertEquals([['kind' => 'messages', 'by' => 'Odile Marcenac', 'member' => $jeanne, 'text' => 'Bonjour, votre grange est-elle libre ?', 'conversation' => $id]], $this->unread('fanny'));
		$this->write('odile', $id, 'Encore un mot.');
		self::assertSame(['Odile Marcenac wrote to Jeanne Bru, whose card you keep'], $this->notified('fanny'));
		$this->data('PUT', "/members/{$this->cards['jeanne']}/steward", 'fanny', ['uid' => null]);
		$this->write('fanny', $id);
		self::assertSame('Fanny', $this->read('odile', $id)['messages'][2]['by']);
	}

	public function testThePersonTakesTheConversationOver(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		$this->account('jeanne');
		$token = basename($this->data('POST', "/members/{$this->cards['jeanne']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'jeanne', []);
		self::assertSame(404, $this->ask('GET', "/conversations/$id", 'peire')->status);
		$own = $this->read('jeanne', $id);
		self::assertNull($own['for']);
		self::assertTrue($own['unread']);
		$this->write('jeanne', $id);
		self::assertNull($this->read('odile', $id)['messages'][1]['by']);
	}

	public function testTwoCardsBecomeOne(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		$own = $this->start('zohra', 'odile')['id'];
		$withOneself = $this->start('zohra', 'jeanne')['id'];
		$token = basename($this->data('POST', "/members/{$this->cards['jeanne']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'zohra', ['merge' => true]);
		self::assertSame([$withOneself, $own, $id], array_column($this->data('GET', '/conversations', 'zohra')['conversations'], 'id'));
		self::assertSame([$this->cards['jeanne'], $this->cards['jeanne']], [$this->read('odile', $id)['with'][0]['id'], $this->read('odile', $own)['with'][0]['id']]);
		self::assertSame('kept_card', $this->read('zohra', $withOneself)['pause']);
		$this->write('zohra', $id);
		$this->data('DELETE', '/members/me', 'zohra');
		self::assertSame(['Bonjour, votre grange est-elle libre ?'], self::texts($this->read('odile', $id)));
	}

	public function testTheKeeperNotesHowTheyPassedItOn(): void {
		$id = $this->start('odile', 'jeanne')['id'];
		self::assertTrue($this->read('peire', $id)['can']['carry']);
		self::assertFalse($this->read('odile', $id)['can']['carry']);
		$noted = $this->data('PUT', "/conversations/$id/carried", 'peire', ['how' => 'aloud', 'day' => '2026-11-22']);
		$noted = $this->data('PUT', "/conversations/$id/carried", 'peire', ['how' => 'phone', 'day' => '2026-11-23']);
		self::assertCount(2, $noted['messages']);
		$note = $this->read('odile', $id)['messages'][1];
		self::assertSame(['Jeanne Bru', 'Peire', ['how' => 'phone', 'day' => '2026-11-23']], [$note['from'], $note['by'], $note['carried']]);
		self::assertSame(['Your message to Jeanne Bru was passed on'], $this->notified('odile'));
		self::assertSame([], $this->mailed('odile'));
		// She has not answered yet.
		self::assertSame('links_too_early', $this->write('odile', $id, 'https://example.org/a', 422)['error']);
		$this->write('peire', $id);
		$this->assertRefused(422, 'nothing_to_carry', 'PUT', "/conversations/$id/carried", 'peire', ['how' => 'mail', 'day' => '2026-11-23']);
		$this->write('odile', $id, 'Merci !');
		self::assertCount(5, $this->data('PUT', "/conversations/$id/carried", 'peire', ['how' => 'mail', 'day' => '2026-11-24'])['messages']);
		foreach ([['unknown_way', ['how' => 'by pigeon', 'day' => '2026-11-23']], ['bad_date', ['how' => 'mail', 'day' => '2026-12-24']], ['bad_date', ['how' => 'mail', 'day' => '2026-02-30']]] as [$reason, $body]) {
			$this->assertRefused(400, $reason, 'PUT', "/conversations/$id/carried", 'peire', $body);
		}
		$this->assertRefused(422, 'nothing_to_carry', 'PUT', "/conversations/$id/carried", 'odile', ['how' => 'mail', 'day' => '2026-11-23']);
	}
}
