<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;

/** How many people a list reaches by mail, and the others by name, each with the reason, as the pages of subscribers and of sending show them. */
class Unreached {
	/** The people who are named; the others are counted. */
	private const MOST = 100;

	public function __construct(
		private readonly Subscriptions $subscriptions,
		private readonly People $people,
		private readonly KnownAddresses $known,
	) {
	}

	/**
	 * The number of mails, and the people without one: UnreachedSchema of src/subscription/model.ts.
	 *
	 * @param Subscriptions::LETTER|Subscriptions::STATUTORY $list
	 * @param ?array<int, true> $members only these cards; null: everyone, also without one
	 * @return array{on: int, unreached: array{total: int, people: list<array<string, mixed>>}}
	 */
	public function count(Viewer $viewer, string $list, ?array $members = null): array {
		$on = 0;
		$unreached = [];
		foreach ($this->subscriptions->everyone($list) as [$reader, $why, $one]) {
			if ($members !== null && !isset($members[$reader->memberId ?? 0])) {
				continue;
			}
			$why === null ? $on++ : $unreached[] = [$reader, $why, $one];
		}
		$seen = $this->seen($viewer, $unreached);
		$people = [];
		foreach ($seen as [$reader, $why, $one, $member]) {
			$shown = count($people) < self::MOST ? $this->known->reasonFor($viewer, $why, $one) : null;
			if ($shown !== null) {
				$people[] = ['id' => $reader->id, 'name' => $reader->name, 'member' => $member, 'why' => $shown->value];
			}
		}
		return ['on' => $on, 'unreached' => ['total' => count($seen), 'people' => $people]];
	}

	/**
	 * Without kept cards that the viewer may not see.
	 *
	 * @param list<array{Reader, NoMail, Reached}> $unreached
	 * @return list<array{Reader, NoMail, Reached, ?int}> with the number of their card, if the viewer may see it
	 */
	private function seen(Viewer $viewer, array $unreached): array {
		$cards = $this->people->persons(array_values(array_filter(array_map(static fn (array $one): ?int => $one[0]->memberId, $unreached), is_int(...))));
		$seen = [];
		foreach ($unreached as [$reader, $why, $one]) {
			$card = $cards[$reader->memberId ?? 0] ?? null;
			$known = $card !== null && People::knows($viewer, $card);
			if ($known || $reader->uid !== null || $reader->memberId === null) {
				$seen[] = [$reader, $why, $one, $known ? $reader->memberId : null];
			}
		}
		return $seen;
	}
}
