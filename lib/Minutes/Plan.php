<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use JsonException;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use stdClass;

/**
 * The plan of what is created from minutes, composed by the browser. Stored unchanged; the server only checks its groups, and that it contains
 * no mail address or phone number.
 */
final class Plan {
	/** Bytes. */
	public const SIZE = 1_000_000;
	public const GROUPS = 100;
	private const DEPTH = 16;

	/** @param list<int> $positions positions of its groups in the minutes */
	private function __construct(
		public readonly string $json,
		public readonly array $positions,
	) {
	}

	/**
	 * @param mixed $json raw input: PlanSchema of src/minutes/model.ts as JSON
	 * @throws ReasonException wrong_type · too_long · too_many · bad_text · bad_plan · address_in_plan with its place
	 */
	public static function read(mixed $json): self {
		$plan = self::decode($json);
		$groups = $plan->groups ?? null;
		if (!is_array($groups)) {
			throw self::invalidAt('plan.groups');
		}
		if (count($groups) > self::GROUPS) {
			throw new ReasonException('too_many', details: ['field' => 'plan.groups', 'max' => self::GROUPS]);
		}
		self::requireNobody($plan, 'plan');
		return new self(self::encode($plan), self::positions($groups));
	}

	/**
	 * A plan of another kind, of which nothing else is checked.
	 *
	 * @param mixed $json raw input
	 * @return stdClass without addresses and phone numbers
	 * @throws ReasonException wrong_type · too_long · bad_text · bad_plan · address_in_plan with its place
	 */
	public static function withoutAddresses(mixed $json): stdClass {
		$plan = self::decode($json);
		self::requireNobody($plan, 'plan');
		return $plan;
	}

	public static function encode(stdClass $plan): string {
		return json_encode($plan, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}

	private static function decode(mixed $json): stdClass {
		if (!is_string($json)) {
			throw new ReasonException('wrong_type', details: ['field' => 'plan']);
		}
		if (strlen($json) > self::SIZE) {
			throw new ReasonException('too_long', details: ['field' => 'plan', 'max' => self::SIZE]);
		}
		try {
			// As objects, so that an empty one stays an object; encoded again, so that the first of two equal keys is not stored unchecked.
			$plan = json_decode($json, false, self::DEPTH, JSON_THROW_ON_ERROR);
		} catch (JsonException) {
			throw self::invalidAt('plan');
		}
		return $plan instanceof stdClass ? $plan : throw self::invalidAt('plan');
	}

	/**
	 * @param list<mixed> $groups
	 * @return list<int>
	 */
	private static function positions(array $groups): array {
		$positions = [];
		foreach ($groups as $i => $group) {
			$position = $group->position ?? null;
			if (!is_int($position) || Input::count($position) === null || in_array($position, $positions, true) || !is_string($group->title ?? null)) {
				throw self::invalidAt("plan.groups.$i");
			}
			$positions[] = $position;
		}
		return $positions;
	}

	/** Refuses addresses in texts, numbers and keys. */
	private static function requireNobody(mixed $value, string $place): void {
		if ($value instanceof stdClass || is_array($value)) {
			foreach ($value as $key => $inner) {
				$value instanceof stdClass && self::requireText((string)$key, $place);
				self::requireNobody($inner, "$place.$key");
			}
		} elseif (is_string($value)) {
			self::requireText($value, $place);
		} elseif ((is_int($value) || is_float($value)) && Contacts::mayBe($value)) {
			throw self::address($place);
		}
	}

	private static function requireText(string $text, string $place): void {
		if (Contacts::areIn($text) || (is_numeric($text) && Contacts::mayBe((float)$text))) {
			throw self::address($place);
		}
		Fields::text($text, self::short($place), self::SIZE);
	}

	private static function address(string $place): ReasonException {
		return new ReasonException('address_in_plan', details: ['field' => self::short($place)]);
	}

	public static function invalidAt(string $place): ReasonException {
		return new ReasonException('bad_plan', details: ['field' => $place]);
	}

	private static function short(string $place): string {
		return mb_strcut($place, 0, 128);
	}
}
