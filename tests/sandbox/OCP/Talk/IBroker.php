<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Talk;

interface IBroker {
	public function hasBackend(): bool;
	public function newConversationOptions(): IConversationOptions;
	public function createConversation(string $name, array $moderators, ?IConversationOptions $options = null): IConversation;
	public function deleteConversation(string $id): void;
}
