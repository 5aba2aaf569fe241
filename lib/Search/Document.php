<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Audience;

/** The searchable content of one object. */
final class Document {
	/** @var list<array{string, string, Audience, int}> field, text, who may see it, weight of a word in it */
	public array $texts = [];

	/** @var list<array{string, string, Audience}> facet, term, who may see it */
	public array $terms = [];

	/** @var array<string, array{string, int, int, Audience}> facet, subject, strength, who may see it */
	public array $subjects = [];

	/**
	 * @param int $scope member whose groups are the audience “groups”
	 * @param Audience $audience who may know that the object exists
	 * @param string $name folded, the order of lists
	 * @param int $fresh when it appeared, in seconds since 1970: a later change of a part hidden from some people must not move it for them
	 */
	public function __construct(
		public readonly string $type,
		public readonly int $id,
		public readonly int $scope,
		public readonly Audience $audience,
		public readonly string $name,
		public readonly int $fresh,
	) {
	}

	public function text(string $field, string $text, Audience $audience, int $weight): void {
		if ($text !== '') {
			$this->texts[] = [$field, $text, $audience, $weight];
		}
	}

	/**
	 * Something that the object is about without saying so in a word or term: others are found by it that are about the same (Alike), nothing is counted or
	 * searched by it. The strongest of one subject counts.
	 *
	 * @param int $subject any number that never changes
	 * @param int $strength from 0 to 100
	 */
	public function subject(string $facet, int $subject, int $strength, Audience $audience): void {
		$known = $this->subjects["$facet $subject"] ?? null;
		if ($known === null || $known[2] < $strength) {
			$this->subjects["$facet $subject"] = [$facet, $subject, $strength, $audience];
		}
	}

	public function term(string $facet, string $term, Audience $audience): void {
		$this->terms[] = [$facet, $term, $audience];
	}
}
