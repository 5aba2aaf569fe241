<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IGroup {
	public function getGID(): string;
	public function getDisplayName(): string;
	public function setDisplayName(string $displayName): bool;
	public function getUsers(): array;
	public function addUser(IUser $user): void;
	public function removeUser(IUser $user): void;
	public function canRemoveUser(): bool;
	public function canAddUser(): bool;
}
