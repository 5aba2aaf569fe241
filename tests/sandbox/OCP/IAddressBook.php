<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IAddressBook {
	public function getKey();
	public function getUri(): string;
	public function getDisplayName();
	public function search($pattern, $searchProperties, $options);
	public function createOrUpdate($properties);
	public function getPermissions();
	public function delete($id);
	public function isShared(): bool;
	public function isSystemAddressBook(): bool;
}
