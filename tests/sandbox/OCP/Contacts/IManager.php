<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Contacts;

interface IManager {
	public function search($pattern, $searchProperties = [], $options = []);
	public function registerAddressBook(\OCP\IAddressBook $addressBook);
	public function register(\Closure $callable);
}
