<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Group\CharterAcceptance;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\GroupNotifications;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/**
 * Texts of group notifications, created when they are read; settled ones are dismissed. They name the group but no people: requests and
 * invitations are shown on the group's page, to people who may see them.
 */
class GroupNotifier extends PageNotifier {
	public function __construct(
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly CharterAcceptance $charter,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [
			GroupNotifications::INVITED, GroupNotifications::KEPT_INVITED, GroupNotifications::TAKEN_OVER, GroupNotifications::FROM_OUTSIDE, GroupNotifications::REQUESTED, GroupNotifications::TO_TEAM,
			GroupNotifications::ADMITTED, GroupNotifications::FACILITATES, GroupNotifications::UNSIGNED, GroupNotifications::TEAM_OPEN, GroupNotifications::TEAM_GONE,
			GroupNotifications::LEFT_IN_TEAMS, GroupNotifications::SOMEONE_LEFT_IN_TEAMS, GroupNotifications::ENDS_SOON, GroupNotifications::ENDED, GroupNotifications::TERM, GroupNotifications::CHARTER,
		];
	}

	/** @throws AlreadyProcessedException settled, or the group no longer exists */
	protected function texts(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		return match ($subject) {
			GroupNotifications::KEPT_INVITED => $this->aboutKept($l, $viewer, $id),
			GroupNotifications::CHARTER => $this->aboutCharter($l, $viewer, $id),
			default => $this->aboutGroup($l, $viewer, $subject, $id),
		};
	}

	/** @return array{string, string, string} subject, message, page */
	private function aboutGroup(IL10N $l, Viewer $viewer, string $what, int $id): array {
		try {
			$group = $this->groups->one($id);
		} catch (ReasonException) {
			throw new AlreadyProcessedException();
		}
		$mine = $viewer->memberId === null ? null : $group->of($viewer->memberId);
		$closed = $group->group->is(Group::CLOSED) && $what !== GroupNotifications::FROM_OUTSIDE;
		if ($mine === null || $closed || !$this->isCurrent($viewer, $group, $mine, $what)) {
			throw new AlreadyProcessedException();
		}
		$title = $group->group->getTitle();
		[$subject, $message] = match ($what) {
			GroupNotifications::INVITED => [$l->t('You are invited to the group “%s”', [$title]), $mine->getFacilitates() === true
				? $l->t('You are asked to facilitate it. Answer yes or no on its page: nobody is added to a group without agreeing.')
				: $l->t('Accept or decline on its page: nobody joins a group without agreeing.')],
			GroupNotifications::TAKEN_OVER => [
				$l->t('The team, board and folder of the group “%s” are being created by someone else', [$title]),
				$l->t('A facilitator of the network has taken this over. They are not in the group and cannot see anything more of you.'),
			],
			GroupNotifications::FROM_OUTSIDE => [
				$l->t('The group “%s” was changed externally', [$title]),
				$l->t('Nobody facilitates it, so the facilitators of the network take care of it. Anyone in the group can take over.'),
			],
			GroupNotifications::REQUESTED => [$l->t('Someone asks to join the group “%s”', [$title]), $l->t('Its page says who it is, and what they are committing to.')],
			GroupNotifications::TO_TEAM => [
				$l->t('Someone joined the group “%s”, and is not in its team yet', [$title]),
				$l->t('Only its facilitators can add people to the team of a private group. Do it on the group’s page.'),
			],
			GroupNotifications::ADMITTED => [$l->t('You are in the group “%s”', [$title]), $l->t('From now on, you and its members see what each of you shows to their groups.')],
			GroupNotifications::FACILITATES => [$l->t('You facilitate the group “%s”', [$title]), $l->t('You can give it up on its page.')],
			GroupNotifications::UNSIGNED => [$l->t('You are in the team of the group “%s”', [$title]), $l->t('Enter your commitment on its page, or leave. Until then you do not count as a member of the group.')],
			GroupNotifications::TEAM_OPEN => [
				$l->t('The team of the group “%s” is more open than the group', [$title]),
				$l->t('People can get into it in Nextcloud, and see what is shared with it, without the group’s agreement. Close it again on the group’s page.'),
			],
			GroupNotifications::TEAM_GONE => [
				$l->t('The team of the group “%s” was deleted', [$title]),
				$l->t('Nobody can access what was shared with it any more. Create it again from the group’s page.'),
			],
			GroupNotifications::LEFT_IN_TEAMS => [
				$l->t('You are no longer in the group “%s”', [$title]),
				$l->t('Your account is no longer in its team in Nextcloud, so you have left the group too. If this is a mistake, write to its facilitators from the group’s page.'),
			],
			GroupNotifications::SOMEONE_LEFT_IN_TEAMS => [
				$l->t('Someone is no longer in the group “%s”', [$title]),
				$l->t('Their account is no longer in its team in Nextcloud. The group’s page says who it is; you can invite them again there.'),
			],
			GroupNotifications::ENDS_SOON => [$l->t('Your commitment in the group “%s” ends soon', [$title]), $l->t('You can extend it, change it or leave on its page. Nothing ends automatically.')],
			GroupNotifications::ENDED => [$l->t('Your commitment in the group “%s” has ended', [$title]), $l->t('You can extend it, change it or leave on its page. Nothing ends automatically.')],
			GroupNotifications::TERM => [$l->t('Your time as facilitator of the group “%s” is ending', [$title]), $l->t('You can continue, or hand over, on its page. Nothing ends automatically.')],
		};
		return [$subject, $message, "groups/$id"];
	}

	/** @return array{string, string, string} */
	private function aboutKept(IL10N $l, Viewer $viewer, int $id): array {
		$title = $this->groups->asksKeeper($id, $viewer) ? $this->groups->title($id) : null;
		if ($title === null) {
			throw new AlreadyProcessedException();
		}
		return [
			$l->t('Someone whose card you keep is invited to the group “%s”', [$title]),
			$l->t('Ask them, then answer for them on the group page: nobody joins a group without agreeing.'),
			"groups/$id",
		];
	}

	/** @return array{string, string, string} */
	private function aboutCharter(IL10N $l, Viewer $viewer, int $version): array {
		if ($this->charter->asked($viewer) !== ['asked' => $version] || $viewer->groups === []) {
			throw new AlreadyProcessedException();
		}
		return [$l->t('The network’s charter has changed'), $l->t('Read it and say whether you accept it: once, for all your groups.'), 'charter'];
	}

	private function isCurrent(Viewer $viewer, GroupPeople $group, Membership $mine, string $what): bool {
		return match ($what) {
			GroupNotifications::INVITED => $mine->is(Membership::INVITED),
			GroupNotifications::REQUESTED => $this->access->asking($viewer, $group) !== [],
			GroupNotifications::TO_TEAM => $mine->isFacilitator() && array_filter(
				$group->memberships,
				static fn (Membership $one): bool => $one !== $mine && GroupAccess::waitsForTeam($group, $one),
			) !== [],
			GroupNotifications::UNSIGNED => $mine->is(Membership::UNSIGNED) && GroupAccess::preset($group->group) === TeamPreset::Open,
			GroupNotifications::TEAM_OPEN => $mine->isFacilitator() && $group->group->getTeamOpen() === true && $this->access->hasOpenTeam($group->group) === true,
			GroupNotifications::TEAM_GONE => $mine->isFacilitator() && $group->group->getTeamGone() === true,
			GroupNotifications::LEFT_IN_TEAMS => $mine->hasLeftInTeams(),
			GroupNotifications::SOMEONE_LEFT_IN_TEAMS => $mine->isFacilitator() && array_filter($group->memberships, static fn (Membership $one): bool => $one->hasLeftInTeams()) !== [],
			GroupNotifications::ADMITTED, GroupNotifications::TAKEN_OVER, GroupNotifications::FROM_OUTSIDE => $mine->is(Membership::ACTIVE),
			GroupNotifications::ENDS_SOON => $mine->is(Membership::ACTIVE) && $mine->getReminded() === "soon {$mine->getUntilDate()}",
			GroupNotifications::ENDED => $mine->is(Membership::ACTIVE) && $mine->getReminded() === "over {$mine->getUntilDate()}",
			default => $mine->isFacilitator(),
		};
	}
}
