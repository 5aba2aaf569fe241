<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\Files\Folder;

/** The library's folder as one account has it. */
final class OpenLibrary {
	public const NONE = 'none';
	public const OUT_OF_REACH = 'out_of_reach';
	public const OPEN = 'open';

	/**
	 * @param string $state one of the constants above
	 * @param ?Folder $folder null unless it is open
	 * @param bool $team whether it is a Team folder or in one
	 * @param bool $whole whether people who have it see everything in it: nothing in it has its own rules
	 */
	public function __construct(
		public readonly string $state,
		public readonly ?Folder $folder = null,
		public readonly bool $team = false,
		public readonly bool $whole = false,
	) {
	}
}
