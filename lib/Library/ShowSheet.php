<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/**
 * An author of a sheet, or the keeper of their card, puts it into the public showcase; of a sheet that names no member, who may change it. These and any
 * facilitator of the network may take it out.
 */
class ShowSheet {
	use Atomic;

	public function __construct(
		private readonly SheetAccess $access,
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly People $people,
		private readonly Ledger $ledger,
		private readonly IDBConnection $db,
	) {
	}

	/** Whether the viewer may change what is chosen. */
	public function may(Viewer $viewer, SeenSheet $seen): bool {
		return $this->speaksFor($viewer, $seen)
			|| ($seen->sheet->getShowcased() === true && ($seen->mayChange || $viewer->facilitator));
	}

	/**
	 * @throws ReasonException not_found · not_yours · not_published
	 */
	public function choose(Viewer $viewer, int $fileId, bool $shown): void {
		$id = (int)$this->access->seen($viewer, $fileId)->sheet->getId();
		$this->atomic(function () use ($viewer, $fileId, $id, $shown): void {
			$this->sheets->hold($id);
			$seen = $this->access->seen($viewer, $fileId);
			$sheet = $seen->sheet;
			if (!$this->may($viewer, $seen)) {
				throw ReasonException::notYours();
			}
			if ($shown && (!$sheet->isPublished() || $seen->file === null)) {
				throw new ReasonException('not_published', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($shown !== ($sheet->getShowcased() === true)) {
				$sheet->setShowcased($shown ? true : null);
				$this->store->updateFrom($sheet, $sheet->getVersion());
				$what = $shown ? Consent::SHOWCASE_SHEET : Consent::SHOWCASE_SHEET_ENDED;
				$this->ledger->ofPerson($viewer->memberId, $what, (string)$fileId, Consent::IN_THE_APP, $viewer->uid);
			}
		}, $this->db);
	}

	private function speaksFor(Viewer $viewer, SeenSheet $seen): bool {
		$sheet = $seen->sheet;
		if ($sheet->isAnonymous()) {
			return false;
		}
		$authors = $this->people->persons($sheet->authors ?? []);
		return $authors === [] ? $seen->mayChange : array_filter($authors, static fn (Person $author): bool => Visibility::keeps($viewer, $author)) !== [];
	}
}
