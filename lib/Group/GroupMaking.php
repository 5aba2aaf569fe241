<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Board\Deck;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\PlainName;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/**
 * The journal of creating a group. Browsers create its team, board and folder with the user's rights; each result is recorded here before the next
 * step, and a lease allows one run at a time.
 */
class GroupMaking {
	use Atomic;

	/** Seconds of silence after which a run counts as ended. */
	public const LEASE = 120;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly GroupLock $lock,
		private readonly MembershipMapper $memberships,
		private readonly Groups $reading,
		private readonly GroupAccess $access,
		private readonly GroupPresenter $presenter,
		private readonly GroupNotifications $notifications,
		private readonly Teams $teams,
		private readonly Deck $deck,
		private readonly FolderPlace $place,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Begins a run, or renews its lease. A person who only facilitates the network creates the group for its people, who are notified, and does not
	 * join it by doing so.
	 *
	 * @return array<string, mixed> LeaseSchema of src/group/model.ts, `first` and `own.run` as they were before
	 * @throws ReasonException runner_missing · wrong_type · too_long · being_made · not_yours: another person has begun, or the viewer does not
	 *   facilitate
	 */
	public function lease(Viewer $viewer, int $id, mixed $runner): array {
		$this->requireMaker($viewer, $this->reading->one($id));
		$holder = Runner::computeHolder($viewer, $runner);
		[$before, $people] = $this->atomic(function () use ($viewer, $id, $holder): array {
			$now = $this->clock->getTime();
			if (!$this->groups->lease($id, $holder, $now, $now + self::LEASE)) {
				throw Runner::beingMade($viewer, $this->reading->one($id)->group->getLeaseHolder());
			}
			// Read again while holding the lease: another run may have begun in between.
			$people = $this->reading->one($id);
			$this->requireMaker($viewer, $people);
			$before = $people->group->getMakerUid();
			$people->group->setMakerUid($viewer->uid);
			$this->groups->update($people->group);
			return [$before, $before === $viewer->uid ? null : $people];
		}, $this->db);
		if ($people !== null) {
			$this->notifications->notifyInside(GroupNotifications::TAKEN_OVER, $viewer, $people);
		}
		$making = $this->presenter->making($viewer, $this->reading->one($id));
		return ['first' => $before === null, 'own' => ['run' => $before === $viewer->uid] + $making['own']] + $making;
	}

	/**
	 * Records what a run has created and renews its lease; the step `done` ends the run and makes a forming group active, or dormant if it has no
	 * facilitator.
	 *
	 * @param array<array-key, mixed> $input SavedMakingSchema
	 * @return array<string, mixed> MakingSchema
	 * @throws ReasonException runner_missing · being_made: another run has the lease · unknown_team: Teams does not know it, or this account does
	 *                         not own it · team_taken · unknown_board: it does not belong to this account · board_taken ·
	 *                         unknown_folder: this account does not have it there, or it is not a group's place · wrong_type · bad_text · too_long · not_yours
	 */
	public function save(Viewer $viewer, int $id, array $input): array {
		$this->requireRunner($viewer, $this->reading->one($id));
		$holder = Runner::computeHolder($viewer, $input['runner'] ?? null);
		try {
			$this->lock->run($id, function (GroupPeople $people) use ($viewer, $id, $holder, $input): void {
				$group = $people->group;
				$this->requireRunner($viewer, $people);
				if ($group->getLeaseHolder() !== $holder || !$this->groups->lease($id, $holder, $this->clock->getTime(), $this->clock->getTime() + self::LEASE)) {
					throw Runner::beingMade($viewer, $group->getLeaseHolder());
				}
				$this->write($viewer, $people, $input);
				$done = ($input['step'] ?? null) === 'done';
				if ($done && $group->is(Group::FORMING)) {
					$group->setStatus($people->facilitators() === [] ? Group::DORMANT : Group::ACTIVE);
				}
				$this->groups->update($group);
				if ($done) {
					$this->groups->release($id, $holder);
				}
			});
		} catch (Exception $e) {
			// Two groups saved the same value at the same moment.
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? new ReasonException(isset($input['teamId']) ? 'team_taken' : 'board_taken', Http::STATUS_CONFLICT) : $e;
		}
		return $this->presenter->making($viewer, $this->reading->one($id));
	}

	/**
	 * @throws ReasonException not_found · not_yours · runner_missing · wrong_type · too_long
	 */
	public function release(Viewer $viewer, int $id, mixed $runner): void {
		$this->requireRunner($viewer, $this->reading->one($id));
		$this->groups->release($id, Runner::computeHolder($viewer, $runner));
	}

	/** A run that undoes the group continues after the group is closed. */
	private function requireRunner(Viewer $viewer, GroupPeople $people): void {
		if ($people->group->getUndoneFrom() === null || !$people->isSteeredBy($viewer)) {
			$this->requireMaker($viewer, $people);
		}
	}

	private function requireMaker(Viewer $viewer, GroupPeople $people): void {
		if (!$this->access->mayMake($viewer, $people)) {
			throw ReasonException::notYours();
		}
	}

	/** @param array<array-key, mixed> $input */
	private function write(Viewer $viewer, GroupPeople $people, array $input): void {
		$group = $people->group;
		if (array_key_exists('teamId', $input) && $input['teamId'] !== $group->getTeamId()) {
			$this->writeTeam($viewer, $people, $input['teamId']);
		}
		if (array_key_exists('boardId', $input)) {
			$this->writeBoard($viewer, $group, self::id($input, 'boardId'));
		}
		$this->writeFolder(
			$viewer,
			$group,
			array_key_exists('folderId', $input) ? self::id($input, 'folderId') : $group->getFolderId(),
			array_key_exists('folderPath', $input) ? self::text($input, 'folderPath') : $group->getFolderPath(),
		);
		if (array_key_exists('model', $input)) {
			$group->setModel(self::text($input, 'model'));
		}
		if (array_key_exists('step', $input)) {
			$group->setMakingStep(self::text($input, 'step'));
		}
		if (array_key_exists('note', $input)) {
			$group->setMakingNote(self::text($input, 'note'));
		}
	}

	/** Facilitators see the members of a team, and runs let people in and delete it: it must be the creator's own. */
	private function writeTeam(Viewer $viewer, GroupPeople $people, mixed $teamId): void {
		if ($teamId !== null) {
			if (!is_string($teamId) || $teamId === '' || strlen($teamId) > 64 || ($this->teams->members($teamId)[(string)$viewer->uid] ?? 0) < Teams::OWNER) {
				throw new ReasonException('unknown_team', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'teamId']);
			}
			if (($this->groups->findByTeam($teamId)?->getId() ?? $people->group->getId()) !== $people->group->getId()) {
				throw new ReasonException('team_taken', Http::STATUS_CONFLICT);
			}
		}
		$people->group->setTeamId($teamId);
		$people->group->setTeamByUid($teamId === null ? null : $viewer->uid);
		$people->group->setTeamGone(null);
		$people->group->setTeamOpen(null);
		// Earlier members of the team are not members of this group.
		foreach ($people->memberships as $membership) {
			$membership->setInTeam(null);
			$this->memberships->update($membership);
		}
	}

	/** A run has just created its board: another account's is not its own. */
	private function writeBoard(Viewer $viewer, Group $group, ?int $board): void {
		if ($board === $group->getBoardId()) {
			return;
		}
		if ($board !== null && ($this->groups->findByBoard($board)?->getId() ?? $group->getId()) !== $group->getId()) {
			throw new ReasonException('board_taken', Http::STATUS_CONFLICT);
		}
		if ($board !== null && !$this->deck->owns((string)$viewer->uid, $board)) {
			throw new ReasonException('unknown_board', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'boardId']);
		}
		$group->setBoardId($board);
		$group->setBoardByUid($board === null ? null : $viewer->uid);
	}

	private function writeFolder(Viewer $viewer, Group $group, ?int $id, ?string $path): void {
		if ($id === $group->getFolderId() && $path === $group->getFolderPath()) {
			return;
		}
		if ($id === null ? $path !== null && !PlainName::isPath($path) : !$this->place->accepts((string)$viewer->uid, $id, (string)$path)) {
			throw new ReasonException('unknown_folder', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => $id === null ? 'folderPath' : 'folderId']);
		}
		$group->setFolderId($id);
		$group->setFolderPath($path);
		$group->setFolderByUid($id === null ? null : $viewer->uid);
	}

	/** @param array<array-key, mixed> $input */
	private static function id(array $input, string $field): ?int {
		$id = Input::number($input[$field]);
		return $input[$field] === null || ($id !== null && $id > 0) ? $id : throw new ReasonException('wrong_type', details: ['field' => $field]);
	}

	/** @param array<array-key, mixed> $input */
	private static function text(array $input, string $field): ?string {
		return $input[$field] === null ? null : (Fields::text($input[$field], $field, GroupRules::LIMITS[$field]) ?: null);
	}
}
