<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * How each person can be invited, and who already was. What a person hides from the inviter does not change the result shown: an address gets the mail,
 * regardless of its owner. Whether the holder of an address wants no invitations at all is not shown here: that is counted with the mails (0016).
 */
class AskWays {
	/** How long handing a mail to the server may take, in seconds: after that it has failed silently. */
	private const SENDING = 600;

	public function __construct(
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly People $people,
		private readonly MemberPresenter $presenter,
		private readonly Refusals $refusals,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The result that an invitation would have; nothing is written.
	 *
	 * @param array<int, GroupPeople> $groups by id, at least those of the people
	 * @param list<AskedPerson> $people
	 * @return list<array{key: string, group: int, outcome: string}> AskedIntoSchema of src/minutes/ask/model.ts
	 */
	public function all(Viewer $viewer, array $groups, array $people): array {
		$ways = [];
		foreach ($people as $person) {
			$found = $this->find($viewer, $person);
			foreach (array_keys($person->groups) as $group) {
				$ways[] = ['key' => $person->key, 'group' => $group, 'outcome' => $found === null ? 'gone' : $this->way($groups[$group], ...$found)];
			}
		}
		return $ways;
	}

	/** @return ?array{AskedPerson, ?Member} with the data of their card, if they have one; null: the viewer does not see that card, or it is an organisation's */
	public function find(Viewer $viewer, AskedPerson $person): ?array {
		if ($person->memberId === null) {
			return [$person, null];
		}
		$member = $this->people->byId($person->memberId);
		$card = $member === null ? [] : $this->presenter->present($viewer, $member);
		// The mail goes only to the card's address, and only if the viewer may read it: the link leads to the card.
		return $member === null || $card === [] || $member->isOrganisation() ? null : [$person->called($member->getName(), ((array)($card['contact'] ?? []))['email'] ?? ''), $member];
	}

	/** Whether something is known that they can be recognised by. */
	public static function isReachable(AskedPerson $person): bool {
		return $person->email === '' ? $person->name !== '' : filter_var($person->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) !== false;
	}

	/** The hashes by which a person without an account is recognised. */
	public function hash(AskedPerson $person, ?Member $member): string {
		return match (true) {
			$person->email !== '' => $this->refusals->hash($person->email),
			$member !== null => $this->data->hash('member', (string)$member->ownerId()),
			default => $this->data->hash('name', Fold::text($person->name)),
		};
	}

	/** @return ?string the outcome for a person without an account in a group, null: nothing is known */
	public function known(GroupPeople $group, ?Member $member, string $hash): ?string {
		$known = $member === null ? null : match ($group->of($member->ownerId())?->getState()) {
			Membership::ACTIVE => 'in_already',
			Membership::DECLINED => 'refused',
			default => null,
		};
		$stored = $known === null ? $this->asks->findPerson($group->id(), $hash) : null;
		return $stored === null || $this->isOver($stored) ? $known : match ($stored->getState()) {
			Ask::ACCEPTED => 'in_already',
			Ask::DECLINED => 'refused',
			default => 'asked_already',
		};
	}

	/** Expired, or its mail was never handed over: it no longer counts. */
	public function isOver(Ask $ask): bool {
		$now = $this->clock->getTime();
		$lost = $ask->getState() === Ask::WAITING && $ask->getSentAt() === null && $ask->getMadeAt() < $now - self::SENDING;
		return $lost || (int)($ask->getExpiresAt() ?? $now) < $now;
	}

	private function way(GroupPeople $group, AskedPerson $person, ?Member $member): string {
		if ($member?->getUid() !== null) {
			return match ($group->of($member->ownerId())?->getState()) {
				Membership::ACTIVE => 'in_already',
				Membership::INVITED => 'asked_already',
				Membership::DECLINED => 'refused',
				default => 'notified',
			};
		}
		if (!self::isReachable($person)) {
			return 'bad_address';
		}
		return $this->known($group, $member, $this->hash($person, $member)) ?? ($person->email === '' ? 'by_hand' : 'mailed');
	}
}
