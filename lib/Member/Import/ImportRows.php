<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Security\ICrypto;

/**
 * Imports rows that a facilitator sends in batches. Each row creates or updates a card for a person without an account, kept by the facilitator,
 * together with its journal entry: if it is interrupted, no row is lost or imported twice. Rows of exported tables only change cards (TableRows).
 */
class ImportRows {
	use Atomic;

	/** Maximum rows per request. */
	public const AT_ONCE = 50;

	/** Highest row number: as many empty lines fit into a file of 10 MB, more than a spreadsheet has. */
	public const LAST = 10 * 1024 * 1024;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly ImportMapper $imports,
		private readonly ImportedRowMapper $rows,
		private readonly MemberImport $importer,
		private readonly TableRows $tables,
		private readonly MemberMapper $members,
		private readonly ErasedMapper $erased,
		private readonly MemberStore $store,
		private readonly Identity $identity,
		private readonly KnownPeople $known,
		private readonly IUserManager $users,
		private readonly ICrypto $crypto,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The outcome that rows would have, without writing anything. A row whose `person` an earlier row has would be skipped as `duplicate_row`.
	 *
	 * @param mixed $rows list of `{position, row, anyway?}`
	 * @return list<array<string, mixed>> CheckedRowSchema of src/member/import/model.ts
	 * @throws ReasonException wrong_type · too_many
	 */
	public function check(Viewer $viewer, mixed $rows): array {
		$checked = [];
		foreach (self::read($rows) as $position => ['row' => $row, 'anyway' => $anyway]) {
			$names = $this->namesOf($viewer, $row);
			$checked[] = self::present($position, $this->take($viewer, $names, $row, $anyway, true)) + ['person' => $names[0]];
		}
		return $checked;
	}

	/**
	 * Imports rows into a running import. A row with an outcome returns that outcome.
	 *
	 * @param mixed $rows as for check()
	 * @return list<array<string, mixed>> ImportedRowSchema
	 * @throws ReasonException wrong_type · too_many · import_over
	 */
	public function import(Viewer $viewer, Import $import, mixed $rows): array {
		$read = self::read($rows);
		if (!$import->stateIs(ImportState::Running)) {
			throw new ReasonException('import_over', 409);
		}
		$done = [];
		foreach ($read as $position => ['row' => $row, 'anyway' => $anyway]) {
			$done[] = self::present($position, $this->importOne($viewer, $import->getId(), $position, $row, $anyway));
		}
		$import->setUpdatedAt($this->clock->getTime());
		if (array_sum($this->rows->counts([$import->getId()])[$import->getId()] ?? []) >= $import->getTotal()) {
			$import->end(ImportState::Finished);
			$this->store->settle($import->getTotal());
		}
		$this->imports->update($import);
		return $done;
	}

	/** @param array<array-key, mixed> $row */
	private function importOne(Viewer $viewer, int $importId, int $position, array $row, bool $anyway): RowOutcome {
		$recorded = $this->rows->find($importId, $position);
		if ($recorded !== null) {
			return $recorded->toOutcome();
		}
		$names = $this->namesOf($viewer, $row);
		$take = function () use ($viewer, $importId, $position, $names, $row, $anyway): RowOutcome {
			$first = $this->rows->findPerson($importId, ...$names);
			$outcome = $first !== null
				? RowOutcome::skipped('duplicate_row', $first->getMemberId(), $first->getPosition())
				: $this->take($viewer, $names, $row, $anyway, false);
			$earlier = $outcome->earlier === null ? null : $this->crypto->encrypt($outcome->earlier->written());
			$this->rows->insert(ImportedRow::from($importId, $position, $names[0], $outcome, $earlier));
			return $outcome;
		};
		try {
			$outcome = $this->atomicAgain($take, $this->db);
		} catch (Exception $e) {
			// The same row came from another tab at the same moment: the first one counts.
			return $this->rows->find($importId, $position)?->toOutcome() ?? throw $e;
		}
		if ($outcome->outcome !== ImportReport::SKIPPED && $outcome->memberId !== null) {
			$this->known->learn($outcome->memberId, str_contains($outcome->field, 'contact.email') ? '' : Identity::email($row));
		}
		return $outcome;
	}

	/**
	 * The outcome of a row; it never throws, so that its journal entry is always written.
	 *
	 * @param list<string> $names of the person
	 * @param array<array-key, mixed> $row
	 */
	private function take(Viewer $viewer, array $names, array $row, bool $anyway, bool $dry): RowOutcome {
		$uid = (string)$viewer->uid;
		$name = $row['name'] ?? null;
		if (json_encode($row) === false) {
			return RowOutcome::refused(new ReasonException('bad_text', details: ['field' => 'name']));
		}
		foreach (['id', 'uid'] as $field) {
			// PostgreSQL would search for the text before this character, and find a card with another id.
			if (is_string($row[$field] ?? null) && str_contains($row[$field], "\0")) {
				return RowOutcome::refused(new ReasonException('bad_text', details: ['field' => $field]));
			}
		}
		$card = $this->tables->cardOf($row);
		if ($card !== null) {
			return $this->tables->row($viewer, $card, $row, $dry);
		}
		if (!is_string($name) || trim($name) === '') {
			return RowOutcome::refused(new ReasonException('name_missing', details: ['field' => 'name']));
		}
		try {
			$kind = CardKind::read($row['kind'] ?? null);
		} catch (ReasonException $e) {
			return RowOutcome::refused($e);
		}
		$account = $row['uid'] ?? $row['id'] ?? null;
		if (($row['account'] ?? false) === true && is_string($account) && $this->users->userExists($account)) {
			return RowOutcome::skipped('has_account');
		}
		$ref = $this->ref($viewer, $names, $row, $name);
		$sharing = null;
		if (!$anyway && $this->members->findByRef($ref) === null) {
			$email = Identity::email($row);
			$known = $this->known->find($viewer, $name, $email, $kind);
			if ($known !== null) {
				return RowOutcome::skipped($known->getUid() === null ? 'has_card' : 'has_account', $known->ownerId());
			}
			$sharing = $this->known->findAt($viewer, $email, $kind);
		}
		// The keeper does not come from the file: the importer keeps the card until its person takes it over.
		$card = array_diff_key(OlderNames::replace($row), ['account' => 0, 'uid' => 0, 'id' => 0]) + ['audience' => []];
		$card['audience'] = self::narrowed($card['audience'], $kind);
		$outcome = $this->importer->row($ref, ['steward' => $uid] + $card, $uid, $dry);
		return $sharing === null || $outcome->outcome !== ImportReport::MADE ? $outcome : $outcome->withSharedAddress($sharing->ownerId());
	}

	/**
	 * The names of the person of a row. Rows of one exported card belong to the same person, whenever each was exported.
	 *
	 * @param array<array-key, mixed> $row
	 * @return list<string> of Identity
	 */
	private function namesOf(Viewer $viewer, array $row): array {
		$card = $this->tables->cardOf($row);
		return $this->identity->all((string)$viewer->uid, $card === null ? $row : ['id' => "card $card"]);
	}

	/**
	 * The name of the card this row created before; for a card this viewer keeps, it may be the file's own id.
	 *
	 * @param list<string> $names of the person
	 * @param array<array-key, mixed> $row
	 */
	private function ref(Viewer $viewer, array $names, array $row, string $name): string {
		$id = $row['id'] ?? null;
		$known = array_map(static fn (Member $member): string => (string)$member->getRef(), $this->members->findByRefs($names));
		foreach (array_intersect($names, $known) as $found) {
			return $found;
		}
		$earlier = $this->identity->byAddress((string)$viewer->uid, $row);
		foreach ($this->members->findByRefs($earlier) as $member) {
			if (Identity::sameName($member->getName(), $name)) {
				return (string)$member->getRef();
			}
		}
		if (is_string($id) && $id !== '') {
			$member = $this->members->findByRef($id);
			if ($member !== null && Visibility::keeps($viewer, $member)) {
				return $id;
			}
		}
		// A card that was named by its address alone and erased keeps everyone at this address out: nobody who left comes back.
		return $this->erased->among(...$names, ...$earlier)[0] ?? $names[0];
	}

	/** A file can make the audience of a part narrower than on a new card, never wider. */
	private static function narrowed(mixed $audiences, CardKind $kind): mixed {
		if (!is_array($audiences)) {
			return $audiences;
		}
		foreach ($audiences as $part => $audience) {
			$known = is_string($audience) ? Audience::tryFrom($audience) : null;
			$default = Part::tryFrom((string)$part)?->defaultAudience($kind);
			if ($known !== null && $default !== null) {
				$audiences[$part] = $known->narrower($default)->value;
			}
		}
		return $audiences;
	}

	/**
	 * @return array<int, array{row: array<array-key, mixed>, anyway: bool}> by row number
	 * @throws ReasonException wrong_type · too_many
	 */
	private static function read(mixed $rows): array {
		$read = [];
		foreach (Fields::list($rows, 'rows', self::AT_ONCE) as $i => $entry) {
			$entry = Fields::map($entry, "rows.$i");
			$position = $entry['position'] ?? null;
			if (!is_int($position) || $position < 1 || $position > self::LAST || isset($read[$position])) {
				throw new ReasonException('wrong_type', details: ['field' => "rows.$i.position"]);
			}
			$read[$position] = ['row' => Fields::map($entry['row'] ?? null, "rows.$i.row"), 'anyway' => ($entry['anyway'] ?? false) === true];
		}
		return $read;
	}

	/** @return array<string, mixed> ImportedRowSchema of src/member/import/model.ts */
	public static function present(int $position, RowOutcome $outcome): array {
		return ['position' => $position, 'outcome' => $outcome->outcome] + array_filter([
			'why' => $outcome->why,
			'field' => $outcome->field,
			'member' => $outcome->memberId,
			'first' => $outcome->first,
		]);
	}
}
