<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;
use OCP\IUserManager;

/**
 * What people decided about the letter, in the export of the whole network and back from there. It includes people who do not want it, so that no one subscribes
 * them again. People who have decided something here since keep their decision.
 */
class SubscriberFile {
	use Atomic;

	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SubscriberMapper $subscribers,
		private readonly SubscriberRows $rows,
		private readonly Mailboxes $mailboxes,
		private readonly LetterChoices $choices,
		private readonly AskForLetter $asking,
		private readonly ImportSubscribers $importing,
		private readonly MemberService $members,
		private readonly IUserManager $users,
		private readonly Days $days,
	) {
	}

	/** @return list<array<string, mixed>> the subscribers of whom more than a hash is known */
	public function export(): array {
		$refs = $this->members->refs();
		$exported = [];
		for ($after = 0; ($rows = $this->subscribers->findDecided($after, self::AT_ONCE)) !== []; $after = $rows[count($rows) - 1]->id()) {
			foreach ($this->mailboxes->reach($rows) as $one) {
				$row = $one->row;
				$who = match (true) {
					$row->getUid() !== null => ['uid' => $row->getUid()],
					$row->getMemberId() !== null => ['member' => $refs[$row->getMemberId()] ?? ''],
					default => array_filter(['address' => $one->address(), 'name' => $row->getName()], static fn (?string $value): bool => ($value ?? '') !== ''),
				};
				if (array_filter($who) !== [] && !($row->getAddressKey() !== null && $one->address() === null)) {
					$exported[] = ['letter' => $row->gets()] + $who + array_filter(['why' => $row->getWhy(), 'on' => $row->getSaidOn(), 'how' => $row->getManner()], static fn (?string $value): bool => ($value ?? '') !== '');
				}
			}
		}
		return $exported;
	}

	/** @param list<mixed> $rows as export() writes them */
	public function import(array $rows): ImportReport {
		$this->mailboxes->noteLeft();
		$report = new ImportReport();
		foreach ($rows as $i => $row) {
			try {
				$report->add("subscriber $i", $this->row(Fields::map($row, 'subscriber')));
			} catch (ReasonException $e) {
				$report->skipped("subscriber $i", trim("$e->reason " . (string)($e->details['field'] ?? '')));
			}
		}
		return $report;
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return string an outcome of ImportReport
	 * @throws ReasonException why it is left out
	 */
	private function row(array $row): string {
		$wants = is_bool($row['letter'] ?? null) ? $row['letter'] : throw new ReasonException('wrong_type', details: ['field' => 'letter']);
		$on = Input::date($row['on'] ?? null);
		if ($on === null || $on > $this->days->today('+1 day')) {
			throw new ReasonException('said_day', details: ['field' => 'on']);
		}
		$how = Fields::text($row['how'] ?? '', 'how', RecordLetterChoice::LIMITS['how']);
		$why = is_string($row['why'] ?? null) ? Why::tryFrom($row['why']) : null;
		$statement = Statement::brought($why ?? Why::Imported, $how, $on);
		$uid = is_string($row['uid'] ?? null) ? $row['uid'] : null;
		$ref = is_string($row['member'] ?? null) ? $row['member'] : null;
		return $this->atomicAgain(fn (): string => match (true) {
			$uid !== null => $this->record($this->users->userExists($uid) ? $this->rows->ofAccount($uid) : null, $wants, $statement),
			$ref !== null => $this->record($this->cardOf($ref), $wants, $statement),
			default => $this->record($this->addressRow($row, $wants), $wants, $statement),
		}, $this->db);
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @throws ReasonException refused: its holder asked not to be in this network
	 */
	private function addressRow(array $row, bool $wants): Subscriber {
		$address = $this->asking->address($row['address'] ?? null);
		if ($wants && $this->importing->hasRefused($address)) {
			throw new ReasonException('refused', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $this->importing->addressRow($address, AskForLetter::name($row['name'] ?? ''));
	}

	private function cardOf(string $ref): ?Subscriber {
		$id = $this->members->idOfRef($ref);
		return $id === null ? null : $this->rows->ofCard($id);
	}

	/** @throws ReasonException not_found · left: they no longer want it */
	private function record(?Subscriber $row, bool $wants, Statement $statement): string {
		if ($row === null) {
			throw ReasonException::notFound();
		}
		if ($wants && $row->getState() === null && $this->mailboxes->lastOf($row)?->gets() === false) {
			// By another row with their address.
			throw new ReasonException('left', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $this->choices->import($row, $statement, $wants) ? ImportReport::MADE : ImportReport::UNCHANGED;
	}
}
