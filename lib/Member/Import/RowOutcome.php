<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;

/** The outcome of one row of a file, real or simulated. */
final class RowOutcome {
	/**
	 * @param string $outcome a constant of ImportReport
	 * @param string $why reason word, empty if there is nothing to explain
	 * @param string $field the place in the row that the reason refers to
	 * @param ?int $memberId the card it is about, if any
	 * @param ?int $first for `duplicate_row`, the number of the earlier row
	 * @param ?Earlier $earlier the earlier content of a changed card
	 */
	public function __construct(
		public readonly string $outcome,
		public readonly string $why = '',
		public readonly string $field = '',
		public readonly ?int $memberId = null,
		public readonly ?int $first = null,
		public readonly ?Earlier $earlier = null,
	) {
	}

	public static function skipped(string $why, ?int $memberId = null, ?int $first = null): self {
		return new self(ImportReport::SKIPPED, $why, '', $memberId, $first);
	}

	public static function refused(ReasonException $e): self {
		return new self(ImportReport::SKIPPED, $e->reason, (string)($e->details['field'] ?? ''));
	}

	/** A new card at an address that someone with another name has too: perhaps one person, perhaps two. */
	public function withSharedAddress(int $otherId): self {
		return new self($this->outcome, 'same_address', $this->field, $this->memberId ?? $otherId);
	}

	/** The outcome for a card that is now stored. */
	public function of(int $memberId): self {
		return new self($this->outcome, $this->why, $this->field, $memberId, $this->first, $this->earlier);
	}
}
