<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

/** What a visitor writes about. */
final class About {
	/** @param int $id 0 for the network */
	public function __construct(
		public readonly AboutType $type,
		public readonly int $id,
		public readonly string $title,
	) {
	}

	/** Its page in the public showcase, and in the app. */
	public function page(): string {
		return match ($this->type) {
			AboutType::Notice => "notices/$this->id",
			AboutType::Group => "groups/$this->id",
			AboutType::Network => '',
		};
	}

	/** Where a visitor writes. */
	public function writePage(): string {
		return "public/write/{$this->type->value}" . ($this->id === 0 ? '' : "/$this->id");
	}
}
