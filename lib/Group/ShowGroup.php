<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** A facilitator of a group puts it into the public showcase, unless people join it by invitation only. Any facilitator of the network may take it out. */
class ShowGroup {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupStore $store,
		private readonly Ledger $ledger,
	) {
	}

	/** Whether the viewer may put the group into the showcase or take it out. */
	public static function may(Viewer $viewer, GroupPeople $people): bool {
		return $people->isFacilitatedBy($viewer->uid) || ($viewer->facilitator && $people->group->getShowcased() === true);
	}

	/**
	 * @throws ReasonException not_found · not_yours · group_not_running · group_private
	 */
	public function choose(Viewer $viewer, int $groupId, bool $shown): void {
		$this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $shown): void {
			$group = $people->group;
			if (!self::may($viewer, $people)) {
				throw ReasonException::notYours();
			}
			if ($shown && !$group->is(Group::ACTIVE, Group::DORMANT)) {
				throw new ReasonException('group_not_running', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($shown && $group->isPrivate()) {
				throw new ReasonException('group_private', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($shown !== ($group->getShowcased() === true)) {
				$group->setShowcased($shown ? true : null);
				$this->store->updateFrom($group, $group->getVersion());
				$what = $shown ? Consent::SHOWCASE_GROUP : Consent::SHOWCASE_GROUP_ENDED;
				$this->ledger->ofThing($viewer->memberId, $what, $people->id(), Consent::IN_THE_APP, $viewer->uid);
			}
		});
	}
}
