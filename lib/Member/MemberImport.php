<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Db\TTransactional;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IUserManager;

/**
 * Reads a file of members. Never makes an account; links a card to the account of the same name where the file says
 * the person has one. Never touches a card that a person has edited or taken over since. Reading the same file twice
 * changes nothing.
 */
class MemberImport {
	use TTransactional;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MemberMapper $members,
		private readonly MemberStore $store,
		private readonly ConsentMapper $consents,
		private readonly ErasedMapper $erased,
		private readonly CardRules $rules,
		private readonly MemberService $service,
		private readonly IUserManager $users,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @param list<mixed> $file members as in the format of members.json */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		foreach ($file as $i => $row) {
			$ref = is_array($row) ? ($row['id'] ?? null) : null;
			if (!is_string($ref) || $ref === '' || mb_strlen($ref) > 128) {
				$report->skipped("member $i", 'id_missing');
				continue;
			}
			try {
				$this->atomic(fn () => $this->importRow($ref, $row, $report), $this->db);
			} catch (ReasonException $e) {
				$report->skipped("member: $ref", trim($e->reason . ' ' . (string)($e->details['field'] ?? '')));
			}
		}
		return $report;
	}

	/**
	 * @param array<string, mixed> $row
	 * @throws ReasonException
	 */
	private function importRow(string $ref, array $row, ImportReport $report): void {
		$member = $this->members->findByRef($ref);
		$made = $member === null;
		$member ??= new Member();
		$hash = hash('sha256', json_encode($row, JSON_THROW_ON_ERROR));
		$account = is_string($row['uid'] ?? null) ? $row['uid'] : $ref;
		$uid = ($row['account'] ?? false) === true && $this->users->userExists($account) ? $account : null;
		$links = $uid !== null && $member->getUid() === null;
		if ($made && $this->erased->has($ref, $account)) {
			$report->skipped("member: $ref", 'erased');
			return;
		}

		if (!$made && $member->getEditedAt() !== null) {
			$report->skipped("member: $ref", 'edited_since');
			return;
		}
		if (!$made && $member->getImportHash() === $hash && !$links) {
			$report->add("member: $ref", ImportReport::UNCHANGED);
			return;
		}
		if ($links && $this->members->findByUid($uid) !== null) {
			$report->skipped("member: $ref", 'account_has_card');
			return;
		}

		$this->rules->check($this->cardOf($row))->applyTo($member);
		$now = $this->clock->getTime();
		$member->setRef($ref);
		$member->setImportHash($hash);
		$member->setUpdatedAt($now);
		if ($links) {
			$member->setUid($uid);
			$member->setSuspended($this->users->get($uid)?->isEnabled() === false);
			$member->setStewardUid(null);
		}
		$consent = $this->consentOf($row);
		if ($made) {
			$member->setJoined(Input::date($row['joined'] ?? null) ?? $this->service->today());
			$member->setCreatedAt($now);
			$member->setVersion(1);
			$member->setStatus($this->statusOf($row)->value);
		} else {
			$member->setVersion($member->getVersion() + 1);
		}
		if ($member->getUid() === null) {
			$steward = $row['steward'] ?? null;
			$member->setStewardUid(is_string($steward) && $this->users->userExists($steward) ? $steward : null);
		}
		// Without an account a card is shown once its person has agreed; with one, the person is there to change it.
		$agreed = $member->getUid() !== null || $consent !== null;
		if ($member->statusIs(Status::Draft) && $agreed && $this->statusOf($row) === Status::Published) {
			$member->setStatus(Status::Published->value);
		} elseif ($member->statusIs(Status::Published) && !$agreed) {
			$member->setStatus(Status::Draft->value);
		}
		$made ? $this->store->insert($member) : $this->store->update($member);
		if ($consent !== null && $member->getUid() === null && $this->consents->inForce($member->ownerId()) === null) {
			$this->service->recordConsent($member, $consent['how'], $consent['date'], null);
		}
		$report->add(
			"member: $ref",
			$made ? ImportReport::MADE : ImportReport::UPDATED,
			$member->getUid() === null && ($row['account'] ?? false) === true ? 'no_such_account' : '',
		);
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> what CardRules checks
	 */
	private function cardOf(array $row): array {
		return array_diff_key($row, array_flip(['id', 'account', 'uid', 'status', 'steward', 'consent', 'joined']));
	}

	/**
	 * @param array<string, mixed> $row
	 * @throws ReasonException unknown_status
	 */
	private function statusOf(array $row): Status {
		$status = $row['status'] ?? Status::Published->value;
		return (is_string($status) ? Status::tryFrom($status) : null)
			?? throw new ReasonException('unknown_status', details: ['field' => 'status']);
	}

	/**
	 * @param array<string, mixed> $row
	 * @return ?array{date: string, how: string}
	 * @throws ReasonException bad_date · wrong_type · too_long · bad_text
	 */
	private function consentOf(array $row): ?array {
		$consent = $row['consent'] ?? null;
		if ($consent === null) {
			return null;
		}
		$date = is_array($consent) ? Input::date($consent['date'] ?? null) : null;
		if ($date === null) {
			throw new ReasonException('bad_date', details: ['field' => 'consent.date']);
		}
		return ['date' => $date, 'how' => Fields::text($consent['how'] ?? '', 'consent.how', CardRules::LIMITS['consentHow'])];
	}
}
