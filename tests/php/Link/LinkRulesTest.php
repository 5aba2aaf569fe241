<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Reseau\Link\LinkRules;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class LinkRulesTest extends TestCase {
	private const PERSON = ['type' => 'member', 'id' => '1'];
	private const GROUP = ['type' => 'group', 'id' => '1'];

	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/link-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, LinkRules::LIMITS);
	}

	/** @return iterable<string, array{array<array-key, mixed>, string, string}> */
	public static function bad(): iterable {
		yield 'nothing' => [[], 'wrong_type', 'a'];
		yield 'a number' => [['a' => 1], 'wrong_type', 'a'];
		yield 'a list' => [['a' => ['member', '1']], 'wrong_type', 'a'];
		yield 'a type of its own' => [['a' => ['type' => 'planet', 'id' => '1']], 'unknown_thing', 'a'];
		yield 'a number as a number' => [['a' => ['type' => 'member', 'id' => 1]], 'wrong_type', 'a.id'];
		yield 'no number' => [['a' => ['type' => 'member', 'id' => '1 OR 1']], 'unknown_thing', 'a'];
		yield 'more than a number holds' => [['a' => ['type' => 'member', 'id' => '9999999999999999999']], 'unknown_thing', 'a'];
		yield 'one end' => [['a' => self::PERSON], 'wrong_type', 'b'];
		yield 'no relation' => [['a' => self::PERSON, 'b' => self::GROUP], 'wrong_type', 'relation'];
		yield 'twice the same' => [['a' => self::PERSON, 'b' => self::PERSON, 'relation' => 'carries'], 'same_thing', 'b'];
	}

	/** @param array<array-key, mixed> $input */
	#[DataProvider('bad')]
	public function testInvalidInputIsRefusedWithItsField(array $input, string $reason, string $field): void {
		try {
			LinkRules::check($input);
			self::fail('was taken');
		} catch (ReasonException $e) {
			self::assertSame([$reason, $field], [$e->reason, $e->details['field'] ?? null]);
		}
	}

	public function testTwoTypesWithTheSameIdAreDifferentThings(): void {
		self::assertSame('group:1', LinkRules::check(['a' => self::PERSON, 'b' => self::GROUP, 'relation' => 'carries'])['b']->key());
	}
}
