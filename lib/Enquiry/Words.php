<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

/** What a visitor wrote. */
final class Words {
	public function __construct(
		public readonly string $name,
		public readonly string $address,
		public readonly string $text,
	) {
	}
}
