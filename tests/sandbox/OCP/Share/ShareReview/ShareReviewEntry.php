<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Share\ShareReview;

final class ShareReviewEntry {
	public function __construct(
		public readonly string $id,
		public readonly string $object,
		public readonly string $initiator,
		public readonly int $type,
		public readonly string $recipient,
		public readonly int $lastModifiedTimestamp,
		public readonly array $permissions = [],
		public readonly string $action = '',
		public readonly bool $hasPassword = false,
		public readonly ?int $expirationTimestamp = null,
		public readonly ?string $parent = null,
	) {
	}
}
