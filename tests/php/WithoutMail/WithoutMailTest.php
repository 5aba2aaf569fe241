<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\WithoutMail;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Tests\Subscription\SubscriptionTestCase;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** People no mail reaches: their keeper has a sheet for a call, and notes what they answered. */
#[Group('databases')]
class WithoutMailTest extends SubscriptionTestCase {
	private const CALL = ['day' => '2026-11-24', 'how' => 'phone', 'note' => 'Elle rappelle lundi.', 'key' => 'first-call'];

	private int $rose;

	protected function setUp(): void {
		parent::setUp();
		$this->card('odile', ['name' => 'Odile Vidal']);
		$this->rose = $this->keptCard('romain', ['name' => 'Rose Bru', 'contact' => ['phone' => '0561020304']])['id'];
	}

	/** @return list<string> */
	private function names(string $uid = 'romain'): array {
		return array_column($this->data('GET', '/without-mail', $uid)['people'], 'name');
	}

	public function testAreThoseWhoseCardOneKeeps(): void {
		$this->facilitator('nadege');
		$this->keptCard('romain', ['name' => 'Avec Courriel', 'contact' => ['email' => 'avec@example.org']]);
		$this->keptCard('nadege', ['name' => 'Chez Nadège']);
		$this->data('POST', '/members', 'romain', ['name' => 'Pas Encore'], 201);
		$shared = $this->keptCard('odile', ['name' => 'Chez Odile']);

		self::assertSame(['Rose Bru'], $this->names());
		self::assertSame(['Chez Nadège'], $this->names('nadege'));
		self::assertSame(['Chez Odile'], $this->names('odile'));
		self::assertSame([], $this->names('linh'));
		$this->data('PUT', "/members/{$shared['id']}/steward", 'odile', ['uid' => null]);
		self::assertSame(['Chez Odile', 'Rose Bru'], $this->names(), 'cards that nobody keeps are the facilitators’');
		self::assertSame([], $this->names('odile'));
		$this->assertRefused(400, 'bad_cursor', 'GET', '/without-mail?cursor=x', 'romain');
	}

	public function testArePaged(): void {
		foreach (range(10, 69) as $n) {
			$this->keptCard('romain', ['name' => "Kept $n"]);
		}
		$first = $this->data('GET', '/without-mail', 'romain');
		$rest = $this->data('GET', "/without-mail?cursor={$first['next']}", 'romain');
		self::assertSame([50, 11, null], [count($first['people']), count($rest['people']), $rest['next']]);
		self::assertSame('Rose Bru', $rest['people'][10]['name']);
	}

	public function testAnAddressThatTheMailServerRefuses(): void {
		$card = $this->keptCard('romain', ['name' => 'Berthe', 'contact' => ['email' => 'berthe@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'romain', ['wants' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		$reader = $this->readers()[0];

		$this->kernel->get(Subscriptions::class)->noteRefused($reader->id);

		self::assertSame(['Berthe', 'Rose Bru'], $this->names());
		self::assertSame(['berthe@example.org', true], [$this->data('GET', '/without-mail', 'romain')['people'][0]['email'], $this->data('GET', "/members/{$card['id']}/call-sheet", 'romain')['refused']]);
		$this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['email' => 'berthe.f@example.org'], 'version' => $card['version']]);
		$this->readers();
		self::assertSame(['Rose Bru'], $this->names(), 'a new address is tried again');
	}

	public function testTheSheetSaysWhatToTellAndToAsk(): void {
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie'], 201)['id'];
		$this->data('POST', "/groups/$group/people", 'odile', ['memberId' => $this->rose, 'how' => 'De vive voix'], 201);
		foreach (['Bonjour Rose,', 'venez lundi !'] as $i => $text) {
			$conversation = $this->data('POST', $i === 0 ? "/members/$this->rose/conversations" : "/conversations/$conversation/messages", 'odile', ['text' => $text, 'key' => "message-$i"], 201)['id'];
		}

		$sheet = $this->data('GET', "/members/$this->rose/call-sheet", 'romain');

		self::assertSame(['Rose Bru', '0561020304', null, false, null, false, [], []], [$sheet['name'], $sheet['phone'], $sheet['email'], $sheet['refused'], $sheet['letter'], $sheet['due'], $sheet['groups'], $sheet['calls']]);
		self::assertSame([['conversation' => $conversation, 'by' => 'Odile Vidal', 'texts' => ['Bonjour Rose,', 'venez lundi !']]], $sheet['messages']);
		self::assertSame([['group_kept_invited', 'Eau de pluie']], array_map(static fn (array $line): array => [$line['kind'], $line['group']['title']], $sheet['lines']));

		// By the ways there are: the message is passed on, the invitation accepted, the letter chosen.
		$this->data('PUT', "/conversations/$conversation/carried", 'romain', ['how' => 'phone', 'day' => '2026-11-24']);
		$this->data('POST', "/groups/$group/people/$this->rose/accept", 'romain', ['how' => 'Au téléphone']);
		$this->data('PUT', "/members/$this->rose/letter", 'romain', ['wants' => true, 'date' => '2026-11-24', 'how' => 'Au téléphone']);
		$sheet = $this->data('GET', "/members/$this->rose/call-sheet", 'romain');
		self::assertSame([[], [], true, ['Eau de pluie']], [$sheet['messages'], $sheet['lines'], $sheet['letter'], array_column($sheet['groups'], 'title')]);
		self::assertSame([], $this->addresses(), 'she has no address');
	}

	/** However many lines wait for the others. */
	public function testTheSheetAsksForLinesOfItsPersonAlone(): void {
		$event = new CollectingAwaits(new Viewer('romain'), 2, 7);
		$event->name('said', [['member' => ['id' => 5]], ['member' => ['id' => 5]], ['member' => ['id' => 5]], ['member' => ['id' => 7]], ['text' => 'of nobody']]);
		$event->add('reports', 3);
		self::assertSame([['kind' => 'said', 'member' => ['id' => 7]]], $event->lines());
	}

	public function testTicksOffACall(): void {
		foreach ([1, 2] as $_) {
			$sheet = $this->data('POST', "/members/$this->rose/calls", 'romain', self::CALL, 201);
		}
		self::assertSame([['2026-11-24', 'phone', 'Elle rappelle lundi.', 'Romain']], array_map(static fn (array $call): array => [$call['day'], $call['how'], $call['note'], $call['by']], $sheet['calls']), 'sent twice, it is one');
		$this->data('POST', "/members/$this->rose/calls", 'romain', ['day' => '2026-11-20', 'note' => '', 'key' => 'another-call'] + self::CALL, 201);
		self::assertSame('2026-11-24', $this->data('GET', '/without-mail', 'romain')['people'][0]['called']);
		self::assertSame([], $this->rows("SELECT id FROM `*PREFIX*reseau_calls` WHERE note LIKE '%lundi%'"), 'encrypted');
		self::assertSame(['Elle rappelle lundi.', ''], array_column($this->data('GET', "/members/$this->rose/export", 'romain')['calls'], 'note'));

		$sheet = $this->data('DELETE', "/members/$this->rose/calls/{$sheet['calls'][0]['id']}", 'romain');
		self::assertSame(['2026-11-20'], array_column($sheet['calls'], 'day'));
		$this->assertRefused(404, 'not_found', 'DELETE', "/members/$this->rose/calls/99999", 'romain');
	}

	public function testIsTheKeepersAlone(): void {
		$this->facilitator('nadege');
		$id = $this->data('POST', "/members/$this->rose/calls", 'romain', self::CALL, 201)['calls'][0]['id'];
		foreach (['nadege', 'odile'] as $uid) {
			$this->assertRefused(403, 'not_yours', 'GET', "/members/$this->rose/call-sheet", $uid);
			$this->assertRefused(403, 'not_yours', 'POST', "/members/$this->rose/calls", $uid, self::CALL);
			$this->assertRefused(403, 'not_yours', 'DELETE', "/members/$this->rose/calls/$id", $uid);
		}
		$own = $this->data('GET', '/members/me', 'odile')['id'];
		$this->assertRefused(422, 'only_they', 'GET', "/members/$own/call-sheet", 'odile');
		$other = $this->keptCard('romain', ['name' => 'Autre'])['id'];
		$this->assertRefused(404, 'not_found', 'DELETE', "/members/$other/calls/$id", 'romain');
	}

	public function testBadInputIsRefused(): void {
		foreach ([
			['said_day', ['day' => 'hier']], ['said_day', ['day' => '2026-12-24']], ['unknown_way', ['how' => 'pigeon']], ['unknown_way', ['how' => null]],
			['too_long', ['note' => str_repeat('a', 2001)]], ['bad_text', ['note' => "a\0b"]], ['wrong_type', ['note' => []]], ['wrong_type', ['key' => null]], ['bad_key', ['key' => 'short']],
		] as [$reason, $bad]) {
			$this->assertRefused(400, $reason, 'POST', "/members/$this->rose/calls", 'romain', $bad + self::CALL);
		}
		self::assertSame([], $this->data('GET', "/members/$this->rose/call-sheet", 'romain')['calls']);
	}

	public function testIsDeletedWithTheCardAndTheAccount(): void {
		$this->data('POST', "/members/$this->rose/calls", 'romain', self::CALL, 201);
		$this->kernel->get(IUserManager::class)->get('romain')?->delete();
		$this->facilitator('nadege');
		self::assertSame([null], array_column($this->data('GET', "/members/$this->rose/call-sheet", 'nadege')['calls'], 'by'));
		$this->data('DELETE', "/members/$this->rose", 'nadege', ['version' => $this->data('GET', "/members/$this->rose", 'nadege')['version']]);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_calls`'));
	}
}
