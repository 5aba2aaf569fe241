<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\GroupMaking;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Runner;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** Brings minutes of a group's meeting into this group, for its facilitators: once, by one run at a time, until they are undone. */
class BringMinutes {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupMinutesMapper $minutes,
		private readonly MinutesAccess $access,
		private readonly OrdinaryPlan $plans,
		private readonly People $people,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> BroughtSummarySchema of src/minutes/ordinary/model.ts, the latest first */
	public function all(Viewer $viewer, int $groupId): array {
		$group = $this->access->facilitated($viewer, $groupId);
		return array_map(fn (GroupMinutes $minutes): array => $this->summary($viewer, $minutes), $this->minutes->findOfGroup($group->id()));
	}

	/**
	 * @return array<string, mixed> BroughtSchema
	 * @throws ReasonException not_found · not_yours
	 */
	public function get(Viewer $viewer, int $groupId, int $id): array {
		return $this->present($viewer, $this->find($this->access->facilitated($viewer, $groupId)->id(), $id));
	}

	/**
	 * @param array<array-key, mixed> $input hash, title, plan
	 * @return array<string, mixed> BroughtSchema
	 * @throws ReasonException not_found · not_yours · those of OrdinaryPlan::read() and MinutesService::title() · group_closed ·
	 *                         already_imported with the `current` ones
	 */
	public function start(Viewer $viewer, int $groupId, array $input): array {
		$this->access->facilitated($viewer, $groupId);
		$hash = MinutesService::hash($input['hash'] ?? null);
		$minutes = new GroupMinutes();
		$minutes->setHash($hash);
		$minutes->setLiveHash($hash);
		$minutes->setTitle(MinutesService::title($input['title'] ?? ''));
		$minutes->setPlan($this->plans->read($input['plan'] ?? null, null, (string)$viewer->uid));
		$minutes->setState(MinutesState::Making->value);
		$minutes->setByUid($viewer->uid);
		$minutes->setVersion(1);
		$minutes->setCreatedAt($this->clock->getTime());
		$minutes->setUpdatedAt($this->clock->getTime());
		return $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $minutes, $hash): array {
			$group->requireFacilitatedBy($viewer->uid);
			if ($group->group->is(Group::CLOSED)) {
				throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
			}
			$same = $this->minutes->findLive($group->id(), $hash);
			if ($same !== null) {
				throw new ReasonException('already_imported', Http::STATUS_CONFLICT, ['current' => $this->summary($viewer, $same)]);
			}
			$minutes->setGroupId($group->id());
			return $this->present($viewer, $this->minutes->insert($minutes));
		});
	}

	/**
	 * Stores the progress of a run, and locks out other runs for two minutes.
	 *
	 * @param array<array-key, mixed> $input runner and version, what changes of plan and state, and whether this is the `last` of the run
	 * @return array<string, mixed> BroughtSchema
	 * @throws ReasonException not_found · not_yours · version_missing · wrong_type · runner_missing · being_made · unknown_state · those of
	 *                         Plan::withoutAddresses() · stale_version with the `current` ones
	 */
	public function save(Viewer $viewer, int $groupId, int $id, array $input): array {
		$this->access->facilitated($viewer, $groupId);
		$version = Input::version($input);
		$holder = Runner::computeHolder($viewer, $input['runner'] ?? null);
		$plan = $input['plan'] ?? null;
		$last = isset($input['last']) && Input::flag($input['last'], 'last');
		return $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $id, $input, $version, $holder, $plan, $last): array {
			$group->requireFacilitatedBy($viewer->uid);
			$minutes = $this->find($group->id(), $id);
			$now = $this->clock->getTime();
			if ($minutes->isHeld($holder, $now)) {
				throw Runner::beingMade($viewer, $minutes->getRunner());
			}
			if ($minutes->getVersion() !== $version) {
				throw ReasonException::stale(current: $this->present($viewer, $minutes));
			}
			if (isset($input['state'])) {
				$next = MinutesState::tryFrom(Input::string($input['state'], 'state'));
				if ($next === null || $next === MinutesState::Undoing || !$minutes->state()->mayBecome($next)) {
					throw new ReasonException('unknown_state', details: ['field' => 'state']);
				}
				$minutes->setState($next->value);
			}
			if ($plan !== null) {
				$minutes->setPlan($this->plans->read($plan, $minutes->getPlan(), (string)$viewer->uid));
			}
			if ($minutes->state() === MinutesState::Undone) {
				$minutes->setLiveHash(null);
			}
			$minutes->setRunner($last ? null : $holder);
			$minutes->setRunsUntil($last ? null : $now + GroupMaking::LEASE);
			$minutes->setUpdatedAt($now);
			$this->minutes->updateFrom($minutes, $version);
			return $this->present($viewer, $minutes);
		});
	}

	/**
	 * @throws ReasonException not_found · not_yours · unknown_state: they are not undone
	 */
	public function delete(Viewer $viewer, int $groupId, int $id): void {
		$this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $id): void {
			$group->requireFacilitatedBy($viewer->uid);
			$minutes = $this->find($group->id(), $id);
			if ($minutes->state() !== MinutesState::Undone) {
				throw new ReasonException('unknown_state', Http::STATUS_CONFLICT);
			}
			$this->minutes->delete($minutes);
		});
	}

	private function find(int $groupId, int $id): GroupMinutes {
		return $this->minutes->find($groupId, $id) ?? throw ReasonException::notFound();
	}

	/** @return array<string, mixed> BroughtSchema */
	private function present(Viewer $viewer, GroupMinutes $minutes): array {
		return $this->summary($viewer, $minutes) + ['plan' => $this->plans->present($minutes->getPlan(), (string)$viewer->uid)];
	}

	/** @return array<string, mixed> BroughtSummarySchema */
	private function summary(Viewer $viewer, GroupMinutes $minutes): array {
		$uid = $minutes->getByUid();
		$card = $uid === null ? null : $this->people->byUid($uid);
		return [
			'id' => (int)$minutes->getId(),
			'hash' => $minutes->getHash(),
			'title' => $minutes->getTitle(),
			'state' => $minutes->getState(),
			'by' => ['name' => $card !== null && People::knows($viewer, $card) ? $card->getName() : null, 'me' => $uid === $viewer->uid],
			'created' => gmdate(DATE_ATOM, $minutes->getCreatedAt()),
			'running' => $minutes->isHeld(null, $this->clock->getTime()),
			'version' => $minutes->getVersion(),
		];
	}
}
