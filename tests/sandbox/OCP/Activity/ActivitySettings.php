<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Activity;

abstract class ActivitySettings {
	abstract public function getIdentifier();

	abstract public function getName();

	abstract public function getGroupIdentifier();

	abstract public function getGroupName();

	abstract public function getPriority();

	public function isDefaultEnabledMail() {
		return false;
	}

	public function canChangeStream() {
		return false;
	}
}
