<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Asking;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\ChangeStatus;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Token\Invitation;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Answers of a person without an account, by the link in their mail, about the card kept for them. */
class AnswerConsent {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly ConsentMapper $consents,
		private readonly InvitationMapper $invitations,
		private readonly Refusals $refusals,
		private readonly MemberService $service,
		private readonly ChangeStatus $status,
		private readonly ConsentNotifications $notifications,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return Member the card a link belongs to
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): Member {
		return $this->find($token)[0];
	}

	/**
	 * The person consents: this is recorded, and the card is shown. Who consented in another way confirms it, and that the address is theirs. Consenting again
	 * changes nothing.
	 *
	 * @param int $version of the card they read
	 * @throws ReasonException link_gone: also if they consented in another way, and the card has another address now ·
	 *                         stale_version: the card has changed since they read it
	 */
	public function accept(string $token, int $version): Member {
		[$member, $invitation] = $this->find($token);
		$agreed = $this->consents->inForce($member->ownerId()) !== null;
		if ($agreed) {
			if (!$this->belongs($member, $invitation)) {
				throw self::gone();
			}
			if ($invitation->getExpiresAt() === null) {
				return $member;
			}
			if ($version !== $member->getVersion()) {
				throw ReasonException::stale();
			}
		}
		$this->atomic(function () use ($member, $invitation, $version, $agreed): void {
			$agreed ? $this->record($member, $version) : $this->agree($member, $version);
			$kept = clone $invitation;
			$kept->setExpiresAt(null);
			if (!$this->invitations->replace($invitation, $kept)) {
				throw self::gone();
			}
		}, $this->db);
		$this->notifications->agreed($member);
		return $member;
	}

	/**
	 * The person consents by the link of a mail that also asked something else (Minutes\AnswerAsk): from then on that link leads to the card, unless
	 * they already have one that does.
	 *
	 * @param int $version of the card they read
	 * @throws ReasonException stale_version
	 */
	public function acceptBy(string $token, string $addressHash, Member $member, int $version): void {
		$before = $this->consents->inForce($member->ownerId());
		$this->atomic(function () use ($token, $addressHash, $member, $version, $before): void {
			if ($before === null || !$member->isShown()) {
				$this->agree($member, $version);
			}
			$link = new Invitation();
			$link->setMemberId($member->ownerId());
			$link->setTokenHash(LinkTokens::hash($token));
			$link->setAddressHash($addressHash);
			$link->setMadeAt($this->clock->getTime());
			$link->setSentAt($this->clock->getTime());
			$old = $this->invitations->findOf($member->ownerId());
			if ($old === null) {
				$this->invitations->insert($link);
			} elseif ($old->getExpiresAt() !== null) {
				$this->invitations->replace($old, $link);
			}
		}, $this->db);
		if ($before === null) {
			$this->notifications->agreed($member);
		}
	}

	/**
	 * The mail address of a person without an account who consented by a link sent to it; null if they did not, or the card has another address now.
	 *
	 * @param Member $member with its contact details
	 */
	public function addressOf(Member $member): ?string {
		$address = $member->contactDetails()['email'] ?? '';
		$invitation = $member->getUid() === null && $member->isShown() && $address !== '' ? $this->invitations->findOf($member->ownerId()) : null;
		$agreed = $invitation !== null && $invitation->getExpiresAt() === null && $this->consents->inForce($member->ownerId()) !== null;
		return $agreed && $this->refusals->isHashOf($address, $invitation->getAddressHash()) ? $address : null;
	}

	/** Whether a link belongs to a card whose person has agreed to it. */
	public function hasAgreed(string $token): bool {
		$found = $this->look($token);
		return $found !== null && $this->consents->inForce($found[0]->ownerId()) !== null;
	}

	/** Whether the card of a link still has the address it was sent to; if it has no address now, the link by which its person agreed is the only way to it. */
	public function isTheirs(string $token): bool {
		return $this->belongs(...$this->find($token));
	}

	/**
	 * Until when a link works that its person has not answered yet; null: they have, and it works as long as the card is kept.
	 *
	 * @return ?int seconds since 1970
	 * @throws ReasonException link_gone
	 */
	public function unansweredUntil(string $token): ?int {
		return $this->find($token)[1]->getExpiresAt();
	}

	/** Whether a link belongs to a card. */
	public function leads(string $token): bool {
		return $this->look($token) !== null;
	}

	/** The shown card of a person without an account who agreed by a link sent to this address, given as its hash; null if there is none. */
	public function agreedAt(string $address, string $hash): ?Member {
		foreach ($this->invitations->findAnswered($hash, ...$this->refusals->hashesOf($address)) as $invitation) {
			$member = $this->members->findById($invitation->getMemberId());
			if ($member !== null && $member->getUid() === null && $member->isShown()) {
				return $member;
			}
		}
		return null;
	}

	/**
	 * The person does not consent, or withdraws their consent: the card is erased, and they are not asked again.
	 *
	 * @throws ReasonException link_gone: also if someone has agreed and the link was sent to an address that is not theirs
	 */
	public function refuse(string $token): void {
		[$member, $invitation] = $this->find($token);
		if ($this->consents->inForce($member->ownerId()) !== null && !$this->belongs($member, $invitation)) {
			throw self::gone();
		}
		$this->atomic(function () use ($member, $invitation): void {
			if (!$this->invitations->deleteByHash($invitation->getTokenHash())) {
				throw self::gone();
			}
			$this->erase($member, true, $invitation->getAddressHash());
		}, $this->db);
		$this->notifications->refused($member);
	}

	/** The person refuses on their own page. */
	public function leave(Member $member): void {
		$this->refuseFor($member, true);
		$this->notifications->refused($member);
	}

	/**
	 * The person refuses, by a link or to the keeper of the card on paper, by phone or in person.
	 *
	 * @param bool $themselves by a link that was sent to them
	 * @throws ReasonException has_account · only_people
	 */
	public function refuseFor(Member $member, bool $themselves = false): void {
		MemberService::requireNoAccount($member);
		$member->kind()->requirePerson();
		$asked = $this->invitations->findOf($member->ownerId());
		$this->atomic(fn () => $this->erase($member, $themselves, ...$asked === null ? [] : [$asked->getAddressHash()]), $this->db);
	}

	private function agree(Member $member, int $version): void {
		if ($this->consents->inForce($member->ownerId()) === null) {
			$this->record($member, $version);
		}
		$this->status->change($member, Status::Published, $version, '');
	}

	private function record(Member $member, int $version): void {
		$this->service->recordConsent($member, Consent::BY_LINK, $this->service->today(), null, version: (string)$version);
	}

	private function erase(Member $member, bool $themselves, string ...$hashes): void {
		// Deletes first, because that waits for others who erase the card: the refusals they have stored are then visible.
		$this->service->delete($member);
		$this->refusals->remember($member->contactDetails(), $themselves, ...$hashes);
	}

	private function belongs(Member $member, Invitation $invitation): bool {
		$address = $member->contactDetails()['email'] ?? '';
		return $address === '' ? $invitation->getExpiresAt() === null : $this->refusals->isHashOf($address, $invitation->getAddressHash());
	}

	/** @return array{Member, Invitation} */
	private function find(string $token): array {
		return $this->look($token) ?? throw self::gone();
	}

	/** @return ?array{Member, Invitation} */
	private function look(string $token): ?array {
		$invitation = $this->invitations->findByHash(LinkTokens::hash($token));
		$expires = $invitation?->getExpiresAt();
		$member = $invitation === null || ($expires !== null && $expires < $this->clock->getTime())
			? null
			: $this->members->findById($invitation->getMemberId());
		return $invitation === null || $member === null || $member->getUid() !== null ? null : [$member, $invitation];
	}

	private static function gone(): ReasonException {
		return new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}
}
