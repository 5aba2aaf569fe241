<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\IUserSession;

/** The current viewer. */
class Viewers {
	public function __construct(
		private readonly IUserSession $session,
		private readonly Visibility $visibility,
		private readonly Network $network,
	) {
	}

	/** Without a session: a visitor. */
	public function current(): Viewer {
		$uid = $this->session->getUser()?->getUID();
		return $uid === null ? Viewer::visitor() : $this->of($uid);
	}

	/** A viewer for any account, not only the current session's. */
	public function of(string $uid): Viewer {
		return $this->visibility->viewer($uid, $this->network->isFacilitator($uid));
	}
}
