<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

/** How far an import has come. */
enum ImportState: string {
	/** Rows are on their way, or will be when the person goes on. */
	case Running = 'running';
	/** Every row has its outcome, or the person left it at that; it can be undone. */
	case Finished = 'finished';
	/** Being undone, or undone: what nobody touched since is taken away again. */
	case Undone = 'undone';
	/** Too old to go on with or to undo; only how its columns were read is left. */
	case Closed = 'closed';
}
