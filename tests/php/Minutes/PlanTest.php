<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Minutes\Contacts;
use OCA\Reseau\Minutes\Plan;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A plan is stored as the browser composed it, without mail addresses and phone numbers. */
class PlanTest extends TestCase {
	private const CONTACTS = ['lou@example.org', 'LOU @ example . org', 'lou [at] example.org', '06 39 98 09 22', '0639980922', '+33 (0)6 39 98 09 22', '+34 612 345 678'];

	/** @return iterable<string, array{string, string}> */
	public static function texts(): iterable {
		$fixture = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/contacts.json'), true, 8, JSON_THROW_ON_ERROR);
		foreach ($fixture['cases'] as ['text' => $text, 'cut' => $cut]) {
			yield $text === '' ? 'nothing' : $text => [$text, $cut];
		}
	}

	#[DataProvider('texts')]
	public function testPhpFindsTheSameContactsAsTypeScript(string $text, string $cut): void {
		self::assertSame($text !== $cut, Contacts::areIn($text));
		self::assertFalse(Contacts::areIn($cut));
	}

	public function testAPlanWithoutAddressesIsStored(): void {
		$plan = ['groups' => [['position' => 2, 'title' => 'Eau', 'cards' => [], 'more' => new \stdClass()], ['position' => 0, 'title' => 'Pain']], 'note' => "Deux\nlignes"];
		$json = json_encode($plan, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
		$read = Plan::read($json);
		self::assertSame([$json, [2, 0]], [$read->json, $read->positions]);
	}

	/** Anywhere in a plan of any shape, also with JSON escapes. */
	public function testAnAddressIsRefusedAnywhereInThePlan(): void {
		mt_srand(11);
		for ($run = 0; $run < 400; $run++) {
			$clean = ['groups' => [['position' => 0, 'title' => 'Eau', 'cards' => self::tree(4)]], 'more' => self::tree(3)];
			self::assertNotSame('', Plan::read(json_encode($clean, JSON_THROW_ON_ERROR))->json);
			$contact = self::CONTACTS[mt_rand(0, count(self::CONTACTS) - 1)];
			$text = ['', 'avant '][mt_rand(0, 1)] . $contact . ['', ' après'][mt_rand(0, 1)];
			$planted = $clean;
			mt_rand(0, 1) === 1
				? $planted['more'] = self::plant($clean['more'], $text, mt_rand(0, 1) === 1)
				: $planted['groups'][0]['cards'] = self::plant($clean['groups'][0]['cards'], $text, mt_rand(0, 1) === 1);
			$json = json_encode($planted, JSON_THROW_ON_ERROR | (mt_rand(0, 1) * JSON_UNESCAPED_UNICODE));
			self::assertRefused('address_in_plan', mt_rand(0, 1) === 1 ? $json : str_replace('@', '\u0040', $json));
		}
	}

	public function testDuplicateKeysOfJsonAreNotStoredUnchecked(): void {
		$read = Plan::read('{"groups":[],"a":"lou@example.org","a":"Lou"}');
		self::assertSame('{"groups":[],"a":"Lou"}', $read->json);
	}

	/** @return iterable<string, array{string, mixed}> */
	public static function bad(): iterable {
		yield 'no text' => ['wrong_type', ['groups' => []]];
		yield 'no JSON' => ['bad_plan', '{'];
		yield 'no groups' => ['bad_plan', '{}'];
		yield 'groups that are none' => ['bad_plan', '{"groups":{}}'];
		yield 'a group without a place' => ['bad_plan', '{"groups":[{"title":"Eau"}]}'];
		yield 'a place below 0' => ['bad_plan', '{"groups":[{"position":-1,"title":"Eau"}]}'];
		yield 'a place twice' => ['bad_plan', '{"groups":[{"position":1,"title":"Eau"},{"position":1,"title":"Pain"}]}'];
		yield 'a group without a title' => ['bad_plan', '{"groups":[{"position":1}]}'];
		yield 'a group that is a word' => ['bad_plan', '{"groups":["Eau"]}'];
		yield 'too deep' => ['bad_plan', '{"groups":[],"a":' . str_repeat('[', 20) . str_repeat(']', 20) . '}'];
		yield 'too many groups' => ['too_many', json_encode(['groups' => array_map(static fn (int $i): array => ['position' => $i, 'title' => 'G'], range(0, 100))])];
		yield 'too long' => ['too_long', '{"groups":[],"a":"' . str_repeat('a', 1_000_000) . '"}'];
		yield 'a control character' => ['bad_text', '{"groups":[],"a":"\u0000"}'];
		yield 'a telephone as a number' => ['address_in_plan', '{"groups":[],"a":639980922}'];
		yield 'a telephone as a name' => ['address_in_plan', '{"groups":[],"639980922":1}'];
		yield 'no UTF-8' => ['bad_plan', "{\"groups\":[],\"a\":\"\xff\"}"];
	}

	#[DataProvider('bad')]
	public function testInvalidPlansAreRefused(string $reason, mixed $json): void {
		self::assertRefused($reason, $json);
	}

	public function testAMegabyteIsReadQuickly(): void {
		$start = hrtime(true);
		Plan::read(json_encode(['groups' => [], 'a' => str_repeat('0 1, ', 190_000)], JSON_THROW_ON_ERROR));
		self::assertLessThan(1e9, hrtime(true) - $start);
	}

	private static function assertRefused(string $reason, mixed $json): void {
		try {
			Plan::read($json);
			self::fail('let through: ' . (is_string($json) ? substr($json, 0, 400) : 'no text'));
		} catch (ReasonException $e) {
			self::assertSame($reason, $e->reason);
		}
	}

	private static function tree(int $depth): mixed {
		$leaves = ['', 'le 05/12/2026 14:00', "Qui manque autour\nde cette table ?", 42, 3.5, true, null, '11300 Limoux', 'n° 12'];
		if ($depth === 0 || mt_rand(0, 2) === 0) {
			return $leaves[mt_rand(0, count($leaves) - 1)];
		}
		$inner = array_map(static fn (): mixed => self::tree($depth - 1), range(1, mt_rand(1, 4)));
		return mt_rand(0, 1) === 1 ? $inner : array_combine(array_map(static fn (int $i): string => "clé $i", array_keys($inner)), $inner);
	}

	/** The same with a text somewhere below it, or as the name of something. */
	private static function plant(mixed $tree, string $text, bool $asName): mixed {
		if (!is_array($tree) || mt_rand(0, 2) === 0) {
			return $asName ? [$text => $tree] : [$tree, $text];
		}
		$key = array_rand($tree);
		$tree[$key] = self::plant($tree[$key], $text, $asName);
		return $tree;
	}
}
