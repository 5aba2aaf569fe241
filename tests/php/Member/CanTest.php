<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Tests\NetworkTestCase;

/** What each may do with a card, by its status: the page offers nothing else. */
class CanTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		foreach (['alice', 'bob'] as $uid) {
			$this->account($uid);
		}
		$this->facilitator('fanny');
	}

	public function testACardOfOnesOwn(): void {
		$id = $this->card('alice')['id'];
		self::assertSame([
			'published' => ['edit pause withdraw delete export', '', ''],
			'paused' => ['edit publish withdraw delete export', null, null],
			'withdrawn' => ['edit publish delete export', null, null],
		], $this->byStatus($id, 'alice', ['published', 'paused', 'withdrawn']));
	}

	public function testACardKeptForAPersonWithoutAnAccount(): void {
		$id = $this->data('POST', '/members', 'alice', ['name' => 'Berthe Fournil'], 201)['id'];
		self::assertSame(['edit publish delete export recordConsent askConsent invite passOn', null, null], $this->may($id, 'alice'));
		$this->data('POST', "/members/$id/consent", 'alice', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		self::assertSame([
			'published' => ['edit pause withdraw delete export recordConsent askConsent invite passOn', '', 'invite'],
			'paused' => ['edit publish withdraw delete export recordConsent askConsent invite passOn', null, null],
			'withdrawn' => ['edit publish delete export recordConsent invite passOn', null, null],
		], $this->byStatus($id, 'alice', ['published', 'paused', 'withdrawn']));
	}

	public function testACardThatTheFacilitatorsKeepTogether(): void {
		$id = $this->keptCard('alice')['id'];
		$this->data('PUT', "/members/$id/steward", 'alice', ['uid' => null]);
		self::assertSame(['', '', 'edit pause withdraw delete export recordConsent askConsent invite passOn'], $this->may($id, 'alice'));
	}

	public function testACardIsConfirmedOnceAYearHasPassed(): void {
		$id = $this->card('alice')['id'];
		$now = $this->kernel->clock->getTime();
		$this->kernel->clock->stopAt($now + 365 * 86_400 - 1);
		self::assertStringNotContainsString('confirm', (string)$this->may($id, 'alice')[0]);
		$this->kernel->clock->stopAt($now + 365 * 86_400);
		self::assertSame(['edit confirm pause withdraw delete export', '', ''], $this->may($id, 'alice'));
	}

	/**
	 * @param list<string> $statuses
	 * @return array<string, array{?string, ?string, ?string}>
	 */
	private function byStatus(int $id, string $keeper, array $statuses): array {
		$may = [];
		foreach ($statuses as $status) {
			$card = $this->data('GET', "/members/$id", $keeper);
			if ($card['status'] !== $status) {
				$this->data('PUT', "/members/$id/status", $keeper, ['status' => $status, 'version' => $card['version']]);
			}
			$may[$status] = $this->may($id, $keeper);
		}
		return $may;
	}

	/** @return array{?string, ?string, ?string} what its keeper, another member and a facilitator may do; null: they do not see it */
	private function may(int $id, string $keeper): array {
		return array_map(function (string $uid) use ($id): ?string {
			$reply = $this->ask('GET', "/members/$id", $uid);
			return $reply->status === 404 ? null : implode(' ', array_keys(array_filter($reply->data()['can'])));
		}, [$keeper, 'bob', 'fanny']);
	}
}
