<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/** The readers of a passage, from the most to the fewest: REACHES of src/letter/model.ts. */
enum Reach: string {
	/** Everyone, including people who are not members. */
	case Everyone = 'everyone';
	/** Every member, with an account or without. */
	case Members = 'members';
	/** Members with an account that has the file. */
	case Library = 'library';
	/** The people of one group. */
	case Group = 'group';
}
