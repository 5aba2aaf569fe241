<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Editing;

use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\SavedSearch\SavedSearchMapper;
use OCA\Reseau\Member\Token\ClaimMapper;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Member\Yearly\StillTrueNotifications;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Security\ISecureRandom;

/** Creates, changes and erases cards. Permissions were checked before (MemberAccess). */
class MemberService {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly KeptMapper $kept,
		private readonly MemberStore $store,
		private readonly ConsentMapper $consents,
		private readonly ClaimMapper $claims,
		private readonly InvitationMapper $invitations,
		private readonly ErasedMapper $erased,
		private readonly SavedSearchMapper $searches,
		private readonly Refusals $refusals,
		private readonly CardRules $rules,
		private readonly StillTrueNotifications $notifications,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly ISecureRandom $random,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * Changes a card.
	 *
	 * @param array<array-key, mixed> $input parts, `name`, `audience`, and the `version` they were changed from
	 * @throws ReasonException those of CardRules · refused · version_missing · stale_version
	 */
	public function save(Member $member, array $input): Member {
		$version = Input::version($input);
		unset($input['version']);
		$before = $member->contactDetails();
		$this->rules->check($input, $member)->applyTo($member);
		$asked = StillTrue::isOpen($member);
		$this->atomic(function () use ($member, $before, $version): void {
			if ($member->getUid() === null) {
				$this->refusals->requireNoneSince($member->ownerId(), $member->contactDetails(), $before);
			}
			$this->write($member, $version);
		}, $this->db);
		if ($asked) {
			$this->notifications->answered($member);
		}
		return $member;
	}

	/**
	 * The first words people write about themselves create and publish their card.
	 *
	 * @param array<array-key, mixed> $input as for save(); without a name, the account's
	 * @param Status $as a draft agrees to nothing: publishing it does (ChangeStatus)
	 * @throws ReasonException those of CardRules · stale_version, if the account already has a card
	 */
	public function createOwn(string $uid, array $input, Status $as = Status::Published): Member {
		unset($input['version']);
		$create = function () use ($uid, $input, $as): Member {
			$member = $this->fresh($input + ['name' => $this->users->getDisplayName($uid) ?? $uid]);
			$member->setUid($uid);
			$member->setStatus($as->value);
			$this->store->insert($member);
			if ($as === Status::Published) {
				$this->recordConsent($member, Consent::WRITTEN, $this->today(), $uid);
			}
			return $member;
		};
		try {
			return $this->atomicAgain($create, $this->db);
		} catch (Exception $e) {
			if ($e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw ReasonException::stale();
			}
			throw $e;
		}
	}

	/**
	 * A card for a person without an account, or for an organisation, kept by the account that creates it; a draft until they consent.
	 *
	 * @param ?string $stewardUid null: the facilitators together
	 * @param array<array-key, mixed> $input as for save(), and the `kind` of the card
	 * @throws ReasonException those of CardRules, `name_missing` among them · unknown_card_kind · refused
	 */
	public function createKept(?string $stewardUid, array $input): Member {
		$kind = CardKind::read($input['kind'] ?? null);
		unset($input['kind']);
		$member = $this->fresh($input + ['name' => '']);
		$member->makeKind($kind);
		$this->refusals->requireNone($member->contactDetails());
		$member->setStewardUid($stewardUid);
		$member->setStatus(Status::Draft->value);
		return $this->store->insert($member);
	}

	/**
	 * Records that a person without an account consented to their card.
	 *
	 * @throws ReasonException has_account · bad_date · how_missing · too_long
	 */
	public function consent(Member $member, string $date, string $how, string $byUid): void {
		self::requireNoAccount($member);
		$how = $this->checkConsent($date, $how);
		$this->atomic(function () use ($member, $how, $date, $byUid): void {
			$this->members->hold($member->ownerId());
			$last = $this->consents->inForce($member->ownerId());
			// Sent twice, it is one consent.
			if ([$last?->getHow(), $last?->getGivenOn(), $last?->getByUid()] !== [$how, $date, $byUid]) {
				$this->recordConsent($member, $how, $date, $byUid);
			}
		}, $this->db);
	}

	/**
	 * What a keeper writes down of a consent.
	 *
	 * @return string how it was given
	 * @throws ReasonException bad_date · how_missing · too_long
	 */
	public function checkConsent(string $date, string $how): string {
		if (Input::date($date) === null || $date > $this->tomorrow()) {
			throw new ReasonException('bad_date', details: ['field' => 'date']);
		}
		$how = Fields::text($how, 'how', CardRules::LIMITS['consentHow']);
		return $how === '' ? throw new ReasonException('how_missing', details: ['field' => 'how']) : $how;
	}

	/**
	 * Gives a kept card to another keeper.
	 *
	 * @param ?string $uid a facilitator's account; null: the facilitators together
	 * @throws ReasonException has_account · unknown_steward
	 */
	public function passOn(Member $member, ?string $uid): void {
		self::requireNoAccount($member);
		$facilitators = array_column($this->network->facilitators(), 'uid');
		if ($uid === null ? $facilitators === [] : !in_array($uid, $facilitators, true)) {
			throw new ReasonException('unknown_steward', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'uid']);
		}
		if ($member->getStewardUid() === $uid) {
			return;
		}
		$member->setStewardUid($uid);
		$this->atomic(function () use ($member): void {
			$this->claims->deleteOf($member->ownerId());
			$this->write($member, $member->getVersion());
		}, $this->db);
	}

	/**
	 * Erases a card and everything that belongs to it; a missing card was already erased by another request.
	 *
	 * @param bool $forGood an import does not restore it, even under another name with the same address
	 */
	public function delete(Member $member, bool $forGood = true): void {
		$this->atomicAgain(function () use ($member, $forGood): void {
			$id = $member->ownerId();
			$this->members->hold($id);
			if ($this->members->findById($id) === null) {
				return;
			}
			$this->events->dispatchTyped(new MemberDeleted($id));
			if ($forGood) {
				$this->erased->remember(
					$member->getRef(),
					$member->getUid(),
					...ErasedMapper::address($member->contactDetails()['email'] ?? null),
				);
			}
			$this->claims->deleteOf($id);
			$this->invitations->deleteOf($id);
			$this->consents->deleteOf($id);
			if ($member->getUid() !== null) {
				$this->searches->deleteOf($member->getUid());
			}
			$this->store->delete($member);
		}, $this->db);
		if (StillTrue::isOpen($member)) {
			$this->notifications->answered($member);
		}
	}

	/** The account is gone: its own card is erased, the cards it kept pass to the facilitators together. */
	public function forgetAccount(string $uid): void {
		$own = $this->members->findByUid($uid);
		if ($own !== null) {
			$this->delete($own);
		}
		$this->atomicAgain(function () use ($uid): void {
			$this->release($uid);
			$this->consents->clearAuthor($uid);
			$this->searches->deleteOf($uid);
		}, $this->db);
	}

	/**
	 * Hides the card of a disabled account and shows it again with the account; its status stays what the person chose. The cards it kept pass to the facilitators
	 * together, and stay with them.
	 */
	public function suspend(string $uid, bool $suspended): void {
		$this->changed($this->members->findByUid($uid)?->ownerId(), function (Member $member) use ($suspended): void {
			if (($member->getSuspended() === true) !== $suspended) {
				$member->setSuspended($suspended);
				$this->store->update($member);
			}
		});
		if ($suspended) {
			$this->atomicAgain(fn () => $this->release($uid), $this->db);
		}
	}

	/** Within a transaction: nobody is left who can read what is written to these people. */
	private function release(string $uid): void {
		$this->kept->release($uid);
		$this->claims->deleteMadeBy($uid);
	}

	/**
	 * Stores a person's change of a card, unless another person changed it in between.
	 *
	 * @throws ReasonException stale_version
	 */
	public function write(Member $member, int $version): void {
		$now = $this->clock->getTime();
		$member->setUpdatedAt($now);
		$member->setEditedAt($now);
		// Compares with the card as it was read: a different requested or stored version is another person's change.
		if ($member->getVersion() !== $version || !$this->atomic(fn () => $this->store->updateFrom($member, $version), $this->db)) {
			throw ReasonException::stale();
		}
	}

	/**
	 * @param string $date YYYY-MM-DD
	 * @param ?string $version of the card that was read, if known
	 */
	public function recordConsent(Member $member, string $how, string $date, ?string $byUid, string $what = Consent::CARD, ?string $version = null): void {
		$this->consents->insert(Consent::of($member->ownerId(), $what, $version, $how, $date, $byUid, $this->clock->getTime()));
	}

	/** Id of the card imported under this id, for the domains that refer to it; null once its person has left. */
	public function idOfRef(string $ref): ?int {
		$member = $this->members->findByRef($ref);
		return $member === null || $member->statusIs(Status::Withdrawn) ? null : $member->ownerId();
	}

	/**
	 * The names under which cards are exported and recognized on import; a card without one gets one.
	 *
	 * @return array<int, string> by id of the card
	 */
	public function refs(): array {
		$refs = [];
		foreach ($this->members->findAll() as $member) {
			if ($member->getRef() === null) {
				$member = $this->changed($member->ownerId(), function (Member $member): void {
					if ($member->getRef() === null) {
						$member->setRef($this->random->generate(16, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS));
						$this->store->update($member);
					}
				});
			}
			if ($member !== null) {
				$refs[$member->ownerId()] = (string)$member->getRef();
			}
		}
		return $refs;
	}

	/** YYYY-MM-DD */
	public function today(): string {
		return $this->days->today();
	}

	/** The next day may have begun in the person's time zone. */
	public function tomorrow(): string {
		return $this->days->today('+1 day');
	}

	/**
	 * @throws ReasonException has_account
	 */
	public static function requireNoAccount(Member $member): void {
		if ($member->getUid() !== null) {
			throw new ReasonException('has_account', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * A change that no person made, so that it compares no versions: of the card as it is now, or it would go into the index as it was before.
	 *
	 * @param ?int $id null: there is none
	 * @param callable(Member): void $change
	 * @return ?Member null if it is gone
	 */
	private function changed(?int $id, callable $change): ?Member {
		return $id === null ? null : $this->atomic(function () use ($id, $change): ?Member {
			$this->members->hold($id);
			$member = $this->members->findById($id);
			if ($member !== null) {
				$change($member);
			}
			return $member;
		}, $this->db);
	}

	/** @param array<array-key, mixed> $input */
	private function fresh(array $input): Member {
		$member = new Member();
		$this->rules->check($input)->applyTo($member);
		$now = $this->clock->getTime();
		$member->setJoined($this->today());
		$member->setCreatedAt($now);
		$member->setUpdatedAt($now);
		$member->setEditedAt($now);
		$member->setVersion(1);
		return $member;
	}
}
