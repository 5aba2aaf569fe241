<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupRules;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class GroupRulesTest extends TestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/group-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, GroupRules::LIMITS);
	}

	/** @return iterable<string, array{array<string, mixed>, string, string}> */
	public static function badWords(): iterable {
		yield 'no title' => [['title' => " \n"], 'title_missing', 'title'];
		yield 'title of another kind' => [['title' => ['a']], 'wrong_type', 'title'];
		yield 'long title' => [['title' => str_repeat('é', 121)], 'too_long', 'title'];
		yield 'a long need' => [['seeks' => str_repeat('é', 501)], 'too_long', 'seeks'];
		yield 'control character' => [['purpose' => "a\x07"], 'bad_text', 'purpose'];
		yield 'mandate as a list' => [['mandate' => ['a']], 'wrong_type', 'mandate'];
		yield 'mandate of long lines' => [['mandate' => ['mustNot' => ['a', str_repeat('b', 501)]]], 'too_long', 'mandate.mustNot.1'];
		yield 'mandate without end' => [['mandate' => ['with' => array_fill(0, 31, 'a')]], 'too_many', 'mandate.with'];
		yield 'unknown channel' => [['channel' => ['kind' => 'pigeon', 'value' => 'a']], 'bad_channel', 'channel'];
		yield 'channel that runs' => [['channel' => ['kind' => 'link', 'value' => 'javascript:alert(1)']], 'bad_channel', 'channel'];
		yield 'channel without address' => [['channel' => ['kind' => 'mail', 'value' => 'nobody']], 'bad_channel', 'channel'];
		yield 'conversation nobody made' => [['channel' => ['kind' => 'talk', 'value' => 'https://cloud.example.org/call/a']], 'bad_channel', 'channel'];
		yield 'unknown way in' => [['join' => 'ticket'], 'unknown_preset', 'join'];
	}

	/** @param array<string, mixed> $input */
	#[DataProvider('badWords')]
	public function testInvalidTextsAreRefusedWithTheirField(array $input, string $reason, string $field): void {
		$this->assertRefusedFor($reason, $field, static fn () => GroupRules::write(new Group(), $input));
	}

	/** @return iterable<string, array{array<string, mixed>, string, string}> */
	public static function badEngagements(): iterable {
		yield 'a day that is none' => [['from' => '2026-02-30'], 'bad_day', 'from'];
		yield 'the end first' => [['from' => '2026-03-01', 'until' => '2026-02-01'], 'until_before_from', 'until'];
		yield 'hours as a number' => [['hours' => 4], 'wrong_type', 'hours'];
		yield 'long limits' => [['limits' => str_repeat('a', 501)], 'too_long', 'limits'];
	}

	/** @param array<string, mixed> $input */
	#[DataProvider('badEngagements')]
	public function testInvalidEngagementsAreRefusedWithTheirField(array $input, string $reason, string $field): void {
		$this->assertRefusedFor($reason, $field, static fn () => GroupRules::engage(new Membership(), $input));
	}

	private function assertRefusedFor(string $reason, string $field, callable $step): void {
		try {
			$step();
		} catch (ReasonException $e) {
			self::assertSame([$reason, $field], [$e->reason, $e->details['field']]);
			return;
		}
		self::fail("$reason was not refused");
	}
}
