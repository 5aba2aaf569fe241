<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

/** The state of an import. */
enum ImportState: string {
	/** Rows are being sent, or will be when the person continues. */
	case Running = 'running';
	/** Every row has its outcome, or the person stopped there; it can be undone. */
	case Finished = 'finished';
	/** Being undone, or undone: cards that nobody changed since are deleted. */
	case Undone = 'undone';
	/** Too old to continue or undo; only the column settings are left. */
	case Closed = 'closed';
}
