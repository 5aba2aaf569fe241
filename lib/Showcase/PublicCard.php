<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/** The data about a person or organisation for other tools: what a visitor reads on their page, without mail address and telephone. */
final class PublicCard {
	/**
	 * @param string $page address of its page, by which other tools recognise it
	 * @param list<PublicItem> $items
	 * @param array{skills: list<string>, values: list<string>, sectors: list<string>, trades: list<string>, languages: list<string>, networks: list<string>} $words in the reader's language
	 * @param list<array{code: string, kind: string, name: string}> $places
	 * @param ?array{float, float} $point latitude and longitude of the first place that is no larger than an EPCI
	 */
	public function __construct(
		public readonly bool $organisation,
		public readonly string $name,
		public readonly string $page,
		public readonly string $headline,
		public readonly string $drives,
		public readonly array $items,
		public readonly array $words,
		public readonly string $belongsTo,
		public readonly string $role,
		public readonly array $places,
		public readonly ?array $point,
		public readonly ?string $website,
	) {
	}

	/** @return list<PublicItem> */
	public function items(bool $offered): array {
		return array_values(array_filter($this->items, static fn (PublicItem $item): bool => $item->offered === $offered));
	}

	/** @return list<string> all its subjects, each once */
	public function subjects(): array {
		return array_values(array_unique([...$this->words['trades'], ...$this->words['skills'], ...$this->words['sectors'], ...array_merge(...array_map(static fn (PublicItem $item): array => $item->labels, $this->items))]));
	}
}
