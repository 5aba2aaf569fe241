<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\IDBConnection;

/**
 * Imports addresses from a file, each with the day and manner of its holder's consent. People who left, or asked not to be in the network, stay out, whatever
 * day the file gives.
 */
class ImportSubscribers {
	use Atomic;

	/** Maximum rows of one request. */
	public const ROWS = 200;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SubscriberMapper $subscribers,
		private readonly LetterChoices $choices,
		private readonly AskForLetter $asking,
		private readonly Mailboxes $mailboxes,
		private readonly Refusals $refusals,
		private readonly LinkTokens $secrets,
		private readonly Days $days,
	) {
	}

	/**
	 * @param mixed $rows raw input: a list of `position`, `address`, `name`, `date`, `how`
	 * @param ?string $byUid the account that imports them; null: only return what would happen
	 * @return list<array{position: int, outcome: string, why?: string, field?: string}> SubscriberRowSchema of src/subscription/model.ts
	 * @throws ReasonException wrong_type · too_many
	 */
	public function rows(mixed $rows, ?string $byUid): array {
		$read = [];
		foreach (Fields::list($rows, 'rows', self::ROWS) as $i => $row) {
			$row = Fields::map($row, "rows.$i");
			$read[] = [Input::count($row['position'] ?? null) ?? throw new ReasonException('wrong_type', details: ['field' => "rows.$i.position"]), $row];
		}
		// Nothing is written before the whole list is accepted.
		$this->mailboxes->noteLeft();
		$outcomes = [];
		foreach ($read as [$position, $row]) {
			try {
				$outcomes[] = ['position' => $position] + $this->row($row, $byUid);
			} catch (ReasonException $e) {
				$outcomes[] = ['position' => $position, 'outcome' => ImportReport::SKIPPED, 'why' => $e->reason] + array_intersect_key($e->details, ['field' => 0]);
			}
		}
		return $outcomes;
	}

	/**
	 * @param array<array-key, mixed> $row
	 * @return array{outcome: string, why?: string}
	 * @throws ReasonException why it is left out
	 */
	private function row(array $row, ?string $byUid): array {
		$address = $this->asking->address($row['address'] ?? null);
		$name = AskForLetter::name($row['name'] ?? '');
		$how = trim(Fields::text($row['how'] ?? '', 'how', RecordLetterChoice::LIMITS['how']));
		$on = Input::date($row['date'] ?? null);
		if ($on === null || $on > $this->days->today('+1 day')) {
			throw new ReasonException('said_day', details: ['field' => 'date']);
		}
		if ($how === '') {
			throw new ReasonException('manner_missing', details: ['field' => 'how']);
		}
		return $byUid === null
			? $this->outcome($address)
			: $this->atomicAgain(fn (): array => $this->write($address, $name, $on, $how, $byUid), $this->db);
	}

	/** @return array{outcome: string, why?: string} */
	private function write(string $address, string $name, string $on, string $how, string $byUid): array {
		$outcome = $this->outcome($address);
		if ($outcome['outcome'] !== ImportReport::MADE) {
			return $outcome;
		}
		// Of two imports at the same moment one adds them; a person who left in the meantime stays out.
		return $this->choices->import($this->addressRow($address, $name), Statement::imported($how, $on, $byUid)) ? $outcome : $this->outcome($address);
	}

	/** The row of an address; a person who has already decided keeps their name. In a transaction. */
	public function addressRow(string $address, string $name): Subscriber {
		$hash = $this->refusals->hash($address);
		$row = $this->subscribers->of('address_key', $hash);
		if ($row->getState() === null) {
			$this->subscribers->write($row->id(), [
				'address' => $this->secrets->encrypt($address), 'address_hash' => $hash,
				'name' => $name, 'sort_name' => Subscriber::sortNameOf($name), 'asked_until' => null,
			]);
		}
		return $this->subscribers->findById($row->id()) ?? $row;
	}

	/** Whether the holder of an address asked not to be in the network. */
	public function hasRefused(string $address): bool {
		return $this->refusals->among(['email' => $address]) !== [];
	}

	/** @return array{outcome: string, why?: string} */
	private function outcome(string $address): array {
		if ($this->hasRefused($address)) {
			return ['outcome' => ImportReport::SKIPPED, 'why' => 'refused'];
		}
		$last = Mailboxes::lastWord($this->mailboxes->at([$this->refusals->hash($address)]));
		return match ($last?->getState()) {
			null => ['outcome' => ImportReport::MADE],
			Subscriber::ON => ['outcome' => ImportReport::UNCHANGED],
			default => ['outcome' => ImportReport::SKIPPED, 'why' => 'left'],
		};
	}
}
