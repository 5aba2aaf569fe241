<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

/** What who proposes, who is proposed and two facilitators may do with an introduction, step by step: the page offers nothing else. */
class CanTest extends IntroductionTestCase {
	public function testBetweenTheTwo(): void {
		$id = $this->propose('odile', 'linh')['id'];
		self::assertSame(['end', 'accept'], $this->may());
		$this->accept('linh', $id);
		self::assertSame(['', ''], $this->may());
		$this->later(20);
		self::assertSame(['', ''], $this->may());
		$this->later(1);
		self::assertSame(['tell', 'tell'], $this->may());
	}

	public function testByAFacilitator(): void {
		$id = $this->propose('odile', 'linh', true)['id'];
		self::assertSame([['end', 'accept'], [null, null]], [$this->may(), $this->mayMediate()]);
		$this->accept('linh', $id);
		self::assertSame([['end', 'end'], ['take', 'take']], [$this->may(), $this->mayMediate()]);
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		self::assertSame([['end', 'end'], ['plan handOver end', '']], [$this->may(), $this->mayMediate()]);
		$this->plan('fanny', $id, ['lookBack' => '2026-12-20']);
		self::assertSame([['end absent', 'end absent'], ['plan handOver end', '']], [$this->may(), $this->mayMediate()]);
		$this->later(26);
		self::assertSame([['tell', 'tell'], ['tell', '']], [$this->may(), $this->mayMediate()]);
	}

	public function testHiddenPeopleAreNotIntroduced(): void {
		$this->propose('odile', 'linh');
		$this->setStatus('linh', 'linh', 'paused');
		self::assertSame('', $this->may()[1]);
	}

	/** @return array{?string, ?string} of Odile and of Linh; null: they do not see it */
	private function may(): array {
		return array_map(fn (string $uid): ?string => self::words($this->seenBy($uid)[0] ?? null), ['odile', 'linh']);
	}

	/** @return array{?string, ?string} of Fanny and of Zohra */
	private function mayMediate(): array {
		return array_map(fn (string $uid): ?string => self::words($this->mediations($uid)[0] ?? null), ['fanny', 'zohra']);
	}

	/** @param ?array<string, mixed> $seen */
	private static function words(?array $seen): ?string {
		return $seen === null ? null : implode(' ', array_keys(array_filter($seen['can'])));
	}
}
