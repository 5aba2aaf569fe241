<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** The meetings of a group as its people see them: the only way they leave the server, except calendars (Calendar\Dates). */
class MeetingPresenter {
	public function __construct(
		private readonly Meetings $meetings,
		private readonly GroupPresenter $groups,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return array<string, mixed> MeetingsSchema of src/meeting/model.ts
	 * @throws ReasonException not_found
	 */
	public function list(Viewer $viewer, int $groupId): array {
		$group = $this->meetings->group($groupId);
		$writes = $group->isIn($viewer) && $group->isSteeredBy($viewer);
		return [
			'meetings' => array_map(fn (Meeting $meeting): array => $this->present($viewer, $meeting), $this->meetings->ofGroup($viewer, $group)),
			'can' => ['write' => $writes, 'add' => $writes && !$group->group->is(Group::CLOSED)],
		];
	}

	/**
	 * @return array<string, mixed> MeetingSchema
	 * @throws ReasonException not_found
	 */
	public function one(Viewer $viewer, int $id): array {
		return $this->present($viewer, $this->meetings->one($viewer, $id));
	}

	/** @return array<string, mixed> MeetingSchema */
	private function present(Viewer $viewer, Meeting $meeting): array {
		$end = $meeting->end();
		return [
			'id' => (int)$meeting->getId(),
			'title' => (string)$meeting->getTitle(),
			'day' => $meeting->getDay(),
			'time' => $meeting->getStartTime(),
			'endDay' => $meeting->getEndDay(),
			'endTime' => $meeting->getEndTime(),
			'zone' => $meeting->getZone(),
			'starts' => $meeting->takesWholeDays() ? null : gmdate(DATE_ATOM, $meeting->getStartsAt()),
			'ends' => $meeting->takesWholeDays() || $end === null ? null : gmdate(DATE_ATOM, $end),
			'place' => (string)$meeting->getPlace(),
			'agenda' => (string)$meeting->getAgenda(),
			'showcased' => $meeting->getShowcased() === true,
			'by' => $this->groups->named($viewer, $meeting->getByUid()),
			'over' => $meeting->isOver($this->clock->getTime()),
			'cancelled' => $meeting->isCancelled(),
			'version' => $meeting->getVersion(),
		];
	}
}
