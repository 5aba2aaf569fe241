<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Editing;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Member\Yearly\StillTrueNotifications;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Publishing, pausing and withdrawing a card. */
class ChangeStatus {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberService $service,
		private readonly ConsentMapper $consents,
		private readonly StillTrueNotifications $notifications,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param int $version the version the keeper saw
	 * @throws ReasonException consent_missing: a person without an account has not consented, or has withdrawn their consent ·
	 *                         unknown_status: a card once shown does not become a draft again · stale_version
	 */
	public function change(Member $member, Status $to, int $version, string $byUid): void {
		$shown = $member->statusIs(Status::Published, Status::Paused);
		$stays = $member->getStatus() === $to->value;
		if ($to === Status::Draft || (!$shown && !$stays && $to !== Status::Published)) {
			throw new ReasonException('unknown_status', details: ['field' => 'status']);
		}
		$hasAccount = $member->getUid() !== null;
		if ($to === Status::Published && !$hasAccount && $this->consents->inForce($member->ownerId()) === null) {
			throw new ReasonException('consent_missing', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$from = $member->getStatus();
		$asked = StillTrue::isOpen($member);
		$member->setStatus($to->value);
		$public = $to === Status::Withdrawn && $member->getShowcased() === true;
		if ($public) {
			$member->setShowcased(null);
		}
		$this->atomic(function () use ($member, $to, $from, $version, $byUid, $hasAccount, $public): void {
			$this->service->write($member, $version);
			if ($from === $to->value) {
				return;
			}
			if ($to === Status::Withdrawn) {
				$this->service->recordConsent($member, Consent::WITHDRAWN, $this->service->today(), $byUid, Consent::CARD_ENDED);
				if ($public) {
					$this->service->recordConsent($member, Consent::WITHDRAWN, $this->service->today(), $byUid, Consent::SHOWCASE_ENDED);
				}
				$this->events->dispatchTyped(new MemberWithdrawn($member->ownerId()));
			} elseif ($from === Status::Withdrawn->value && $hasAccount) {
				$this->service->recordConsent($member, 'come back', $this->service->today(), $byUid);
			} elseif ($from === Status::Draft->value && $hasAccount && $this->consents->inForce($member->ownerId()) === null) {
				$this->service->recordConsent($member, Consent::WRITTEN, $this->service->today(), $byUid);
			}
		}, $this->db);
		if ($asked) {
			$this->notifications->answered($member);
		}
	}
}
