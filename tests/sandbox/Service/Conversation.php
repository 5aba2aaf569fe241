<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Talk\IConversation;

/** Its address is all there is. */
class Conversation implements IConversation {
	public function __construct(
		private readonly string $id,
		private readonly string $url,
	) {
	}

	public function getId(): string {
		return $this->id;
	}

	public function getAbsoluteUrl(): string {
		return $this->url;
	}
}
