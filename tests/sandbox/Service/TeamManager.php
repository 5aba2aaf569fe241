<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/** What Nextcloud 35 says of the folders of teams; earlier ones do not have the method. */
class TeamManager {
	public function __construct(
		private readonly TeamSpaces $spaces,
	) {
	}

	public function getTeamFolderProvider(): ?object {
		return $this->spaces->areThere() ? $this->spaces : null;
	}
}
