<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

/** A sheet as a viewer may see it, with its file as they have it. */
final class SeenSheet {
	/**
	 * @param ?SeenFile $file null: the file is deleted, only the sheet is left
	 * @param bool $mayChange whether the viewer may change the file, and so the sheet
	 * @param bool $elsewhere whether the file is no longer in the library, but the viewer may change it where it is
	 */
	public function __construct(
		public readonly Sheet $sheet,
		public readonly ?SeenFile $file,
		public readonly bool $mayChange,
		public readonly bool $elsewhere = false,
	) {
	}
}
