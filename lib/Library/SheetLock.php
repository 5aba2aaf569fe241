<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/**
 * Changes a sheet, or what people say about it, while nobody erases the cards it concerns. Every row that names a member is written in here: it must not
 * outlive its person.
 */
class SheetLock {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SheetMapper $sheets,
		private readonly People $people,
	) {
	}

	/**
	 * Cards are always locked before sheets, so that no two changes wait for each other.
	 *
	 * @template T
	 * @param ?int $sheetId null: there is none yet
	 * @param callable(): T $change reads what it decides by: what was read before may be out of date
	 * @param ?int ...$memberIds whose cards it concerns; null: none
	 * @return T
	 */
	public function run(?int $sheetId, callable $change, ?int ...$memberIds): mixed {
		return $this->atomicAgain(function () use ($sheetId, $change, $memberIds): mixed {
			$this->people->hold(...array_filter($memberIds, is_int(...)));
			$this->sheets->hold(...array_filter([$sheetId], is_int(...)));
			return $change();
		}, $this->db);
	}

	/**
	 * Within run(): that neither was deleted before it could be locked.
	 *
	 * @throws ReasonException not_found · no_card
	 */
	public function requireThere(Sheet $sheet, Member $member): void {
		if ($this->people->byId($member->ownerId()) === null) {
			throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
		}
		if ($this->sheets->findById((int)$sheet->getId()) === null) {
			throw ReasonException::notFound();
		}
	}
}
