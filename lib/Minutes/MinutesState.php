<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

/** The state of minutes: MINUTES_STATES of src/minutes/model.ts. */
enum MinutesState: string {
	/** Read and being corrected, nothing was created yet. */
	case Draft = 'draft';
	/** Groups are being created, or will be when a person continues. */
	case Making = 'making';
	/** Every group of the plan exists. */
	case Made = 'made';
	/** Groups are being removed, or will be when a person continues. */
	case Undoing = 'undoing';
	/** Undone: groups with other people stay. */
	case Undone = 'undone';

	public function mayBecome(self $next): bool {
		return $this === $next || match ($next) {
			self::Draft => false,
			self::Making => $this === self::Draft || $this === self::Made,
			self::Made => $this === self::Making,
			self::Undoing, self::Undone => true,
		};
	}
}
