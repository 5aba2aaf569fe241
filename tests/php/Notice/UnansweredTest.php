<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use PHPUnit\Framework\Attributes\Group;

/** Needs that nobody has answered for a week come before their author and the facilitators. */
#[Group('databases')]
class UnansweredTest extends NoticeTestCase {
	/** @return list<string> titles in the list of the facilitators */
	private function waiting(string $query = ''): array {
		return array_column($this->data('GET', "/notices/unanswered$query", 'fanny')['notices'], 'title');
	}

	/** @return list<int> how many their home page mentions */
	private function remindedOf(string $uid): array {
		return array_column(array_filter($this->data('GET', '/home', $uid)['awaits'], static fn (array $line): bool => $line['kind'] === 'notice_unanswered'), 'count');
	}

	public function testAfterAWeekItsAuthorAndTheFacilitatorsKnow(): void {
		$first = $this->publish('odile', ['kind' => 'need', 'title' => 'Une presse'])['id'];
		$this->days(1);
		$second = $this->publish('zohra', ['kind' => 'call', 'title' => 'Des bras samedi'])['id'];
		$offer = $this->publish('odile')['id'];
		$this->days(5);
		self::assertSame([[], []], [$this->waiting(), $this->remindedOf('odile')]);
		self::assertArrayNotHasKey('unanswered', $this->read('odile', $first));
		$this->days(1);
		self::assertSame([['Une presse'], [1], []], [$this->waiting(), $this->remindedOf('odile'), $this->remindedOf('zohra')]);
		$this->days(1);
		self::assertSame(['Une presse', 'Des bras samedi'], $this->waiting(), 'the oldest first');
		self::assertTrue($this->read('odile', $first)['unanswered']);
		self::assertSame([$first], array_column(array_filter($this->data('GET', '/notices/mine', 'odile')['notices'], static fn (array $one): bool => isset($one['unanswered'])), 'id'));
		self::assertArrayNotHasKey('unanswered', $this->read('odile', $offer), 'an offer waits for nobody');
		foreach (['zohra', 'fanny'] as $other) {
			self::assertArrayNotHasKey('unanswered', $this->read($other, $first));
			self::assertStringNotContainsString('unanswered', (string)$this->ask('GET', '/notices', $other === 'zohra' ? 'yamina' : $other)->body);
		}
		// One page after the other.
		$page = $this->data('GET', '/notices/unanswered?limit=1', 'fanny');
		self::assertSame(['Une presse'], array_column($page['notices'], 'title'));
		self::assertSame(['Des bras samedi'], $this->waiting("?limit=1&cursor={$page['next']}"));
		self::assertNull($this->data('GET', "/notices/unanswered?limit=1&cursor={$page['next']}", 'fanny')['next']);
		// An answer ends it, unless the facilitators stop it as abuse.
		$conversation = $this->answer('yamina', $first)['id'];
		self::assertSame([['Des bras samedi'], []], [$this->waiting(), $this->remindedOf('odile')]);
		self::assertArrayNotHasKey('unanswered', $this->read('odile', $first));
		$this->data('PUT', "/conversations/$conversation/report", 'odile', ['reported' => true]);
		$this->data('PUT', "/conversations/$conversation/state", 'fanny', ['state' => 'stopped']);
		self::assertSame(['Une presse', 'Des bras samedi'], $this->waiting());
		$this->data('POST', "/notices/$second/end", 'zohra');
		self::assertSame(['Une presse'], $this->waiting());
	}

	public function testOnlyFacilitatorsGetTheListAndOnlyWhatTheySee(): void {
		$this->publish('odile', ['kind' => 'need', 'title' => 'Le secret du puits', 'groupId' => $this->group, 'audience' => 'group']);
		$this->publish('peire', ['kind' => 'need', 'title' => 'Une lampe', 'memberId' => $this->cards['jeanne']]);
		$this->publish('zohra', ['kind' => 'need', 'title' => 'Une échelle']);
		$this->setStatus('zohra', 'zohra', 'paused');
		$this->days(8);
		self::assertSame(['Une lampe'], $this->waiting());
		self::assertSame([[1], [1], []], [$this->remindedOf('odile'), $this->remindedOf('peire'), $this->remindedOf('zohra')], 'a paused card is not answered');
		$this->assertRefused(403, 'not_yours', 'GET', '/notices/unanswered', 'odile');
		$this->assertRefused(400, 'bad_cursor', 'GET', '/notices/unanswered?cursor=x', 'fanny');
		$this->assertRefused(400, 'bad_limit', 'GET', '/notices/unanswered?limit=0', 'fanny');
	}

	public function testAnsweredOnesDoNotTakeThePlacesOfOthers(): void {
		foreach (range(1, 5) as $n) {
			$this->answer('yamina', $this->publish('odile', ['kind' => 'need', 'title' => "Besoin $n"])['id']);
		}
		$this->publish('odile', ['kind' => 'need', 'title' => 'Besoin 6']);
		$this->days(8);
		$page = $this->data('GET', '/notices/unanswered?limit=1', 'fanny');
		self::assertSame([['Besoin 6'], null], [array_column($page['notices'], 'title'), $page['next']]);
	}
}
