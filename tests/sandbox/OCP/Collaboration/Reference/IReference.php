<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Collaboration\Reference;

use JsonSerializable;

interface IReference extends JsonSerializable {
	public function setTitle(string $title): void;
	public function getTitle(): string;
	public function setDescription(?string $description): void;
	public function setRichObject(string $type, ?array $richObject): void;
	public function getRichObjectType(): string;
	public function getRichObject(): array;
	public function getUrl(): string;
	public function jsonSerialize(): array;
}
