<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use Generator;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;

/** Members by name or mail address, as far as they show a viewer their address: no other card matches. */
class MemberContacts {
	/** Characters a part of a name or an address must have: fewer are in most of them. */
	private const SHORTEST = 3;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
	) {
	}

	/**
	 * @param string $words a part of the name or the address; with fewer than three characters, no one is found
	 * @param bool $whole the words are the whole name or address, of any length
	 * @return Generator<int, array{id: int, uid: ?string, name: string, email: string, phone?: string}> by name, without the viewer's own card
	 */
	public function find(Viewer $viewer, string $words, bool $byName, bool $byAddress, bool $whole): Generator {
		$name = $byName ? self::longEnough(Fold::text(trim($words)), $whole) : null;
		$address = $byAddress ? self::longEnough(mb_strtolower(trim($words)), $whole) : null;
		if ($viewer->uid === null || ($name === null && $address === null)) {
			return;
		}
		foreach ($this->members->findWithAddress($viewer, $name, $address, $whole) as $member) {
			$contact = $this->presenter->reach($viewer, $member);
			$email = $contact['email'] ?? '';
			$meets = self::meets($member->getSortName(), $name, $whole) || self::meets(mb_strtolower($email), $address, $whole);
			if ($email !== '' && $meets && $member->ownerId() !== $viewer->memberId) {
				yield ['id' => $member->ownerId(), 'uid' => $member->getUid(), 'name' => $member->getName(), 'email' => $email] + array_intersect_key($contact, ['phone' => 0]);
			}
		}
	}

	/** @return ?string null: not searched */
	private static function longEnough(string $words, bool $whole): ?string {
		return mb_strlen($words) >= ($whole ? 1 : self::SHORTEST) ? $words : null;
	}

	/** @param ?string $words null: not searched in this text */
	private static function meets(string $text, ?string $words, bool $whole): bool {
		return $words !== null && ($whole ? $text === $words : str_contains($text, $words));
	}
}
