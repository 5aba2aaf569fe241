<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

/** A sheet as somebody may see it, with its file as they have it. */
final class SeenSheet {
	/**
	 * @param ?SeenFile $file null: the file is gone, and the sheet is what is left to know of it
	 * @param bool $mayChange the file, so the sheet too
	 * @param bool $elsewhere the file is in the library no more, and theirs to change where it is
	 */
	public function __construct(
		public readonly Sheet $sheet,
		public readonly ?SeenFile $file,
		public readonly bool $mayChange,
		public readonly bool $elsewhere = false,
	) {
	}
}
