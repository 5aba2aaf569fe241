<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** The journal of imports: where one stopped, the outcome of its rows, and how to undo it. */
class Imports {
	use Atomic;

	/** Maximum rows per import. */
	public const ROWS = 10_000;

	/** Longest texts of the browser's own state. */
	public const LIMITS = ['mapping' => 20_000, 'answers' => 80_000];

	/** Seconds without a change after which the outcomes of an import are deleted. */
	public const KEPT = 30 * 24 * 3600;

	/** For how many imports of an account the column settings are kept. */
	private const REMEMBERED = 20;

	/** Why a card stays as it is: changed, passed on or taken over since. */
	private const EDITED_SINCE = 'edited_since';

	/** Maximum cards deleted or changed back per request. */
	private const UNDONE_AT_ONCE = 50;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly ImportMapper $imports,
		private readonly ImportedRowMapper $rows,
		private readonly MemberMapper $members,
		private readonly MemberStore $store,
		private readonly MemberService $service,
		private readonly Refusals $refusals,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> ImportSchema of src/member/import/model.ts, most recently changed first */
	public function all(string $uid): array {
		$imports = $this->imports->findOf($uid);
		$counts = $this->rows->counts(array_map(static fn (Import $import): int => $import->getId(), $imports));
		return array_map(static fn (Import $import): array => self::present($import, $counts[$import->getId()] ?? []), $imports);
	}

	/**
	 * An import of this account.
	 *
	 * @throws ReasonException not_found
	 */
	public function get(string $uid, int $id): Import {
		foreach ($this->imports->findOf($uid) as $import) {
			if ($import->getId() === $id) {
				return $import;
			}
		}
		throw ReasonException::notFound();
	}

	/** @return array<string, mixed> ImportSchema */
	public function one(Import $import): array {
		return self::present($import, $this->rows->counts([$import->getId()])[$import->getId()] ?? []);
	}

	/** @return list<array<string, mixed>> ImportedRowSchema, in the order of the file */
	public function report(Import $import): array {
		return array_map(
			static fn (ImportedRow $row): array => ImportRows::present($row->getPosition(), $row->told()),
			$this->rows->findAll($import->getId()),
		);
	}

	/**
	 * Starts an import, or continues the unfinished one of the same file.
	 *
	 * @param array<array-key, mixed> $input `hash`, `total`, `mapping`, `answers`
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many
	 */
	public function start(string $uid, array $input): Import {
		$hash = $input['hash'] ?? null;
		$total = $input['total'] ?? null;
		if (!is_string($hash) || preg_match('/^[0-9a-f]{64}\z/', $hash) !== 1) {
			throw new ReasonException('wrong_type', details: ['field' => 'hash']);
		}
		if (!is_int($total) || $total < 1) {
			throw new ReasonException('wrong_type', details: ['field' => 'total']);
		}
		if ($total > self::ROWS) {
			throw new ReasonException('too_many', details: ['field' => 'total', 'max' => self::ROWS]);
		}
		$mapping = Fields::text($input['mapping'] ?? null, 'mapping', self::LIMITS['mapping']);
		$answers = Fields::text($input['answers'] ?? null, 'answers', self::LIMITS['answers']);
		$begin = fn (): Import => $this->atomic(fn (): Import => $this->begin($uid, $hash, $total, $mapping, $answers), $this->db);
		try {
			return $begin();
		} catch (Exception $e) {
			// Started twice at the same moment: the second continues the first.
			return $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $begin() : throw $e;
		}
	}

	private function begin(string $uid, string $hash, int $total, string $mapping, string $answers): Import {
		$mine = $this->imports->findOf($uid);
		foreach (array_slice($mine, self::REMEMBERED) as $old) {
			$this->rows->deleteOf($old->getId());
			$this->imports->delete($old);
		}
		$import = array_values(array_filter(
			$mine,
			static fn (Import $import): bool => $import->getHash() === $hash && $import->stateIs(ImportState::Running),
		))[0] ?? new Import();
		$import->setTotal($total);
		$import->setMapping($mapping);
		$import->setAnswers($answers);
		$import->setUpdatedAt($this->clock->getTime());
		$import->setLiveHash($hash);
		if ($import->id !== null) {
			$this->imports->update($import);
			return $import;
		}
		$import->setUid($uid);
		$import->setHash($hash);
		$import->setState(ImportState::Running->value);
		$import->setCreatedAt($this->clock->getTime());
		return $this->imports->insert($import);
	}

	/** Finishes it with the rows done so far. */
	public function finish(Import $import): void {
		if ($import->stateIs(ImportState::Running)) {
			$import->end(ImportState::Finished);
			$import->setUpdatedAt($this->clock->getTime());
			$this->imports->update($import);
		}
	}

	/**
	 * Deletes some of the cards the import created, and gives those that rows of a table changed their earlier content, if nobody has changed, taken over or passed them on since.
	 *
	 * @param int $after number of the last row that was checked, 0 to start
	 * @return array{rows: list<array<string, mixed>>, next: ?int} UndoneSchema: the outcome of each, and where to continue
	 * @throws ReasonException import_over
	 */
	public function undo(Viewer $viewer, Import $import, int $after): array {
		if ($import->stateIs(ImportState::Closed)) {
			throw new ReasonException('import_over', 409);
		}
		$import->end(ImportState::Undone);
		$import->setUpdatedAt($this->clock->getTime());
		$this->imports->update($import);
		$found = $this->rows->findUndoable($import->getId(), $after, self::UNDONE_AT_ONCE);
		$last = $found[self::UNDONE_AT_ONCE - 1] ?? null;
		return [
			'rows' => array_map(fn (ImportedRow $row): array => ImportRows::present($row->getPosition(), $this->undoOne($viewer, $row)), $found),
			'next' => $last?->getPosition(),
		];
	}

	private function undoOne(Viewer $viewer, ImportedRow $row): RowOutcome {
		$this->atomic(function () use ($viewer, $row): void {
			$member = $this->members->findById((int)$row->getMemberId());
			$why = match (true) {
				$member === null => null,
				!Visibility::keeps($viewer, $member) || $member->getUid() !== null => self::EDITED_SINCE,
				$row->getOutcome() === ImportReport::MADE => $this->deleteAgain($member),
				default => $this->changeBack($member, $row),
			};
			if ($why === null) {
				$row->setOutcome(ImportedRow::UNDONE);
				$row->setMemberId(null);
				$row->setEarlier(null);
			} else {
				$row->setWhy($why);
			}
			$this->rows->update($row);
		}, $this->db);
		return $row->told();
	}

	/** @return ?string why the card stays */
	private function deleteAgain(Member $member): ?string {
		if ($member->getEditedAt() !== null) {
			return self::EDITED_SINCE;
		}
		$this->service->delete($member, forGood: false);
		return null;
	}

	/** @return ?string why the card stays as it is */
	private function changeBack(Member $member, ImportedRow $row): ?string {
		if ($row->getEarlier() === null) {
			// A list may also have changed who sees a part, and that the card is shown: the earlier content alone would be shown to others than before.
			return 'changed_by_list';
		}
		$stored = $this->tokens->decrypt($row->getEarlier());
		if ($stored === null) {
			return 'not_readable';
		}
		$earlier = Earlier::read($stored);
		if (!$earlier->isLast($member)) {
			return self::EDITED_SINCE;
		}
		try {
			$this->refusals->requireNone($earlier->contact(), $member->contactDetails());
		} catch (ReasonException $e) {
			return $e->reason;
		}
		$earlier->restore($member);
		$member->setUpdatedAt($this->clock->getTime());
		return $this->store->updateFrom($member, $member->getVersion()) ? null : self::EDITED_SINCE;
	}

	/** The imports of a deleted account. */
	public function forgetAccount(string $uid): void {
		foreach ($this->imports->findOf($uid) as $import) {
			$this->rows->deleteOf($import->getId());
			$this->imports->delete($import);
		}
	}

	/** Of an import unchanged for long, only the column settings are kept. */
	public function forgetStale(): void {
		foreach ($this->imports->findStale($this->clock->getTime() - self::KEPT) as $import) {
			$this->rows->deleteOf($import->getId());
			$import->setHash('');
			$import->end(ImportState::Closed);
			$this->imports->update($import);
		}
	}

	/**
	 * @param array<string, int> $counts
	 * @return array<string, mixed>
	 */
	private static function present(Import $import, array $counts): array {
		return [
			'id' => $import->getId(),
			'hash' => $import->getHash(),
			'state' => $import->getState(),
			'total' => $import->getTotal(),
			'done' => array_sum($counts),
			'counts' => $counts + array_fill_keys(
				[ImportReport::MADE, ImportReport::UPDATED, ImportReport::UNCHANGED, ImportReport::SKIPPED, ImportedRow::UNDONE],
				0,
			),
			'mapping' => $import->getMapping(),
			'answers' => $import->getAnswers() ?? '',
			'started' => gmdate(DATE_ATOM, $import->getCreatedAt()),
			'updated' => gmdate(DATE_ATOM, $import->getUpdatedAt()),
		];
	}
}
