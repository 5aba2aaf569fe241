<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

/** What its author, another member and a facilitator of the network may do with a notice, by its state: the page offers nothing else. */
class CanTest extends NoticeTestCase {
	public function testAnOpenNotice(): void {
		self::assertSame(['edit renew close end delete', 'answer', 'end answer'], $this->may($this->publish('odile')['id']));
	}

	public function testANoticeThatIsDone(): void {
		$id = $this->publish('odile')['id'];
		$this->data('PUT', "/notices/$id/closing", 'odile', ['outcome' => 'Du jus.']);
		self::assertSame(['close reopen delete', '', ''], $this->may($id));
	}

	public function testANoticeThatItsAuthorEnded(): void {
		$id = $this->publish('odile')['id'];
		$this->data('POST', "/notices/$id/end", 'odile');
		self::assertSame(['renew close reopen delete', '', ''], $this->may($id));
	}

	public function testANoticeThatAFacilitatorEnded(): void {
		$id = $this->publish('odile')['id'];
		$this->data('POST', "/notices/$id/end", 'fanny', ['reason' => 'Une vente.']);
		self::assertSame(['delete', '', 'reopen'], $this->may($id));
	}

	public function testANoticeOfAKeptCard(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne']])['id'];
		self::assertSame(['edit renew close end delete', 'answer', 'end answer'], $this->may($id, 'peire'));
	}

	public function testANoticeOfAHiddenCard(): void {
		$id = $this->publish('odile')['id'];
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame(['edit close end delete', null, null], $this->may($id));
		$this->data('POST', "/notices/$id/end", 'odile');
		self::assertSame(['close delete', null, null], $this->may($id));
	}

	/** @return array{?string, ?string, ?string} null: they do not see it */
	private function may(int $id, string $author = 'odile'): array {
		return array_map(function (string $uid) use ($id): ?string {
			$reply = $this->ask('GET', "/notices/$id", $uid);
			return $reply->status === 404 ? null : implode(' ', array_keys(array_filter($reply->data()['can'])));
		}, [$author, 'zohra', 'fanny']);
	}
}
