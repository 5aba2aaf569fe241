<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use PHPUnit\Framework\Attributes\Group;

/** One person wants to meet another, who agrees or silently does not; both then find their conversation. */
#[Group('databases')]
class IntroductionTest extends IntroductionTestCase {
	private const THEY_OFFER = "Vous cherchez «\u{a0}Réparer vingt bicyclettes\u{a0}» — Linh offre «\u{a0}Un atelier le samedi\u{a0}».";
	private const I_OFFER = "Odile cherche «\u{a0}Réparer vingt bicyclettes\u{a0}» — vous offrez «\u{a0}Un atelier le samedi\u{a0}».";

	public function testTheOtherPersonReadsTheNameAndTheReasonAndAgrees(): void {
		$mine = $this->propose('odile', 'linh');
		self::assertSame([true, 'proposed', [self::THEY_OFFER], 'Linh'], [$mine['mine'], $mine['state'], $mine['reasons'], $mine['with']['name']]);
		self::assertSame(['accept' => false, 'end' => true, 'absent' => false, 'tell' => false], $mine['can']);
		self::assertSame(['Odile would like to get to know you'], $this->notified('linh'));
		self::assertSame(['kind' => 'introductions', 'by' => 'Odile'], $this->awaits('linh')['introductions']);
		$theirs = $this->seenBy('linh')[0];
		self::assertSame([false, [self::I_OFFER], 'Odile'], [$theirs['mine'], $theirs['reasons'], $theirs['with']['name']]);
		self::assertTrue($theirs['can']['accept']);

		$agreed = $this->accept('linh', $mine['id']);
		self::assertSame('agreed', $agreed['state']);
		self::assertSame('2026-12-15', $agreed['lookBack']);
		self::assertSame([], $this->notified('linh'));
		self::assertSame(['Linh would like to get to know you too'], $this->notified('odile'));
		self::assertArrayNotHasKey('introductions', $this->awaits('linh'));
		self::assertSame($agreed['conversation'], $this->accept('linh', $mine['id'])['conversation'], 'agreed twice it is one conversation');
	}

	/** In the thread each reads the reason from their own side, as they may see it now, and it is nobody's message. */
	public function testTheirConversationSaysWhy(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$conversation = $this->accept('linh', $id)['conversation'];
		foreach (['odile' => self::THEY_OFFER, 'linh' => self::I_OFFER] as $uid => $reason) {
			$seen = $this->data('GET', "/conversations/$conversation", $uid);
			self::assertSame([[$reason]], array_column($seen['messages'], 'introduced'), $uid);
			self::assertSame([null, false, null], [$seen['pause'], $seen['unread'], $seen['messages'][0]['carried']]);
			self::assertNull($seen['messages'][0]['undelivered']);
		}
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'audience' => ['offers' => 'me']]);
		self::assertSame([[]], array_column($this->data('GET', "/conversations/$conversation", 'odile')['messages'], 'introduced'));
		self::assertSame([[self::I_OFFER]], array_column($this->data('GET', "/conversations/$conversation", 'linh')['messages'], 'introduced'));
		self::assertSame([], $this->seenBy('odile')[0]['reasons']);
	}

	/** The two who agreed can write to each other, whatever they chose for others. Unread messages stay unread. */
	public function testBothCanWriteAfterwards(): void {
		$this->data('POST', "/members/{$this->cards['linh']}/conversations", 'odile', ['text' => 'Bonjour', 'key' => 'first-message'], 201);
		$this->data('PUT', '/writing', 'linh', ['writers' => 'groups']);
		$this->data('PUT', '/writing', 'odile', ['writers' => 'nobody']);
		$conversation = $this->accept('linh', $this->propose('odile', 'linh')['id'])['conversation'];
		self::assertSame([true, null], [$this->data('GET', "/conversations/$conversation", 'linh')['unread'], $this->data('GET', "/conversations/$conversation", 'linh')['pause']]);
		self::assertNull($this->data('GET', "/members/{$this->cards['linh']}/writing", 'odile')['obstacle']);
		foreach (['odile', 'linh'] as $uid) {
			$this->data('POST', "/conversations/$conversation/messages", $uid, ['text' => 'Bonjour', 'key' => "message-$uid"], 201);
		}
	}

	public function testADeclineIsSilent(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$before = $this->seenBy('odile');
		$this->data('POST', "/matches/{$this->cards['odile']}/decline", 'linh', []);
		self::assertSame([], $this->seenBy('linh'));
		self::assertSame([], $this->notified('linh'));
		self::assertArrayNotHasKey('introductions', $this->awaits('linh'));
		self::assertSame(404, $this->ask('POST', "/introductions/$id/accept", 'linh')->status);
		self::assertSame($before, $this->seenBy('odile'));
		$this->assertSame($before[0], $this->propose('odile', 'linh'));
		// Taken back, it can be proposed again, without a notification.
		$this->data('DELETE', "/introductions/$id", 'odile');
		$again = $this->propose('odile', 'linh');
		self::assertSame(array_diff_key($before[0], ['id' => 0]), array_diff_key($again, ['id' => 0]));
		self::assertSame([], $this->notified('linh'));
		self::assertSame([], $this->seenBy('linh'));
		$this->later(29);
		self::assertSame([], $this->seenBy('odile'));
		self::assertSame([], $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['introductions']);
	}

	public function testADeclineCanBeUndone(): void {
		$this->propose('odile', 'linh');
		$this->data('POST', "/matches/{$this->cards['odile']}/decline", 'linh', []);
		$this->data('DELETE', "/matches/{$this->cards['odile']}/decline", 'linh');
		self::assertTrue($this->seenBy('linh')[0]['can']['accept']);
		$this->data('POST', "/matches/{$this->cards['odile']}/decline", 'linh', []);
		// A person who declined and then proposes it has changed their mind.
		self::assertSame('agreed', $this->propose('linh', 'odile')['state']);
		self::assertContains('Linh', array_map(static fn (array $one): string => $one['member']['name'], $this->data('GET', '/matches', 'odile')['matches']));
	}

	public function testAProposalIsWithdrawn(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$this->assertRefused(409, 'not_your_proposal', 'DELETE', "/introductions/$id", 'linh');
		$this->assertRefused(409, 'own_proposal', 'POST', "/introductions/$id/accept", 'odile');
		$this->data('DELETE', "/introductions/$id", 'odile');
		self::assertSame([[], [], []], [$this->seenBy('odile'), $this->seenBy('linh'), $this->notified('linh')]);
		$this->assertRefused(404, 'not_found', 'DELETE', "/introductions/$id", 'odile');
		$id = $this->propose('odile', 'linh')['id'];
		$this->data('POST', "/matches/{$this->cards['linh']}/decline", 'odile', []);
		self::assertSame([], $this->seenBy('linh'), 'who declines the person takes the proposal back');
		$id = $this->propose('odile', 'linh')['id'];
		$this->accept('linh', $id);
		$this->assertRefused(409, 'introduced_already', 'DELETE', "/introductions/$id", 'odile');
	}

	public function testTwoPeopleWhoProposeItToEachOtherAgree(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$agreed = $this->propose('linh', 'odile', true);
		self::assertSame([$id, 'agreed', true, null], [$agreed['id'], $agreed['state'], $agreed['mediated'], $agreed['conversation']]);
		self::assertSame('agreed', $this->propose('odile', 'linh')['state'], 'proposed again it stays');
	}

	/** A one-sided yes is visible only to the two people. */
	public function testNoOneElseLearnsOfIt(): void {
		$before = [];
		foreach (['peire', 'fanny', 'zohra'] as $uid) {
			$before[$uid] = [$this->seenBy($uid), $this->awaits($uid), $this->notified($uid)];
		}
		$id = $this->propose('odile', 'linh', true)['id'];
		foreach (['peire', 'fanny', 'zohra'] as $uid) {
			self::assertSame($before[$uid], [$this->seenBy($uid), $this->awaits($uid), $this->notified($uid)], $uid);
			$this->assertRefused(404, 'not_found', 'POST', "/introductions/$id/accept", $uid);
			$this->assertRefused(404, 'not_found', 'DELETE', "/introductions/$id", $uid);
			$this->assertRefused(404, 'not_found', 'PUT', "/introductions/$id/outcome", $uid, ['text' => '']);
		}
		self::assertSame([], $this->mediations('fanny'));
		$this->assertRefused(404, 'not_found', 'POST', "/introductions/$id/mediation", 'fanny');
	}

	public function testTheKeeperOfACardAnswersAndProposesForItsPerson(): void {
		$id = $this->propose('odile', 'jeanne')['id'];
		self::assertSame(['For Jeanne, whose card you keep: Odile would like to get to know you'], $this->notified('peire'));
		$seen = $this->seenBy('peire')[0];
		self::assertSame('Jeanne', $seen['for']['name']);
		self::assertSame(["Odile cherche «\u{a0}Réparer vingt bicyclettes\u{a0}» — Jeanne offre «\u{a0}Un atelier le samedi\u{a0}»."], $seen['reasons']);
		$conversation = $this->accept('peire', $id)['conversation'];
		self::assertFalse($this->data('GET', "/conversations/$conversation", 'peire')['can']['carry']);
		$this->assertRefused(422, 'kept_card', 'POST', "/matches/{$this->cards['jeanne']}/introduction", 'peire', ['mediated' => false]);
		$mine = $this->data('POST', "/matches/{$this->cards['linh']}/introduction", 'peire', ['mediated' => true, 'member' => $this->cards['jeanne']], 201);
		self::assertSame([true, 'Jeanne'], [$mine['mine'], $mine['for']['name']]);
		self::assertSame(['Jeanne would like to get to know you'], $this->notified('linh'));
		$this->assertRefused(403, 'not_yours', 'POST', "/matches/{$this->cards['linh']}/introduction", 'odile', ['mediated' => true, 'member' => $this->cards['jeanne']]);
	}

	public function testPeopleReachedByFacilitatorsOnlyAreIntroducedByOne(): void {
		$this->data('PUT', '/writing', 'linh', ['writers' => 'nobody']);
		$this->assertRefused(422, 'only_mediated', 'POST', "/matches/{$this->cards['linh']}/introduction", 'odile', ['mediated' => false]);
		self::assertTrue($this->propose('odile', 'linh', true)['mediated']);
	}

	public function testAHiddenCardIsNeitherNamedNorIntroduced(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame([[], []], [$this->seenBy('linh'), $this->notified('linh')]);
		$this->assertRefused(404, 'not_found', 'POST', "/introductions/$id/accept", 'linh');
		$this->assertRefused(422, 'introduction_card_hidden', 'POST', "/matches/{$this->cards['zohra']}/introduction", 'odile', ['mediated' => false]);
		$this->setStatus('odile', 'odile', 'published');
		self::assertCount(1, $this->seenBy('linh'));
		$this->setStatus('linh', 'linh', 'withdrawn');
		self::assertSame([null, []], [$this->seenBy('odile')[0]['with'], $this->seenBy('odile')[0]['reasons']]);
		self::assertFalse($this->seenBy('linh')[0]['can']['accept']);
		$this->assertRefused(422, 'introduction_card_hidden', 'POST', "/introductions/$id/accept", 'linh');
	}

	public function testAnErasedCardTakesItsIntroductionsWithIt(): void {
		$conversation = $this->accept('linh', $this->propose('odile', 'linh')['id'])['conversation'];
		$this->data('DELETE', '/members/me', 'linh');
		self::assertSame([], $this->seenBy('odile'));
		$seen = $this->data('GET', "/conversations/$conversation", 'odile');
		self::assertSame('hidden', $seen['pause']);
	}

	public function testIntroductionsMoveWithACard(): void {
		$this->propose('odile', 'jeanne');
		$this->account('jeanne');
		$link = $this->data('POST', "/members/{$this->cards['jeanne']}/claim-link", 'peire', [], 201)['url'];
		$this->card('jeanne', ['name' => 'Jeanne B.']);
		$this->data('POST', '/claims/' . basename($link), 'jeanne', ['merge' => true]);
		self::assertSame([], $this->seenBy('peire'));
		$seen = $this->seenBy('jeanne')[0];
		self::assertSame([null, true], [$seen['for'], $seen['can']['accept']]);
		self::assertSame('agreed', $this->accept('jeanne', $seen['id'])['state']);
	}

	public function testThePersonalExportSaysWhatThePersonSees(): void {
		$this->propose('odile', 'linh', true);
		$export = fn (string $uid): array => $this->data('GET', "/members/{$this->cards[$uid]}/export", $uid)['introductions'];
		self::assertSame([['Linh', true, true, 'proposed']], array_map(static fn (array $row): array => [$row['with'], $row['proposed'], $row['mediated'], $row['state']], $export('odile')));
		self::assertSame(['Odile'], array_column($export('linh'), 'with'));
		$this->data('POST', "/matches/{$this->cards['odile']}/decline", 'linh', []);
		self::assertSame(['proposed'], array_column($export('odile'), 'state'));
	}

	public function testLimits(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 3) as $_) {
			$this->data('DELETE', '/introductions/' . $this->propose('odile', 'linh')['id'], 'odile');
		}
		$this->assertRefused(429, 'enough_introductions_today', 'POST', "/matches/{$this->cards['linh']}/introduction", 'odile', ['mediated' => false]);
	}

	public function testBadInputIsRefused(): void {
		$path = "/matches/{$this->cards['linh']}/introduction";
		$this->assertRefused(400, 'wrong_type', 'POST', $path, 'odile', ['mediated' => ['x']]);
		$this->assertRefused(409, 'own_card', 'POST', "/matches/{$this->cards['odile']}/introduction", 'odile', ['mediated' => false]);
		$this->assertRefused(404, 'no_card', 'POST', $path, 'fanny', ['mediated' => false]);
		$this->assertRefused(404, 'not_found', 'POST', '/introductions/999/accept', 'odile');
	}
}
