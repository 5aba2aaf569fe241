<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** What a person without an account answers, by the link in their mail, to the card kept for them. */
class AnswerConsent {
	use Atomic;

	/** How they agreed, as it is written down; src/member/words.ts says it in the reader's language. */
	public const HOW = 'answered by the link sent to their address';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly ConsentMapper $consents,
		private readonly InvitationMapper $invitations,
		private readonly Refusals $refusals,
		private readonly MemberService $service,
		private readonly ChangeStatus $status,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return Member the card a link is for
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): Member {
		return $this->find($token)[0];
	}

	/**
	 * The person agrees: it is written down, and the card is shown. Agreeing again changes nothing.
	 *
	 * @param int $version of the card they read
	 * @throws ReasonException link_gone · stale_version: they read another card than there is now
	 */
	public function accept(string $token, int $version): Member {
		[$member, $invitation] = $this->find($token);
		if ($this->consents->inForce($member->ownerId()) !== null) {
			return $member;
		}
		$this->atomic(function () use ($member, $invitation, $version): void {
			$this->service->recordConsent($member, self::HOW, $this->service->today(), null, version: (string)$version);
			$this->status->change($member, Status::Published, $version, '');
			$kept = clone $invitation;
			$kept->setExpiresAt(null);
			if (!$this->invitations->replace($invitation, $kept)) {
				throw self::gone();
			}
		}, $this->db);
		return $member;
	}

	/**
	 * The person does not agree, or no longer does: the card is erased, and they are not asked again.
	 *
	 * @throws ReasonException link_gone
	 */
	public function refuse(string $token): void {
		[$member, $invitation] = $this->find($token);
		$this->atomic(function () use ($member, $invitation): void {
			if (!$this->invitations->deleteByHash($invitation->getTokenHash())) {
				throw self::gone();
			}
			$this->erase($member, $invitation->getAddressHash());
		}, $this->db);
	}

	/**
	 * The same, told to whoever keeps the card by paper, by telephone or face to face.
	 *
	 * @throws ReasonException has_account
	 */
	public function refuseFor(Member $member): void {
		MemberService::requireNoAccount($member);
		$asked = $this->invitations->findOf($member->ownerId());
		$this->atomic(fn () => $this->erase($member, ...$asked === null ? [] : [$asked->getAddressHash()]), $this->db);
	}

	/** What is kept of the token of a link. */
	public static function hash(string $token): string {
		return hash('sha256', $token);
	}

	private function erase(Member $member, string ...$hashes): void {
		$this->refusals->remember($member, ...$hashes);
		$this->service->delete($member);
	}

	/** @return array{Member, Invitation} */
	private function find(string $token): array {
		$invitation = $this->invitations->findByHash(self::hash($token));
		$expires = $invitation?->getExpiresAt();
		$member = $invitation === null || ($expires !== null && $expires < $this->clock->getTime())
			? null
			: $this->members->findById($invitation->getMemberId());
		if ($invitation === null || $member === null || $member->getUid() !== null) {
			throw self::gone();
		}
		return [$member, $invitation];
	}

	private static function gone(): ReasonException {
		return new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}
}
