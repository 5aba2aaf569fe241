<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** The kinds of neighbours a request asks for, so that nothing is read for the others. */
final class Kinds {
	/** @param list<NeighbourKind> $kinds */
	private function __construct(
		private readonly array $kinds,
	) {
	}

	/**
	 * One kind, or the kinds of the first answer: all except files, because setting up the files of an account takes Nextcloud longer than all the rest.
	 * This does not depend on whether there are files, otherwise it would reveal files that the viewer may not see.
	 */
	public static function of(?NeighbourKind $kind): self {
		return new self($kind !== null ? [$kind] : array_values(array_filter(
			NeighbourKind::cases(),
			static fn (NeighbourKind $one): bool => $one !== NeighbourKind::Resources,
		)));
	}

	/** Whether any of these is requested. */
	public function has(NeighbourKind ...$kinds): bool {
		foreach ($kinds as $kind) {
			if (in_array($kind, $this->kinds, true)) {
				return true;
			}
		}
		return false;
	}
}
