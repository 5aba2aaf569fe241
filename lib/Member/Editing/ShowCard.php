<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Editing;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** A person chooses to be in the public showcase, or not any more. Permissions were checked before (MemberAccess). */
class ShowCard {
	use Atomic;

	public function __construct(
		private readonly MemberService $service,
		private readonly ConsentMapper $consents,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param string $date YYYY-MM-DD: when the person of a kept card agreed; neither is read of a person who chooses themselves
	 * @param string $how they agreed
	 * @param ?string $byUid null: the person, without an account, by their link
	 * @throws ReasonException card_hidden · bad_date · how_missing · too_long · withdrawn_since: they withdrew after that day · stale_version
	 */
	public function show(Member $member, string $date, string $how, ?string $byUid): void {
		if ($member->getShowcased() === true) {
			return;
		}
		if (!$member->isShown()) {
			throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if ($byUid === null || $member->getUid() !== null) {
			[$how, $date] = [$byUid === null ? Consent::BY_LINK : Consent::IN_THE_APP, $this->service->today()];
		} else {
			$how = $this->service->checkConsent($date, $how);
			$ended = $this->consents->findOfWhat([$member->ownerId()], Consent::SHOWCASE_ENDED);
			if ($ended !== [] && $date < $ended[count($ended) - 1]->getGivenOn()) {
				throw new ReasonException('withdrawn_since', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'date']);
			}
		}
		$this->write($member, true, Consent::SHOWCASE, $how, $date, $byUid);
	}

	/**
	 * @param ?string $byUid as above
	 * @throws ReasonException stale_version
	 */
	public function hide(Member $member, ?string $byUid): void {
		if ($member->getShowcased() === true) {
			$this->write($member, null, Consent::SHOWCASE_ENDED, $byUid === null ? Consent::BY_LINK : Consent::IN_THE_APP, $this->service->today(), $byUid);
		}
	}

	/** With a version of its own: a change of the card made at the same moment would else put it into the index as it was. */
	private function write(Member $member, ?bool $showcased, string $what, string $how, string $date, ?string $byUid): void {
		$this->atomic(function () use ($member, $showcased, $what, $how, $date, $byUid): void {
			$member->setShowcased($showcased);
			$this->service->write($member, $member->getVersion());
			$this->service->recordConsent($member, $how, $date, $byUid, $what);
		}, $this->db);
	}
}
