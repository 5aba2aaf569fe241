<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Claim;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Import\ImportedRowMapper;
use OCA\Reseau\Member\Token\Claim;
use OCA\Reseau\Member\Token\ClaimMapper;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** A person takes over the card kept for them: through a one-time link, never because an address matches. */
class ClaimCard {
	use Atomic;

	/** How long a link works, in seconds. */
	private const LIFETIME = 30 * 86400;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly MemberStore $store,
		private readonly ConsentMapper $consents,
		private readonly ClaimMapper $claims,
		private readonly InvitationMapper $invitations,
		private readonly ImportedRowMapper $importedRows,
		private readonly MemberService $service,
		private readonly LinkTokens $tokens,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Creates a new link; the previous one stops working.
	 *
	 * @return array{token: string, expires: int} seconds since 1970
	 * @throws ReasonException has_account · only_people
	 */
	public function invite(Member $member, string $byUid): array {
		MemberService::requireNoAccount($member);
		$member->kind()->requirePerson();
		$token = $this->tokens->make();
		$claim = new Claim();
		$claim->setMemberId($member->ownerId());
		$claim->setTokenHash(LinkTokens::hash($token));
		$claim->setByUid($byUid);
		$claim->setExpiresAt($this->clock->getTime() + self::LIFETIME);
		$this->claims->put($claim);
		return ['token' => $token, 'expires' => $claim->getExpiresAt()];
	}

	public function uninvite(Member $member): void {
		$this->claims->deleteOf($member->ownerId());
	}

	/**
	 * @return array{Member, Claim} the card a link belongs to
	 * @throws ReasonException claim_gone
	 */
	public function open(string $token): array {
		$claim = $this->claims->findByHash(LinkTokens::hash($token));
		$member = $claim === null || $claim->getExpiresAt() < $this->clock->getTime()
			? null
			: $this->members->findById($claim->getMemberId());
		if ($claim === null || $member === null || $member->getUid() !== null) {
			throw new ReasonException('claim_gone', Http::STATUS_NOT_FOUND, throttle: true);
		}
		return [$member, $claim];
	}

	/**
	 * The card becomes this account's own. If the account already has one, the two are merged on request.
	 *
	 * @throws ReasonException claim_gone · own_link: the creator of the link cannot use it · has_card · stale_version
	 */
	public function takeOver(string $token, string $uid, bool $merge): Member {
		[$member, $claim] = $this->open($token);
		if ($claim->getByUid() === $uid) {
			throw new ReasonException('own_link', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $this->atomic(function () use ($member, $token, $uid, $merge): Member {
			$this->members->hold(...array_filter([$member->ownerId(), $this->members->findByUid($uid)?->ownerId()]));
			$own = $this->members->findByUid($uid);
			if ($own !== null && !$merge) {
				throw new ReasonException('has_card', Http::STATUS_CONFLICT);
			}
			if (!$this->claims->deleteByHash(LinkTokens::hash($token))) {
				throw new ReasonException('claim_gone', Http::STATUS_NOT_FOUND);
			}
			$leaves = false;
			if ($own !== null) {
				$public = $member->getShowcased() === true || $own->getShowcased() === true;
				CardMerge::merge($member, $own);
				$this->events->dispatchTyped(new MemberMerged($own->ownerId(), $member->ownerId()));
				$this->consents->move($own->ownerId(), $member->ownerId());
				$this->store->delete($own);
				$member->setStatus($own->getStatus());
				$leaves = $public && $member->getShowcased() !== true;
			}
			$this->invitations->deleteOf($member->ownerId());
			$this->importedRows->forgetEarlier($member->ownerId());
			$member->setUid($uid);
			$member->setStewardUid(null);
			$this->service->write($member, $member->getVersion());
			$this->service->recordConsent($member, 'taken over by the person', $this->service->today(), $uid);
			if ($leaves) {
				$this->service->recordConsent($member, 'taken over by the person', $this->service->today(), $uid, Consent::SHOWCASE_ENDED);
			}
			return $member;
		}, $this->db);
	}
}
