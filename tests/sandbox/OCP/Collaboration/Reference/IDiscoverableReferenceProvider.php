<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Collaboration\Reference;

interface IDiscoverableReferenceProvider extends IReferenceProvider {
	public function getId(): string;
	public function getTitle(): string;
	public function getOrder(): int;
	public function getIconUrl(): string;
	public function jsonSerialize(): array;
}
