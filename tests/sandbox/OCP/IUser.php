<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IUser {
	public function getUID();
	public function getDisplayName();
	public function setDisplayName($displayName);
	public function getEMailAddress();
	public function setEMailAddress($mailAddress);
	public function delete();
	public function isEnabled();
	public function setEnabled(bool $enabled = true);
}
