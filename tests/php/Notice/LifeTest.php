<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use OCA\Reseau\Notice\NoticeRules;
use PHPUnit\Framework\Attributes\Group;

/** What becomes of a notice. */
class LifeTest extends NoticeTestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/notice-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, NoticeRules::LIMITS);
	}

	#[Group('databases')]
	public function testChanging(): void {
		$made = $this->publish('odile', ['text' => 'Avant', 'terms' => ['permaculture']]);
		$changed = $this->data('PUT', "/notices/{$made['id']}", 'odile', ['version' => 1, 'title' => 'Un broyeur', 'kind' => 'need']);
		self::assertSame(['Un broyeur', 'need', 'Avant', ['permaculture'], 2], [$changed['title'], $changed['kind'], $changed['text'], $changed['terms'], $changed['version']]);
		$refusal = $this->assertRefused(409, 'stale_version', 'PUT', "/notices/{$made['id']}", 'odile', ['version' => 1, 'title' => 'Perdu']);
		self::assertSame('Un broyeur', $refusal['current']['title']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/notices/{$made['id']}", 'zohra', ['version' => 2, 'title' => 'Perdu']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/notices/{$made['id']}", 'fanny', ['version' => 2, 'title' => 'Perdu']);
		$this->assertRefused(400, 'version_missing', 'PUT', "/notices/{$made['id']}", 'odile', ['title' => 'Perdu']);
		self::assertSame(['Un broyeur'], $this->found('zohra', '?q=broyeur'));
		self::assertSame([], $this->found('zohra', '?q=pressoir'));
	}

	#[Group('databases')]
	public function testClosingWithThanks(): void {
		$this->data('PUT', '/notified', 'yamina', ['kind' => 'linked', 'timing' => 'now']);
		$id = $this->publish('odile')['id'];
		$closed = $this->data('PUT', "/notices/$id/closing", 'odile', ['outcome' => 'Trois cents litres de jus.', 'thanks' => [$this->cards['yamina'], $this->cards['jeanne'], $this->cards['yamina']]]);
		self::assertSame(['done', 'Trois cents litres de jus.'], [$closed['state'], $closed['outcome']]);
		self::assertSame([$this->cards['yamina'], $this->cards['jeanne']], array_column($closed['thanks'], 'id'));
		self::assertSame(['Odile Marcenac thanks you: “Un pressoir à prêter”'], $this->notified('yamina'));
		self::assertSame([], $this->notified('peire'));
		self::assertSame([], $this->found('zohra'));
		self::assertSame([$this->cards['yamina'], $this->cards['jeanne']], array_column($this->read('zohra', $id)['thanks'], 'id'));
		// A hidden person is not named to others, and stays thanked.
		$this->setStatus('yamina', 'yamina', 'paused');
		self::assertSame([$this->cards['jeanne']], array_column($this->read('odile', $id)['thanks'], 'id'));
		$this->data('PUT', "/notices/$id/closing", 'odile', ['outcome' => 'Quatre cents.', 'thanks' => [$this->cards['zohra']]]);
		$this->assertRefused(400, 'unknown_member', 'PUT', "/notices/$id/closing", 'odile', ['thanks' => [$this->cards['yamina']]]);
		$this->assertRefused(400, 'unknown_member', 'PUT', "/notices/$id/closing", 'odile', ['thanks' => [$this->cards['odile']]]);
		$this->assertRefused(400, 'unknown_member', 'PUT', "/notices/$id/closing", 'odile', ['thanks' => [PHP_INT_MAX]]);
		$this->setStatus('yamina', 'yamina', 'published');
		self::assertEqualsCanonicalizing([$this->cards['yamina'], $this->cards['zohra']], array_column($this->read('odile', $id)['thanks'], 'id'));
		// Taken back.
		$open = $this->data('POST', "/notices/$id/reopening", 'odile');
		self::assertSame(['open', '', []], [$open['state'], $open['outcome'], $open['thanks']]);
		self::assertSame([[], []], [$this->notified('yamina'), $this->notified('zohra')]);
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra'));
	}

	public function testThanksAreNotSentToPeopleWhoDoNotSeeTheNotice(): void {
		foreach (['yamina', 'zohra'] as $uid) {
			$this->data('PUT', '/notified', $uid, ['kind' => 'linked', 'timing' => 'now']);
		}
		$id = $this->publish('odile', ['groupId' => $this->group, 'audience' => 'group'])['id'];
		$this->data('PUT', "/notices/$id/closing", 'odile', ['thanks' => [$this->cards['yamina'], $this->cards['zohra']]]);
		self::assertSame([1, 0], [count($this->notified('yamina')), count($this->notified('zohra'))]);
		$this->data('POST', "/groups/$this->group/leave", 'yamina', ['note' => '']);
		self::assertSame([], $this->notified('yamina'));
	}

	public function testEndingAndRenewing(): void {
		$id = $this->publish('odile')['id'];
		self::assertSame('ended', $this->data('POST', "/notices/$id/end", 'odile')['state']);
		self::assertSame([], $this->found('zohra'));
		self::assertSame('ended', $this->read('zohra', $id)['state']);
		$this->assertRefused(422, 'notice_closed', 'POST', "/notices/$id/end", 'odile');
		$this->assertRefused(422, 'notice_closed', 'PUT', "/notices/$id", 'odile', ['version' => 2, 'title' => 'x']);
		$this->days(10);
		self::assertSame(['open', '2027-02-02'], array_values(array_intersect_key($this->data('POST', "/notices/$id/renewal", 'odile'), ['state' => 0, 'until' => 0])));
		self::assertSame('2026-12-31', $this->data('POST', "/notices/$id/renewal", 'odile', ['until' => '2026-12-31'])['until']);
		$this->assertRefused(400, 'bad_until', 'POST', "/notices/$id/renewal", 'odile', ['until' => '2026-11-30']);
		$this->data('PUT', "/notices/$id/closing", 'odile', []);
		$this->assertRefused(422, 'notice_closed', 'POST', "/notices/$id/renewal", 'odile');
		$this->assertRefused(403, 'not_yours', 'POST', "/notices/$id/renewal", 'zohra');
	}

	#[Group('databases')]
	public function testAFacilitatorEndsWhatBreaksTheRules(): void {
		$id = $this->publish('odile')['id'];
		$this->assertRefused(403, 'not_yours', 'POST', "/notices/$id/end", 'zohra');
		self::assertTrue($this->data('POST', "/notices/$id/end", 'fanny')['stopped']);
		self::assertSame(['A facilitator ended your notice “Un pressoir à prêter”'], $this->notified('odile'));
		self::assertTrue($this->read('odile', $id)['stopped']);
		self::assertArrayNotHasKey('stopped', $this->read('zohra', $id));
		foreach (['POST' => ['renewal', 'reopening'], 'PUT' => ['closing']] as $method => $acts) {
			foreach ($acts as $act) {
				$this->assertRefused(422, 'notice_stopped', $method, "/notices/$id/$act", 'odile', []);
			}
		}
		self::assertSame('open', $this->data('POST', "/notices/$id/reopening", 'fanny')['state']);
		self::assertSame([], $this->notified('odile'));
		// What its author ended, they reopen themselves.
		$this->data('POST', "/notices/$id/end", 'odile');
		$this->assertRefused(403, 'not_yours', 'POST', "/notices/$id/reopening", 'fanny');
	}

	public function testDeleting(): void {
		$id = $this->publish('odile')['id'];
		$this->assertRefused(403, 'not_yours', 'DELETE', "/notices/$id", 'fanny');
		$conversation = $this->answer('zohra', $id)['id'];
		$this->data('DELETE', "/notices/$id", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$id", 'odile');
		self::assertSame([], $this->found('odile'));
		$left = $this->data('GET', "/conversations/$conversation", 'zohra');
		self::assertSame([null, ['Il m’intéresse.']], [$left['about'], array_column($left['messages'], 'text')]);
	}

	#[Group('databases')]
	public function testAnswering(): void {
		// An author who wants messages from nobody asks for answers all the same.
		$this->data('PUT', '/writing', 'odile', ['writers' => 'nobody']);
		$id = $this->publish('odile')['id'];
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => null], $this->data('GET', "/notices/$id/writing", 'zohra'));
		self::assertSame('own_card', $this->data('GET', "/notices/$id/writing", 'odile')['obstacle']);
		$conversation = $this->answer('zohra', $id);
		self::assertSame(['type' => 'notice', 'id' => $id, 'title' => 'Un pressoir à prêter'], $conversation['about']);
		self::assertSame('Odile Marcenac', $conversation['with'][0]['name']);
		self::assertSame($conversation['id'], $this->answer('zohra', $id, 'Encore.')['id']);
		self::assertSame('only_facilitators', $this->data('GET', "/members/{$this->cards['odile']}/writing", 'zohra')['obstacle']);
		$mail = $this->kernel->mails()[0];
		self::assertSame(['odile@example.org'], array_keys($mail['to']));
		self::assertStringContainsString('Un pressoir à prêter', $mail['plain']);
		self::assertStringNotContainsString('zohra@example.org', $mail['plain']);
		// Another notice is another conversation; so is the card.
		$other = $this->publish('odile', ['title' => 'Un broyeur'])['id'];
		self::assertNotSame($conversation['id'], $this->answer('zohra', $other)['id']);
		$this->assertRefused(422, 'links_too_early', 'POST', "/notices/$id/conversations", 'yamina', ['text' => 'Voir www.example.org', 'key' => $this->key()]);
		$this->data('POST', "/notices/$id/end", 'odile');
		self::assertSame('notice_ended', $this->answer('yamina', $id, status: 422)['error']);
		self::assertFalse($this->read('zohra', $id)['can']['answer']);
		// What was begun goes on.
		$this->data('POST', "/conversations/{$conversation['id']}/messages", 'zohra', ['text' => 'Dommage.', 'key' => $this->key()], 201);
	}

	public function testAStoppedConversationIsNotGoneAround(): void {
		$id = $this->publish('odile')['id'];
		$conversation = $this->data('POST', "/members/{$this->cards['odile']}/conversations", 'zohra', ['text' => 'Bonjour', 'key' => $this->key()], 201)['id'];
		$this->data('PUT', "/conversations/$conversation/report", 'odile', ['reported' => true]);
		$this->data('PUT', "/conversations/$conversation/state", 'fanny', ['state' => 'stopped']);
		self::assertSame('conversation_stopped', $this->answer('zohra', $id, status: 422)['error']);
	}

	public function testAnswersForAPersonWithoutAnAccountGoToTheirKeeper(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'title' => 'Cherche du bois', 'kind' => 'need'])['id'];
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => 'Peire'], $this->data('GET', "/notices/$id/writing", 'zohra'));
		self::assertSame('kept_card', $this->data('GET', "/notices/$id/writing", 'peire')['obstacle']);
		$this->answer('zohra', $id);
		self::assertSame(['Zohra Marcenac wrote to Jeanne Bru, whose card you keep'], $this->notified('peire'));
		self::assertStringContainsString('à propos de « Cherche du bois »', str_replace("\u{a0}", ' ', $this->kernel->mails()[0]['plain']));
	}

	public function testATitleIsOnlyShownToPeopleWhoSeeTheNotice(): void {
		$id = $this->publish('odile', ['groupId' => $this->group, 'audience' => 'group', 'title' => 'Le secret du puits'])['id'];
		$conversation = $this->answer('yamina', $id)['id'];
		$this->data('POST', "/groups/$this->group/leave", 'yamina', ['note' => '']);
		self::assertNull($this->data('GET', "/conversations/$conversation", 'yamina')['about']);
		self::assertNull($this->data('GET', '/conversations', 'yamina')['conversations'][0]['about']);
		self::assertSame('Le secret du puits', $this->data('GET', "/conversations/$conversation", 'odile')['about']['title']);
		self::assertStringNotContainsString('secret du puits', json_encode($this->data('GET', "/members/{$this->cards['yamina']}/export", 'yamina'), JSON_UNESCAPED_UNICODE));
	}
}
