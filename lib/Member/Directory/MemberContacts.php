<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;

/** Members by name or mail address, as far as they show a viewer their address: no other card matches. */
class MemberContacts {
	/** Cards looked at per statement. */
	private const PAGE = 100;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
	) {
	}

	/**
	 * @param string $words a part of the name or the address; without any, nobody is found
	 * @param bool $whole the words are the whole name or address
	 * @return list<array{id: int, uid: ?string, name: string, email: string, phone?: string}> by name, without the viewer's own card
	 */
	public function find(Viewer $viewer, string $words, bool $byName, bool $byAddress, bool $whole, int $offset, int $limit): array {
		$words = trim($words);
		$folded = Fold::text($words);
		// Only an address contains signs alone.
		$name = $byName && $folded !== '' ? $folded : null;
		$address = $byAddress && $words !== '' ? mb_strtolower($words) : null;
		$found = [];
		$after = null;
		do {
			$page = $viewer->uid === null || ($name === null && $address === null) ? [] : $this->members->findWithAddress($name, $address, $after, self::PAGE);
			foreach ($page as $member) {
				$after = [$member->getSortName(), $member->ownerId()];
				$contact = $this->presenter->reach($viewer, $member);
				$email = $contact['email'] ?? '';
				$meets = self::meets($member->getSortName(), $name, $whole) || self::meets(mb_strtolower($email), $address, $whole);
				if ($email !== '' && $meets && $member->ownerId() !== $viewer->memberId) {
					$found[] = ['id' => $member->ownerId(), 'uid' => $member->getUid(), 'name' => $member->getName(), 'email' => $email] + array_intersect_key($contact, ['phone' => 0]);
				}
			}
		} while (count($page) === self::PAGE && count($found) < $offset + $limit);
		return array_slice($found, $offset, $limit);
	}

	/** @param ?string $words null: not searched in this text */
	private static function meets(string $text, ?string $words, bool $whole): bool {
		return $words !== null && ($whole ? $text === $words : str_contains($text, $words));
	}
}
