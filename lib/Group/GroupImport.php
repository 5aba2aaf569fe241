<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * Reads a file of groups with their memberships. Adds new ones and updates those imported before; a membership whose person has left stays left, and
 * a file does not answer invitations or requests made here.
 */
class GroupImport {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly GroupStore $store,
		private readonly GroupSubject $subject,
		private readonly MembershipMapper $memberships,
		private readonly MemberService $members,
		private readonly People $people,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @param list<mixed> $file groups as in the format of groups.json */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		foreach ($file as $i => $entry) {
			$ref = is_array($entry) ? ($entry['id'] ?? null) : null;
			$title = is_array($entry) ? ($entry['title'] ?? null) : null;
			if (!is_string($ref) || $ref === '' || !is_string($title) || trim($title) === '') {
				$report->skipped("group $i", 'id_missing');
				continue;
			}
			if (mb_strlen($ref) > 128 || mb_strlen($title) > 255) {
				$report->skipped("group $i", 'too_long');
				continue;
			}
			try {
				$this->atomic(fn () => $this->importGroup($ref, $entry, $report), $this->db);
			} catch (ReasonException $e) {
				$report->skipped("group: $ref", $e->reason);
			}
		}
		return $report;
	}

	/** @param array<string, mixed> $entry */
	private function importGroup(string $ref, array $entry, ImportReport $report): void {
		$memberIds = $this->memberIds($entry);
		$this->people->hold(...array_filter($memberIds, is_int(...)));
		$id = $this->groups->findByRef($ref)?->getId();
		if ($id !== null) {
			$this->groups->hold((int)$id);
		}
		$group = $this->groups->findByRef($ref);
		$made = $group === null;
		$group ??= new Group();
		$group->setRef($ref);
		$group->setTitle((string)$entry['title']);
		$group->setPurpose(is_string($entry['purpose'] ?? null) ? $entry['purpose'] : '');
		$group->writeMandate(array_map(static fn (mixed $lines): array => array_values(array_filter((array)$lines, is_string(...))), (array)($entry['mandate'] ?? [])));
		try {
			$subject = array_intersect_key($entry, array_flip(['seeks', 'terms', 'territories']));
			GroupRules::write($group, $subject);
			$this->subject->write($group, $subject);
		} catch (ReasonException $e) {
			$report->skipped("group: $ref, {$e->details['field']}", $e->reason);
		}
		if (isset($entry['meeting'])) {
			// They have a separate file.
			$report->skipped("group: $ref, meeting", 'in_meetings_file');
		}
		if ($made) {
			$status = $entry['status'] ?? null;
			$group->setStatus(in_array($status, [Group::DORMANT, Group::CLOSED], true) ? $status : Group::ACTIVE);
			$group->setJoining(is_string($entry['join'] ?? null) ? TeamPreset::tryFrom($entry['join'])?->value : $this->network->teamPreset()->value);
			$group->setVersion(1);
			$group->setCreatedAt($this->clock->getTime());
			if (isset($entry['channel']['kind'], $entry['channel']['value']) && in_array($entry['channel']['kind'], ['link', 'mail'], true)) {
				GroupRules::write($group, ['channel' => $entry['channel']]);
			}
			$this->store->insert($group);
		}
		$changed = $group->getUpdatedFields() !== [];
		if ($changed) {
			$this->store->update($group);
		}
		$report->add("group: $ref", match (true) {
			$made => ImportReport::MADE,
			$changed => ImportReport::UPDATED,
			default => ImportReport::UNCHANGED,
		});
		$facilitators = (array)($entry['facilitators'] ?? []);
		foreach ((array)($entry['memberships'] ?? []) as $row) {
			$memberRef = is_array($row) ? ($row['member'] ?? null) : null;
			// The card is locked, and still exists.
			$memberId = is_string($memberRef) && isset($memberIds[$memberRef]) && $this->people->byId($memberIds[$memberRef])?->isOrganisation() === false ? $memberIds[$memberRef] : null;
			$label = "group: $ref, member: " . (is_string($memberRef) ? $memberRef : '?');
			if ($memberId === null) {
				$report->skipped($label, 'unknown_member');
				continue;
			}
			$trouble = self::trouble($row);
			if ($trouble !== null) {
				$report->skipped($label, $trouble);
				continue;
			}
			$report->add($label, $this->importMembership(
				(int)$group->getId(), $memberId, $row, in_array($memberRef, $facilitators, true),
			));
		}
	}

	/**
	 * @param array<string, mixed> $entry
	 * @return array<string, ?int> ids by the names used in the file
	 */
	private function memberIds(array $entry): array {
		$refs = array_filter(array_map(static fn (mixed $row): mixed => is_array($row) ? $row['member'] ?? null : null, (array)($entry['memberships'] ?? [])), is_string(...));
		return array_combine($refs, array_map($this->members->idOfRef(...), $refs));
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?string the reason it cannot be stored
	 */
	private static function trouble(array $row): ?string {
		foreach (['from', 'until', 'left', 'facilitatesUntil'] as $day) {
			if (isset($row[$day]) && Input::date($row[$day]) === null) {
				return "bad_date $day";
			}
		}
		foreach (['role', 'hours'] as $text) {
			if (!is_string($row[$text] ?? '') || mb_strlen($row[$text] ?? '') > 255) {
				return "too_long $text";
			}
		}
		return null;
	}

	/** @param array<string, mixed> $row */
	private function importMembership(int $groupId, int $memberId, array $row, bool $facilitates): string {
		$membership = $this->memberships->find($groupId, $memberId);
		$made = $membership === null;
		if (!$made && !$membership->is(Membership::ACTIVE)) {
			return ImportReport::UNCHANGED;
		}
		$membership ??= new Membership();
		$text = static fn (string $key): ?string => is_string($row[$key] ?? null) && $row[$key] !== '' ? $row[$key] : null;
		$membership->setGroupId($groupId);
		$membership->setMemberId($memberId);
		$membership->setFacilitates($facilitates);
		$membership->setRole($text('role'));
		$membership->setFacilitatesUntil($facilitates ? $text('facilitatesUntil') : null);
		$membership->setCommitment($text('commitment'));
		$membership->setHours($text('hours'));
		$membership->setFromDate($text('from'));
		$membership->setUntilDate($text('until'));
		$membership->setLimits($text('limits'));
		$membership->setLeftDate($text('left'));
		$membership->setExitNote($text('exitNote'));
		$membership->setState($text('left') === null ? Membership::ACTIVE : Membership::LEFT);
		if ($made) {
			// Who has long been in a group has not joined today.
			$from = $text('from');
			$membership->setEnteredAt(min($this->clock->getTime(), $from === null ? PHP_INT_MAX : (int)strtotime("$from 12:00 UTC")));
			$this->memberships->insert($membership);
			return ImportReport::MADE;
		}
		if ($membership->getUpdatedFields() === []) {
			return ImportReport::UNCHANGED;
		}
		$this->memberships->update($membership);
		return ImportReport::UPDATED;
	}
}
