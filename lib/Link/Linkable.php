<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Audience\Viewer;

/** What links need to know of one type of thing. This domain knows no type itself; CollectingTypes collects them. */
interface Linkable {
	public function type(): ThingType;

	/**
	 * The things among these that the viewer may see, in few queries for any number.
	 *
	 * @param list<int> $ids
	 * @return array<int, Thing> by number
	 */
	public function known(Viewer $viewer, array $ids): array;

	/**
	 * Announces that the lines of these come next, so that their data is loaded together.
	 *
	 * @param list<int> $ids
	 */
	public function expect(array $ids): void;

	/**
	 * Things that are related to a thing without a link. Ends the viewer may not see, and ends of other kinds, are removed later; the words must be safe here.
	 *
	 * @param Thing $subject as the viewer may see it
	 * @return list<Tie>
	 */
	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array;

	/**
	 * @param string $words empty: things close to the viewer, if any
	 * @return list<Thing> the nearest first
	 */
	public function search(Viewer $viewer, string $words, int $limit): array;

	/**
	 * The thing whose page has this address.
	 *
	 * @param string $path of this Nextcloud, without the web root and index.php
	 * @param array<array-key, mixed> $query the query parameters, as written
	 */
	public function idAt(string $path, array $query): ?int;
}
