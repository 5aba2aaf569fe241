<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/** The people to whom a person shows a thing, from the fewest to the most. */
enum Audience: string {
	case Me = 'me';
	case Groups = 'groups';
	case Members = 'members';
	case Public = 'public';

	/** The audience of the two that includes fewer people. */
	public function narrower(self $other): self {
		return $this->rank() <= $other->rank() ? $this : $other;
	}

	/** The stored rank: 0 for the fewest people. People who see one audience see all with a higher rank. */
	public function rank(): int {
		return (int)array_search($this, self::cases(), true);
	}
}
