<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Audience\Viewer;

/** What links have to know of one type of things. This domain knows none of them; each is told by CollectingTypes. */
interface Linkable {
	public function type(): ThingType;

	/**
	 * Those of these things that the viewer may know of, in few queries for however many.
	 *
	 * @param list<int> $ids
	 * @return array<int, Thing> by number
	 */
	public function known(Viewer $viewer, array $ids): array;

	/**
	 * The lines of these are asked for next: what they need is read at once.
	 *
	 * @param list<int> $ids
	 */
	public function expect(array $ids): void;

	/**
	 * What stands beside a thing by itself. Ends that the viewer may not know of are left out later, their words here.
	 *
	 * @param Thing $subject as the viewer may know of it
	 * @return list<Tie>
	 */
	public function ties(Viewer $viewer, Thing $subject): array;

	/**
	 * @param string $words empty: what is near to the viewer, if anything is
	 * @return list<Thing> the nearest first
	 */
	public function search(Viewer $viewer, string $words, int $limit): array;

	/**
	 * The thing whose page an address is.
	 *
	 * @param string $path of this Nextcloud, without what stands before its own and without index.php
	 * @param array<array-key, mixed> $query what is asked for there, as it was written
	 */
	public function idAt(string $path, array $query): ?int;
}
