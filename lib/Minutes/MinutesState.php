<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

/** How far minutes have come: MINUTES_STATES of src/minutes/model.ts. */
enum MinutesState: string {
	/** Read and being corrected, nothing is made. */
	case Draft = 'draft';
	/** Groups are being made, or will be when somebody goes on. */
	case Making = 'making';
	/** Every group of the plan is there. */
	case Made = 'made';
	/** Being taken back, or taken back. */
	case Undone = 'undone';

	public function mayBecome(self $next): bool {
		return $this === $next || match ($next) {
			self::Draft => false,
			self::Making => $this === self::Draft || $this === self::Made,
			self::Made => $this === self::Making,
			self::Undone => true,
		};
	}
}
