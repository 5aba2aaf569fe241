<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Talk;

interface IConversationOptions {
	public function isPublic(): bool;
	public function setPublic(bool $isPublic = true): self;
}
