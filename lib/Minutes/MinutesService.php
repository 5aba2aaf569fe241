<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;
use OCP\IUserManager;

/** Minutes that facilitators import: their plan, their progress, and the check that no text is imported twice. */
class MinutesService {
	use Atomic;

	/** Longest title in characters, as MINUTES_LIMITS of src/minutes/model.ts. */
	public const TITLE = 120;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MinutesMapper $minutes,
		private readonly GroupMinutesMapper $ofGroups,
		private readonly Asks $asks,
		private readonly DraftMapper $drafts,
		private readonly Groups $groups,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> MinutesSummarySchema of src/minutes/model.ts, most recently changed first */
	public function all(Viewer $viewer): array {
		$made = $this->made();
		return array_map(fn (Minutes $minutes): array => $this->summary($viewer, $minutes, count($made[$minutes->getId()] ?? [])), $this->minutes->findAll());
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function get(int $id): Minutes {
		return $this->minutes->findById($id) ?? throw ReasonException::notFound();
	}

	/** @return array<string, mixed> MinutesSchema */
	public function present(Viewer $viewer, Minutes $minutes): array {
		$made = $this->made()[$minutes->getId()] ?? [];
		return $this->summary($viewer, $minutes, count($made)) + [
			'plan' => (string)$minutes->getPlan(),
			'groups' => array_map(static fn (Group $group): array => [
				'position' => (int)$group->getMinutesPosition(),
				'id' => (int)$group->getId(),
				'title' => $group->getTitle(),
				'status' => $group->getStatus(),
			], $made),
		];
	}

	/**
	 * @param array<array-key, mixed> $input hash, title, plan
	 * @throws ReasonException those of Plan::read() · minutes_nameless · already_imported with the `current` ones
	 */
	public function start(Viewer $viewer, array $input): Minutes {
		$hash = self::hash($input['hash'] ?? null);
		$now = $this->clock->getTime();
		$minutes = new Minutes();
		$minutes->setHash($hash);
		$minutes->setLiveHash($hash);
		$minutes->setTitle(self::title($input['title'] ?? ''));
		$minutes->writePlan(Plan::read($input['plan'] ?? null));
		$minutes->setState(MinutesState::Draft->value);
		$minutes->setByUid($viewer->uid);
		$minutes->setRunUid($viewer->uid);
		$minutes->setVersion(1);
		$minutes->setCreatedAt($now);
		$minutes->setUpdatedAt($now);
		$this->requireNew($viewer, $hash);
		try {
			return $this->atomic(fn (): Minutes => $this->minutes->insert($minutes), $this->db);
		} catch (Exception $e) {
			// Another person imported the same text at the same moment.
			$this->requireNew($viewer, $hash);
			throw $e;
		}
	}

	/**
	 * @param array<array-key, mixed> $input version, and what changes of title, plan and state
	 * @throws ReasonException those of start() · unknown_state · version_missing · stale_version with the `current` ones
	 */
	public function save(Viewer $viewer, Minutes $minutes, array $input): Minutes {
		$version = Input::version($input);
		if (isset($input['title'])) {
			$minutes->setTitle(self::title($input['title']));
		}
		if (isset($input['plan'])) {
			$minutes->writePlan(Plan::read($input['plan']));
		}
		$undoing = false;
		if (isset($input['state'])) {
			$next = MinutesState::tryFrom(Input::string($input['state'], 'state'));
			if ($next === null || !$minutes->state()->mayBecome($next)) {
				throw new ReasonException('unknown_state', details: ['field' => 'state']);
			}
			$minutes->setState($next->value);
			$minutes->setRunUid($viewer->uid);
			$undoing = in_array($next, [MinutesState::Undoing, MinutesState::Undone], true);
		}
		$minutes->setUpdatedAt($this->clock->getTime());
		$this->atomic(function () use ($viewer, $minutes, $version, $undoing): void {
			if ($undoing) {
				$this->minutes->hold($minutes->getId());
				$minutes->setLiveHash(null);
				$this->asks->withdrawAll(array_map(self::groupId(...), $this->made()[$minutes->getId()] ?? []));
			}
			if ($minutes->state() === MinutesState::Undone) {
				$this->drafts->reopen($minutes->getId(), $this->clock->getTime());
			}
			if ($minutes->getVersion() !== $version || !$this->minutes->updateFrom($minutes, $version)) {
				$current = $this->present($viewer, $this->get($minutes->getId()));
				throw ReasonException::stale(current: $current);
			}
		}, $this->db);
		return $minutes;
	}

	/**
	 * @throws ReasonException groups_left
	 */
	public function delete(Minutes $minutes): void {
		if (($this->made()[$minutes->getId()] ?? []) !== []) {
			throw new ReasonException('groups_left', Http::STATUS_CONFLICT);
		}
		$this->atomicAgain(function () use ($minutes): void {
			$this->minutes->hold($minutes->getId());
			$this->drafts->reopen($minutes->getId(), $this->clock->getTime());
			$this->minutes->delete(clone $minutes);
		}, $this->db);
	}

	/** The account is deleted: the minutes it imported are kept for the facilitators. */
	public function forgetAccount(string $uid): void {
		$this->minutes->forgetAccount($uid);
		$this->ofGroups->forgetAccount($uid);
	}

	/** @return array<string, mixed> MinutesSummarySchema */
	private function summary(Viewer $viewer, Minutes $minutes, int $made): array {
		$state = $minutes->state();
		return [
			'id' => $minutes->getId(),
			'hash' => $minutes->getHash(),
			'title' => $minutes->getTitle(),
			'state' => $state->value,
			'by' => $this->by($viewer, $minutes),
			'created' => gmdate(DATE_ATOM, $minutes->getCreatedAt()),
			'updated' => gmdate(DATE_ATOM, $minutes->getUpdatedAt()),
			'planned' => $minutes->getPlanned(),
			'made' => $made,
			'version' => $minutes->getVersion(),
			'can' => [
				'edit' => $state !== MinutesState::Undoing && $state !== MinutesState::Undone,
				'undo' => $made > 0 || in_array($state, [MinutesState::Making, MinutesState::Made, MinutesState::Undoing], true),
				'delete' => $made === 0,
			],
		];
	}

	/** @return array{name: ?string, me: bool} */
	private function by(Viewer $viewer, Minutes $minutes): array {
		$uid = $minutes->getByUid();
		return ['name' => $uid === null ? null : $this->users->getDisplayName($uid), 'me' => $uid === $viewer->uid];
	}

	/** @return array<int, list<Group>> groups created from minutes, by id of the minutes and in their order */
	private function made(): array {
		$made = [];
		foreach ($this->groups->madeFromMinutes() as $group) {
			$made[(int)$group->getMinutesId()][] = $group;
		}
		foreach ($made as &$groups) {
			usort($groups, static fn (Group $one, Group $other): int => $one->getMinutesPosition() <=> $other->getMinutesPosition());
		}
		return $made;
	}

	/**
	 * @throws ReasonException already_imported
	 */
	private function requireNew(Viewer $viewer, string $hash): void {
		$same = $this->minutes->findLive($hash);
		if ($same !== null) {
			throw new ReasonException('already_imported', Http::STATUS_CONFLICT, ['current' => [
				'id' => $same->getId(),
				'title' => $same->getTitle(),
				'state' => $same->state()->value,
				'by' => $this->by($viewer, $same),
				'created' => gmdate(DATE_ATOM, $same->getCreatedAt()),
			]]);
		}
	}

	/**
	 * @throws ReasonException wrong_type
	 */
	public static function hash(mixed $value): string {
		return is_string($value) && preg_match('/^[0-9a-f]{64}\z/', $value) === 1 ? $value : throw new ReasonException('wrong_type', details: ['field' => 'hash']);
	}

	/**
	 * @throws ReasonException wrong_type · bad_text · too_long · minutes_nameless · address_in_plan
	 */
	public static function title(mixed $value): string {
		$title = trim(Fields::text($value, 'title', self::TITLE));
		if ($title === '') {
			throw new ReasonException('minutes_nameless', details: ['field' => 'title']);
		}
		if (Contacts::areIn($title)) {
			throw new ReasonException('address_in_plan', details: ['field' => 'title']);
		}
		return $title;
	}

	private static function groupId(Group $group): int {
		return (int)$group->getId();
	}
}
