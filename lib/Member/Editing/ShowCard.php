<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Editing;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** A person chooses to be in the public showcase, or to leave it. The caller checks permissions (MemberAccess). */
class ShowCard {
	use Atomic;

	public function __construct(
		private readonly MemberService $service,
		private readonly MemberMapper $members,
		private readonly Ledger $ledger,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param string $date YYYY-MM-DD: when the person of a kept card agreed; ignored, like $how, for people who choose themselves
	 * @param string $how they agreed
	 * @param ?string $byUid null: the person, without an account, by their link
	 * @throws ReasonException card_hidden · bad_date · how_missing · too_long · withdrawn_since: they withdrew on that day or later
	 */
	public function show(Member $member, string $date, string $how, ?string $byUid): void {
		$this->change($member->ownerId(), true, function (Member $member) use ($date, $how, $byUid): void {
			if (!$member->isShown()) {
				throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($byUid === null || $member->getUid() !== null) {
				$this->write($member, Consent::SHOWCASE, self::themselves($byUid), $this->service->today(), $byUid);
				return;
			}
			$how = $this->service->checkConsent($date, $how);
			$this->ledger->requireAfterWithdrawal($member->ownerId(), $date, Consent::SHOWCASE_ENDED);
			$this->write($member, Consent::SHOWCASE, $how, $date, $byUid);
		});
	}

	/** @param ?string $byUid as in choose() */
	public function hide(Member $member, ?string $byUid): void {
		$this->change($member->ownerId(), false, fn (Member $member) => $this->write($member, Consent::SHOWCASE_ENDED, self::themselves($byUid), $this->service->today(), $byUid));
	}

	/**
	 * Pressed twice, it is one choice.
	 *
	 * @param callable(Member): void $choose gets the current card
	 */
	private function change(int $id, bool $shown, callable $choose): void {
		$this->atomic(function () use ($id, $shown, $choose): void {
			$this->members->hold($id);
			$member = $this->members->findById($id);
			if ($member !== null && $shown !== ($member->getShowcased() === true)) {
				$choose($member);
			}
		}, $this->db);
	}

	/** With a new version: a change of the card made at the same moment would otherwise put the old state into the index. */
	private function write(Member $member, string $what, string $how, string $date, ?string $byUid): void {
		$member->setShowcased($what === Consent::SHOWCASE ? true : null);
		$this->service->write($member, $member->getVersion());
		$this->service->recordConsent($member, $how, $date, $byUid, $what);
	}

	private static function themselves(?string $byUid): string {
		return $byUid === null ? Consent::BY_LINK : Consent::IN_THE_APP;
	}
}
