<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Fold;

/**
 * People who are already in the network, as far as one viewer may see: by a name shown to them, or by a mail address they may read. Hidden data never
 * matches.
 */
class KnownPeople {
	/** @var ?array<string, list<int>> ids of cards by mail address */
	private ?array $byAddress = null;

	public function __construct(
		private readonly MemberMapper $members,
	) {
	}

	/** A card of this kind that has the name of a row, preferably one with an account; or null. */
	public function find(Viewer $viewer, string $name, string $email, CardKind $kind): ?Member {
		$reached = array_filter($this->reachedAt($viewer, $email), static fn (Member $member): bool => Identity::sameName($member->getName(), $name));
		$found = self::ofKind($kind, [...$this->named($viewer, $name), ...array_values($reached)]);
		foreach ($found as $member) {
			if ($member->getUid() !== null) {
				return $member;
			}
		}
		return $found[0] ?? null;
	}

	/** The oldest card of this kind at the address of a row, whatever its name; or null. */
	public function findAt(Viewer $viewer, string $email, CardKind $kind): ?Member {
		$found = self::ofKind($kind, $this->reachedAt($viewer, $email));
		usort($found, static fn (Member $one, Member $other): int => $one->ownerId() <=> $other->ownerId());
		return $found[0] ?? null;
	}

	/**
	 * Everyone a row may be about; matches by an address the viewer reads come before matches by name only.
	 *
	 * @return list<array{Member, 'email'|'name'}>
	 */
	public function all(Viewer $viewer, string $name, string $email): array {
		$found = [];
		foreach (self::ofKind(CardKind::Person, $this->reachedAt($viewer, mb_strtolower($email))) as $member) {
			$found[$member->ownerId()] = [$member, 'email'];
		}
		foreach (self::orders($name) as $order) {
			foreach (self::ofKind(CardKind::Person, $this->named($viewer, $order)) as $member) {
				$found[$member->ownerId()] ??= [$member, 'name'];
			}
		}
		return array_values($found);
	}

	/**
	 * @param list<Member> $members
	 * @return list<Member>
	 */
	private static function ofKind(CardKind $kind, array $members): array {
		return array_values(array_filter($members, static fn (Member $member): bool => $member->kind() === $kind));
	}

	/** A card was stored in the meantime. */
	public function learn(int $id, string $email): void {
		if ($email !== '' && $this->byAddress !== null && !in_array($id, $this->byAddress[$email] ?? [], true)) {
			$this->byAddress[$email][] = $id;
		}
	}

	/** @return list<string> the name as given, and with the last word first or the first word last: lists use either order */
	private static function orders(string $name): array {
		$words = preg_split('/\s+/u', trim($name), -1, PREG_SPLIT_NO_EMPTY) ?: [];
		return match (count($words)) {
			0 => [],
			1 => $words,
			default => array_values(array_unique([
				implode(' ', $words),
				implode(' ', [...array_slice($words, 1), $words[0]]),
				implode(' ', [array_pop($words), ...$words]),
			])),
		};
	}

	/** @return list<Member> */
	private function named(Viewer $viewer, string $name): array {
		return array_values(array_filter(
			$this->members->findBySortName(Member::sortNameOf($name)),
			static fn (Member $member): bool => Visibility::relation($viewer, $member) !== null && Fold::text($member->getName()) === Fold::text($name),
		));
	}

	/** @return list<Member> none for an empty address */
	private function reachedAt(Viewer $viewer, string $email): array {
		$this->byAddress ??= $this->addresses();
		return array_values(array_filter(
			$this->members->findByIds($this->byAddress[$email] ?? []),
			static fn (Member $member): bool => Visibility::relation($viewer, $member)?->sees($member->audienceOf(Part::Contact)) ?? false,
		));
	}

	/** @return array<string, list<int>> */
	private function addresses(): array {
		$addresses = [];
		foreach ($this->members->contacts() as $id => $contact) {
			$email = mb_strtolower(trim($contact['email'] ?? ''));
			if ($email !== '') {
				$addresses[$email][] = $id;
			}
		}
		return $addresses;
	}
}
