<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/** A need or offer of a person or organisation of the showcase. */
final class PublicItem {
	/** Kinds of things that are handed over; all others are services. */
	private const GOODS = ['place', 'equipment'];

	/**
	 * @param list<string> $labels its subjects, in words of the vocabulary
	 * @param ?string $kind as on cards; null: not specified
	 */
	public function __construct(
		public readonly bool $offered,
		public readonly string $text,
		public readonly array $labels,
		public readonly ?string $kind,
	) {
	}

	/** Its name in addresses: permanent while its text is unchanged, wherever it is on the card. */
	public function key(): string {
		return self::keyOf($this->offered, $this->text);
	}

	public static function keyOf(bool $offered, string $text): string {
		return substr(hash('sha256', ($offered ? 'offer ' : 'seek ') . $text), 0, 16);
	}

	/** Whether it is a thing rather than a service; null: not specified. */
	public function isGood(): ?bool {
		return $this->kind === null ? null : in_array($this->kind, self::GOODS, true);
	}
}
