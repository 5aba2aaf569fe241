<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Shared\PlainName;
use OCA\Reseau\Shared\ReasonException;
use OCP\Security\ICrypto;
use stdClass;

/**
 * The plan of what is created from minutes in their group, and what was created: cards, a meeting, a file. Any facilitator of the group continues or undoes it
 * with their own rights, so each created thing is kept with the account whose run saved it, and a browser removes only those of its own account.
 */
class OrdinaryPlan {
	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	/**
	 * @param mixed $json raw input: OrdinaryPlanSchema of src/minutes/ordinary/model.ts as JSON
	 * @param ?string $stored as returned earlier: what it contains stays with its account
	 * @return string to store
	 * @throws ReasonException those of Plan::withoutAddresses() · bad_plan: also a file name that leads out of the folder of the group
	 */
	public function read(mixed $json, ?string $stored, string $uid): string {
		$plan = Plan::withoutAddresses($json);
		$name = ($plan->file ?? null) instanceof stdClass ? $plan->file->name ?? null : '-';
		if (!is_string($name) || !PlainName::isPlain($name)) {
			throw Plan::invalidAt('plan.file.name');
		}
		$me = $this->sign($uid);
		$known = [];
		foreach ($stored === null ? [] : self::made(self::decode($stored)) as [$thing, $made]) {
			$known[$thing . self::text($made->id ?? null)] = $made;
		}
		foreach (self::made($plan) as [$thing, $made]) {
			$before = $known[$thing . self::text($made->id ?? null)] ?? null;
			$by = $before === null ? $me : (string)($before->by ?? '');
			unset($made->mine);
			// One account says that it has changed since it was created by another: nobody knows.
			$made->by = $by === $me || self::text($before) === self::text($made) ? $by : '';
		}
		return Plan::encode($plan);
	}

	/** @return string OrdinaryPlanSchema as JSON, for an account: `mine` instead of the account of each created thing */
	public function present(string $stored, string $uid): string {
		$plan = self::decode($stored);
		foreach (self::made($plan) as [, $made]) {
			$made->mine = hash_equals($this->sign($uid), (string)($made->by ?? ''));
			unset($made->by);
		}
		return Plan::encode($plan);
	}

	/** Names an account in this Nextcloud only: in another, the ids of the things mean something else. */
	private function sign(string $uid): string {
		return hash('sha256', $this->crypto->calculateHMAC("made by $uid"));
	}

	/** @return list<array{string, stdClass}> what was created, with its kind */
	private static function made(stdClass $plan): array {
		$things = [['meeting', $plan->meeting ?? null], ['file', $plan->file ?? null]];
		foreach (['card' => $plan->cards ?? null, 'begun' => $plan->begun ?? null] as $thing => $several) {
			array_push($things, ...array_map(static fn (mixed $one): array => [$thing, $one], is_array($several) ? array_values($several) : []));
		}
		$made = array_map(static fn (array $thing): array => [$thing[0], $thing[1] instanceof stdClass ? $thing[1]->made ?? null : null], $things);
		return array_values(array_filter($made, static fn (array $one): bool => $one[1] instanceof stdClass));
	}

	/** The same for the same values, regardless of the account. */
	private static function text(mixed $value): string {
		$values = array_diff_key((array)$value, ['by' => 0]);
		ksort($values);
		return json_encode($values, JSON_THROW_ON_ERROR);
	}

	private static function decode(string $stored): stdClass {
		return json_decode($stored, false, flags: JSON_THROW_ON_ERROR);
	}
}
