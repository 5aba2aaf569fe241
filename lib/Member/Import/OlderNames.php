<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

/** Old names used in files of earlier versions. */
final class OlderNames {
	/**
	 * @param array<array-key, mixed> $row a member of a file
	 * @return array<array-key, mixed> the member with the current names; `audience` was `visibility` up to 0.2
	 */
	public static function replace(array $row): array {
		if (array_key_exists('visibility', $row)) {
			$row += ['audience' => $row['visibility']];
			unset($row['visibility']);
		}
		return $row;
	}
}
