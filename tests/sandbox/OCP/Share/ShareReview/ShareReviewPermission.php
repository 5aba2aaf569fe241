<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Share\ShareReview;

final class ShareReviewPermission {
	public function __construct(
		public readonly string $id,
		public readonly string $displayName,
		public readonly ?string $hint = null,
		public readonly int $priority = 50,
	) {
	}
}
