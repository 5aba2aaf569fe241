<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Share\ShareReview;

interface IShareReviewSource {
	public function getName(): string;
	public function getShares(): array;
	public function deleteShare(string $shareId): bool;
}
