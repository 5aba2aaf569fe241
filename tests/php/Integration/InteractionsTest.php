<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Tests\Notice\NoticeTestCase;
use OCP\Interaction\RestrictInteractionEvent;

/** Rules of Nextcloud about who may approach a person, which are checked before anything is sent. */
class InteractionsTest extends NoticeTestCase {
	protected function setUp(): void {
		require_once dirname(__DIR__) . '/Shared/interaction.php';
		parent::setUp();
		RestrictInteractionEvent::$restricted = ['zohra' => ['odile']];
		RestrictInteractionEvent::$asked = [];
	}

	protected function tearDown(): void {
		RestrictInteractionEvent::$restricted = [];
		RestrictInteractionEvent::$failing = null;
		parent::tearDown();
	}

	public function testNothingIsSentIfARuleFails(): void {
		RestrictInteractionEvent::$failing = 'odile';
		$this->assertRefused(422, 'restricted', 'POST', "/members/{$this->cards['odile']}/conversations", 'yamina', ['text' => 'Bonjour.', 'key' => 'key-of-message-1']);
		self::assertSame([], $this->notified('odile'));
	}

	public function testItNamesTheFacilitatorsWhoCannotBeContacted(): void {
		$group = ['title' => 'Le verger', 'purpose' => 'Des pommes', 'key' => 'key-of-orchard', 'facilitators' => [$this->cards['yamina'], $this->cards['odile']]];
		$refused = $this->assertRefused(422, 'restricted', 'POST', '/groups', 'zohra', $group);
		self::assertSame('facilitators.1', $refused['field']);
		self::assertSame([], $this->notified('yamina'));
	}

	public function testAFirstMessageIsNotSent(): void {
		$path = fn (string $to): string => "/members/{$this->cards[$to]}/conversations";
		$message = ['text' => 'Bonjour.', 'key' => 'key-of-message-1'];
		$this->assertRefused(422, 'restricted', 'POST', $path('odile'), 'zohra', $message);
		self::assertSame([], $this->data('GET', '/conversations', 'odile')['conversations']);
		self::assertSame([], $this->notified('odile'));
		$this->data('POST', $path('yamina'), 'zohra', ['key' => 'key-of-message-2'] + $message, 201);
		self::assertSame(['zohra odile', 'zohra yamina'], RestrictInteractionEvent::$asked);
		RestrictInteractionEvent::$asked = [];
		$this->data('POST', $path('jeanne'), 'zohra', ['key' => 'key-of-message-3'] + $message, 201);
		self::assertSame([], RestrictInteractionEvent::$asked, 'who has no account is under no rule of Nextcloud');
	}

	public function testNeitherIsAnAnswer(): void {
		$notice = $this->publish('odile');
		$this->assertRefused(422, 'restricted', 'POST', "/notices/{$notice['id']}/conversations", 'zohra', ['text' => 'Il m’intéresse.', 'key' => 'key-of-answer']);
		RestrictInteractionEvent::$restricted = [];
		$conversation = $this->answer('zohra', $notice['id'])['id'];
		RestrictInteractionEvent::$restricted = ['odile' => ['zohra']];
		$this->assertRefused(422, 'restricted', 'POST', "/conversations/$conversation/messages", 'odile', ['text' => 'Venez.', 'key' => 'key-of-reply']);
		self::assertSame([], $this->notified('zohra'));
	}

	public function testNobodyIsInvited(): void {
		$group = ['title' => 'Le verger', 'purpose' => 'Des pommes', 'key' => 'key-of-orchard'];
		$this->assertRefused(422, 'restricted', 'POST', '/groups', 'zohra', ['facilitators' => [$this->cards['odile']]] + $group);
		self::assertNotContains('Le verger', array_column($this->data('GET', '/groups', 'zohra'), 'title'));
		$made = $this->data('POST', '/groups', 'zohra', $group, 201);
		$this->assertRefused(422, 'restricted', 'POST', "/groups/{$made['id']}/invitations", 'zohra', ['memberId' => $this->cards['odile']]);
		self::assertSame([], $this->notified('odile'));
		$this->data('POST', "/groups/{$made['id']}/invitations", 'zohra', ['memberId' => $this->cards['yamina']]);
		self::assertNotSame([], $this->notified('yamina'));
	}

	public function testTheOthersOfSeveralPeopleAreInvited(): void {
		$made = $this->data('POST', '/groups', 'zohra', ['title' => 'Le verger', 'purpose' => 'Des pommes', 'key' => 'key-of-orchard'], 201);
		$people = array_map(fn (string $uid): array => ['key' => $uid, 'memberId' => $this->cards[$uid], 'name' => '', 'email' => '', 'phone' => ''], ['odile', 'yamina']);
		$asked = $this->data('POST', "/groups/{$made['id']}/asks", 'zohra', ['people' => $people]);
		self::assertSame(['odile' => 'restricted', 'yamina' => 'notified'], array_column($asked['people'], 'outcome', 'key'));
		self::assertSame([], $this->notified('odile'));
	}

	public function testNobodyIsProposedToMeet(): void {
		$this->assertRefused(422, 'restricted', 'POST', "/matches/{$this->cards['odile']}/introduction", 'zohra', ['mediated' => false]);
		self::assertSame([], $this->notified('odile'));
	}
}
