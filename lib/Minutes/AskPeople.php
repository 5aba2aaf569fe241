<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\AskOutcome;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Invitations;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IURLGenerator;

/**
 * Invites people to groups, each in the available way: notifications, one mail for all their groups, or an entry in the list of people to ask in person
 * (AskWays).
 */
class AskPeople {
	use Atomic;

	/** Maximum in one request, as ASK_LIMITS of src/minutes/ask/model.ts. */
	public const AT_ONCE = 100;
	/** How long an unanswered link works and its person's data is kept, in seconds. */
	private const LIFETIME = 30 * 86400;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly Asks $waiting,
		private readonly AskWays $ways,
		private readonly AskMail $mail,
		private readonly GroupLock $lock,
		private readonly Invitations $invitations,
		private readonly People $people,
		private readonly Refusals $refusals,
		private readonly OutsideMails $mails,
		private readonly IURLGenerator $urls,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Asking the same people again changes nothing: each is asked once, even after an interruption.
	 *
	 * @param array<int, GroupPeople> $groups by id, at least those of the people
	 * @param list<AskedPerson> $people
	 * @param string $message the inviter's words for the mail
	 * @return list<array{key: string, group: int, outcome: string}> AskedIntoSchema of src/minutes/ask/model.ts
	 * @throws ReasonException group_closed
	 */
	public function ask(Viewer $viewer, array $groups, array $people, string $message = ''): array {
		array_map(static fn (GroupPeople $group) => self::requireOpen($group->group), $groups);
		$asked = [];
		foreach ($people as $person) {
			foreach ($this->person($viewer, array_intersect_key($groups, $person->groups), $person, $message) as $group => $outcome) {
				$asked[] = ['key' => $person->key, 'group' => $group, 'outcome' => $outcome];
			}
		}
		return $asked;
	}

	/**
	 * Sends another mail to a person who has not answered. The earlier link no longer asks about this group once the new mail has been sent.
	 *
	 * @throws ReasonException group_closed · no_address · already_asked · enough_mails · enough_mails_today · mail_failed: nothing was sent
	 */
	public function resend(Viewer $viewer, GroupPeople $group, Ask $ask): void {
		self::requireOpen($group->group);
		if ($ask->getState() === Ask::BY_HAND) {
			throw new ReasonException('no_address', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if (!$this->waiting->mayRepeat($ask)) {
			throw new ReasonException('already_asked', Http::STATUS_CONFLICT);
		}
		$this->mails->count($viewer);
		$before = clone $ask;
		$token = $this->tokens->make();
		$ask->setTokenHash(LinkTokens::hash($token));
		$ask->setByUid($viewer->uid);
		$ask->setSentAt($this->clock->getTime());
		if (!$this->asks->renew($ask, (string)$before->getTokenHash())) {
			throw new ReasonException('already_asked', Http::STATUS_CONFLICT);
		}
		['name' => $name, 'email' => $email] = $this->data->read($ask);
		if (!$this->mail->send($email, $name, (string)$viewer->uid, [$group->group], '', $this->url($token))) {
			$this->asks->renew($before, (string)$ask->getTokenHash());
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * @param array<int, GroupPeople> $groups by id
	 * @return array<int, string> outcomes by group
	 */
	private function person(Viewer $viewer, array $groups, AskedPerson $person, string $message): array {
		$all = static fn (string $outcome, array $of): array => array_fill_keys(array_keys($of), $outcome);
		$found = $this->ways->find($viewer, $person);
		if ($found === null) {
			return $all('gone', $groups);
		}
		[$person, $member] = $found;
		if ($member?->getUid() !== null) {
			return array_map(fn (GroupPeople $group): string => $this->account($viewer, $group, $member), $groups);
		}
		if (!AskWays::isReachable($person)) {
			return $all('bad_address', $groups);
		}
		$hash = $this->ways->hash($person, $member);
		$known = array_filter(array_map(fn (GroupPeople $group): ?string => $this->ways->known($group, $member, $hash), $groups));
		$new = array_diff_key($groups, $known);
		if ($new === []) {
			return $known;
		}
		try {
			// Counted before any answer about an address: otherwise one could ask without limit whether its holder refused (0016).
			$person->email . $person->phone !== '' && $this->mails->count($viewer);
			$this->refusals->requireNone(['email' => $person->email, 'phone' => $person->phone]);
		} catch (ReasonException $e) {
			return $known + $all($e->reason === 'refused' ? 'refused' : 'later', $new);
		}
		return $known + $this->write($viewer, $new, $person, $member, $hash, $message);
	}

	private function account(Viewer $viewer, GroupPeople $group, Member $member): string {
		try {
			$outcome = $this->invitations->ask($group->id(), $member->ownerId(), (string)$viewer->uid);
		} catch (ReasonException $e) {
			// The others are asked in any case.
			return match ($e->reason) {
				'restricted' => $e->reason,
				'enough_invitations_today' => 'later',
				default => throw $e,
			};
		}
		return match ($outcome) {
			AskOutcome::Notified => 'notified',
			AskOutcome::NoAccount, AskOutcome::KeeperAsked => 'by_hand',
			AskOutcome::AskedAlready => 'asked_already',
			AskOutcome::RefusedBefore => 'refused',
			AskOutcome::InAlready => 'in_already',
		};
	}

	/**
	 * Recorded before it is sent: of two simultaneous requests, one is sent.
	 *
	 * @param array<int, GroupPeople> $groups for which no answer of theirs is known
	 * @return array<int, string> outcomes by group
	 */
	private function write(Viewer $viewer, array $groups, AskedPerson $person, ?Member $member, string $hash, string $message): array {
		$token = $person->email === '' ? null : $this->tokens->make();
		[$outcomes, $asks, $open] = $this->atomicAgain(function () use ($viewer, $groups, $person, $member, $hash, $token): array {
			$asks = $open = [];
			$outcomes = array_fill_keys(array_keys($groups), 'gone');
			$member !== null && $this->people->hold($member->ownerId());
			if ($member !== null && $this->people->byId($member->ownerId()) === null) {
				return [$outcomes, [], []];
			}
			$this->lock->each(array_keys($groups), function (GroupPeople $now) use ($viewer, $person, $member, $hash, $token, &$outcomes, &$asks, &$open): void {
				self::requireOpen($now->group);
				$stored = $this->asks->findPerson($now->id(), $hash);
				if ($stored !== null && !$this->ways->isOver($stored)) {
					$outcomes[$now->id()] = 'asked_already';
					return;
				}
				$stored !== null && $this->asks->delete($stored);
				$asks[] = $this->asks->insert($this->made($viewer, $now->id(), $person, $member, $hash, $token));
				$open[] = $now->group;
				$outcomes[$now->id()] = $token === null ? 'by_hand' : 'mailed';
			});
			return [$outcomes, $asks, $open];
		}, $this->db);
		if ($token === null || $asks === []) {
			return $outcomes;
		}
		if ($this->mail->send($person->email, $person->name, (string)$viewer->uid, $open, $message, $this->url($token))) {
			array_map(fn (Ask $ask) => $this->asks->markSent($ask, $this->clock->getTime()), $asks);
			return $outcomes;
		}
		array_map($this->asks->delete(...), $asks);
		return array_map(static fn (string $outcome): string => $outcome === 'mailed' ? 'mail_failed' : $outcome, $outcomes);
	}

	private function made(Viewer $viewer, int $groupId, AskedPerson $person, ?Member $member, string $hash, ?string $token): Ask {
		$now = $this->clock->getTime();
		$ask = new Ask();
		$ask->setGroupId($groupId);
		$ask->setMemberId($member?->ownerId());
		$ask->setPersonHash($hash);
		$ask->setPhoneHash($person->phone === '' ? null : $this->refusals->phoneHash($person->phone));
		$ask->setTokenHash($token === null ? null : LinkTokens::hash($token));
		$ask->setByUid($viewer->uid);
		$ask->setMadeAt($now);
		$ask->setExpiresAt($now + self::LIFETIME);
		$ask->setState($token === null ? Ask::BY_HAND : Ask::WAITING);
		$this->data->write($ask, $person->name, $person->email, $token === null ? '' : $person->groups[$groupId]);
		return $ask;
	}

	private function url(string $token): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . "ask/$token";
	}

	private static function requireOpen(Group $group): void {
		if ($group->is(Group::CLOSED)) {
			throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
		}
	}
}
