<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** Reads and writes meetings as a file, with their groups by the ids in the file of groups. A meeting that was imported before is not changed: it belongs to its group. */
class MeetingFile {
	private const LONGEST_ID = 128;
	private const WORDS = ['title', 'day', 'time', 'endDay', 'endTime', 'zone', 'place', 'agenda'];

	public function __construct(
		private readonly MeetingMapper $meetings,
		private readonly GroupLock $lock,
		private readonly Groups $groups,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @param list<mixed> $file in the format of meetings.json */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		foreach ($file as $i => $entry) {
			$ref = is_array($entry) ? $entry['id'] ?? null : null;
			if (!is_string($ref) || $ref === '' || mb_strlen($ref) > self::LONGEST_ID) {
				$report->skipped("meeting $i", 'id_missing');
				continue;
			}
			try {
				$report->add("meeting: $ref", $this->put($ref, $entry) ? ImportReport::MADE : ImportReport::UNCHANGED);
			} catch (ReasonException $e) {
				$report->skipped("meeting: $ref", trim("$e->reason " . ($e->details['field'] ?? '')));
			}
		}
		return $report;
	}

	/** @return list<array<string, mixed>> meetings that are not cancelled */
	public function export(): array {
		$groups = $this->groups->refs();
		$there = array_values(array_filter($this->meetings->findAll(), static fn (Meeting $meeting): bool => !$meeting->isCancelled()));
		return array_map(static fn (Meeting $meeting): array => array_filter([
			'id' => $meeting->getRef() ?? 'meeting-' . $meeting->getId(),
			'group' => $groups[$meeting->getGroupId()] ?? '',
			'title' => $meeting->getTitle(),
			'day' => $meeting->getDay(),
			'time' => $meeting->getStartTime(),
			'endDay' => $meeting->getEndDay() === $meeting->getDay() ? null : $meeting->getEndDay(),
			'endTime' => $meeting->getEndTime(),
			'zone' => $meeting->getZone(),
			'place' => $meeting->getPlace(),
			'agenda' => $meeting->getAgenda(),
		], static fn (?string $value): bool => (string)$value !== ''), $there);
	}

	/**
	 * @param array<array-key, mixed> $entry
	 * @return bool false if it was imported before
	 * @throws ReasonException why it cannot be stored
	 */
	private function put(string $ref, array $entry): bool {
		$group = is_string($entry['group'] ?? null) ? $this->groups->idOfRef($entry['group']) : null;
		$meeting = new Meeting();
		MeetingRules::write($meeting, array_intersect_key($entry, array_flip(self::WORDS)), $this->days->zoneName());
		return $this->lock->run($group ?? throw new ReasonException('unknown_group', details: ['field' => 'group']), function (GroupPeople $people) use ($ref, $meeting): bool {
			if ($this->meetings->findBy('ref', $ref) !== null) {
				return false;
			}
			$now = $this->clock->getTime();
			$meeting->setRef($ref);
			$meeting->setKeyHash(hash('sha256', "file $ref"));
			$meeting->setGroupId($people->id());
			$meeting->setVersion(1);
			$meeting->setCreatedAt($now);
			$meeting->setUpdatedAt($now);
			$this->meetings->insert($meeting);
			return true;
		});
	}
}
