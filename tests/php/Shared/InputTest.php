<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class InputTest extends TestCase {
	#[TestWith(['2026-11-24', true])]
	#[TestWith(['2024-02-29', true])]
	#[TestWith(['2026-02-29', false])]
	#[TestWith(['2026-13-01', false])]
	#[TestWith(['0000-00-00', false])]
	#[TestWith(["2026-11-24\u{0000}", false])]
	#[TestWith(["\u{0000}2026-11-24", false])]
	#[TestWith(["2026-11-24\n", false])]
	#[TestWith([' 2026-11-24', false])]
	#[TestWith(['26-11-24', false])]
	#[TestWith(['', false])]
	#[TestWith([20261124, false])]
	#[TestWith([['2026-11-24'], false])]
	public function testOnlyExistingDaysAreAccepted(mixed $value, bool $is): void {
		self::assertSame($is ? $value : null, Input::date($value));
	}

	#[TestWith([0, 0])]
	#[TestWith(['7', 7])]
	#[TestWith([2_147_483_646, 2_147_483_646])]
	#[TestWith([2_147_483_647, 'wrong_type'])]
	#[TestWith([PHP_INT_MAX, 'wrong_type'])]
	#[TestWith([-1, 'wrong_type'])]
	#[TestWith([1e30, 'version_missing'])]
	#[TestWith(['9223372036854775808', 'version_missing'])]
	#[TestWith([null, 'version_missing'])]
	#[TestWith([[1], 'version_missing'])]
	public function testAVersionFitsIntoEveryDatabase(mixed $value, int|string $read): void {
		try {
			self::assertSame($read, Input::version(['version' => $value]));
		} catch (ReasonException $e) {
			self::assertSame($read, $e->reason);
		}
	}

	#[TestWith([2_147_483_647, 2_147_483_647])]
	#[TestWith([2_147_483_648, null])]
	#[TestWith([-1, null])]
	#[TestWith(['a', null])]
	public function testACountFitsIntoEveryDatabase(mixed $value, ?int $read): void {
		self::assertSame($read, Input::count($value));
	}

	#[TestWith(['7'])]
	#[TestWith(['"name"'])]
	#[TestWith(['true'])]
	#[TestWith(['["name"]'])]
	#[TestWith(['["name","a\u0000b",7]'])]
	#[TestWith(['["name","dubois\n",7]'])]
	#[TestWith(['["name","dubois","7"]'])]
	public function testAnUnknownCursorIsRefused(string $json): void {
		$this->expectExceptionObject(new ReasonException('bad_cursor'));
		Cursor::parse(rtrim(strtr(base64_encode($json), '+/', '-_'), '='), ['name' => 'si']);
	}
}
