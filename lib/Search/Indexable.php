<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** A type of object that can be found. */
interface Indexable {
	/** At most 16 characters, never changed. */
	public function type(): string;

	/** How many objects exist, indexed or not. */
	public function count(): int;

	/** @return list<int> ids above one, in order */
	public function idsAfter(int $id, int $limit): array;

	/**
	 * @param list<int> $ids
	 * @return list<Document> without objects that only their keeper may see, which are not indexed
	 */
	public function documents(array $ids): array;
}
