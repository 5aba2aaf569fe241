<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/**
 * The author of a notice puts it into the public showcase, or the keeper of their card once they agreed. They and all facilitators of the network may take
 * it out. It leaves automatically when it ends (NoticeStore). The card of the author is locked first, then the notice.
 */
class ShowNotice {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Notices $notices,
		private readonly NoticeMapper $mapper,
		private readonly NoticeStore $store,
		private readonly NoticeAccess $access,
		private readonly MemberService $members,
		private readonly People $people,
		private readonly Ledger $ledger,
		private readonly Days $days,
	) {
	}

	/** Whether the viewer may put it into the showcase or take it out. */
	public static function may(Viewer $viewer, AuthoredNotice $one): bool {
		return $one->isKeptBy($viewer) || ($viewer->facilitator && $one->notice->getShowcased() === true);
	}

	/**
	 * @param string $date YYYY-MM-DD: when the author agreed, if they have no account; ignored, like $how, for authors who choose themselves
	 * @param string $how they agreed
	 * @throws ReasonException not_found · not_yours · card_hidden · notice_closed · for_one_group · bad_date · how_missing · too_long ·
	 *                         withdrawn_since: the author took it out, or withdrew their card, on that day or later
	 */
	public function choose(Viewer $viewer, int $id, bool $shown, string $date = '', string $how = ''): void {
		$author = $this->access->hosted($viewer, $id)->author->ownerId();
		$this->locked($author, $id, function () use ($viewer, $id, $shown, $date, $how): void {
			$one = $this->access->hosted($viewer, $id);
			if ($shown && !$one->isKeptBy($viewer)) {
				throw ReasonException::notYours();
			}
			if ($shown === ($one->notice->getShowcased() === true)) {
				return;
			}
			if (!$shown) {
				$this->end($one, Consent::IN_THE_APP, $viewer->uid);
				return;
			}
			$this->requireOpen($one);
			$on = null;
			$manner = Consent::IN_THE_APP;
			if ($one->author->getUid() === null) {
				$manner = $this->members->checkConsent($date, $how);
				$this->ledger->requireAfterWithdrawal($one->author->ownerId(), $date, Consent::SHOWCASE_NOTICE_ENDED, $id);
				$on = $date;
			}
			$one->notice->setShowcased(true);
			$this->store->update($one->notice);
			$this->ledger->ofThing($one->author->ownerId(), Consent::SHOWCASE_NOTICE, $id, $manner, $viewer->uid, $on);
		});
	}

	/**
	 * An author without an account takes it out by their link.
	 *
	 * @return bool whether they are its author, and it is no longer in the showcase
	 */
	public function endByLink(int $memberId, int $id): bool {
		return $this->locked($memberId, $id, function () use ($memberId, $id): bool {
			$one = $this->notices->one($id);
			if ($one === null || $one->author->ownerId() !== $memberId) {
				return false;
			}
			if ($one->notice->getShowcased() === true) {
				$this->end($one, Consent::BY_LINK, null);
			}
			return true;
		});
	}

	/** The author withdraws their card: their notices do not come back with it. */
	public function endAllOf(int $memberId): void {
		foreach ($this->mapper->idsShowcased($memberId) as $id) {
			$this->locked($memberId, $id, function () use ($id): void {
				$one = $this->notices->one($id);
				if ($one?->notice->getShowcased() === true) {
					$this->end($one, Consent::WITHDRAWN, null);
				}
			});
		}
	}

	/** @return list<array{id: int, title: string}> notices of a person that are in it, by title */
	public function shownOf(int $memberId): array {
		$shown = array_map(static fn (AuthoredNotice $one): array => ['id' => $one->id(), 'title' => $one->notice->getTitle()], $this->notices->some($this->mapper->idsShowcased($memberId)));
		usort($shown, static fn (array $a, array $b): int => [Fold::text($a['title']), $a['id']] <=> [Fold::text($b['title']), $b['id']]);
		return $shown;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> titles of notices that the viewer may know: their own, those they see, and public ones
	 */
	public function titles(Viewer $viewer, array $ids): array {
		$known = array_filter($this->notices->some($ids), fn (AuthoredNotice $one): bool => $one->author->ownerId() === $viewer->memberId || $one->isSeenBy($viewer) || $this->notices->isPublic($one));
		return array_map(static fn (AuthoredNotice $one): string => $one->notice->getTitle(), $known);
	}

	private function end(AuthoredNotice $one, string $how, ?string $byUid): void {
		$one->notice->setShowcased(null);
		$this->store->update($one->notice);
		$this->ledger->ofThing($one->author->ownerId(), Consent::SHOWCASE_NOTICE_ENDED, $one->id(), $how, $byUid);
	}

	/**
	 * @throws ReasonException card_hidden · notice_closed · for_one_group
	 */
	private function requireOpen(AuthoredNotice $one): void {
		NoticeAccess::requireShown($one->author);
		if (!$one->notice->is(Notice::OPEN) || $one->notice->getUntilDay() < $this->days->today()) {
			throw new ReasonException('notice_closed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if (!$one->notice->mayBePublic()) {
			throw new ReasonException('for_one_group', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * @template T
	 * @param callable(): T $act
	 * @return T
	 */
	private function locked(int $memberId, int $id, callable $act): mixed {
		return $this->atomicAgain(function () use ($memberId, $id, $act): mixed {
			$this->people->hold($memberId);
			$this->mapper->hold($id);
			return $act();
		}, $this->db);
	}
}
