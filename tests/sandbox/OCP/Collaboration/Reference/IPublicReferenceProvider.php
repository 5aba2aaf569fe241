<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Collaboration\Reference;

interface IPublicReferenceProvider extends IReferenceProvider {
	public function resolveReferencePublic(string $referenceText, string $sharingToken): ?IReference;
	public function getCacheKeyPublic(string $referenceId, string $sharingToken): ?string;
}
