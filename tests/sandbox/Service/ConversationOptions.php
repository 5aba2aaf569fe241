<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Talk\IConversationOptions;

/** Who gets into a conversation. */
class ConversationOptions implements IConversationOptions {
	private bool $public = false;

	public function isPublic(): bool {
		return $this->public;
	}

	public function setPublic(bool $isPublic = true): self {
		$this->public = $isPublic;
		return $this;
	}
}
