<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/** What Nextcloud's own message lets one reach beyond the public interface: the mail it is made of, and its headers. */
class MailHeaders {
	/** @param array<string, string> $headers of the message */
	public function __construct(
		private array &$headers,
	) {
	}

	public function getHeaders(): self {
		return $this;
	}

	public function addTextHeader(string $name, string $value): self {
		$this->headers[$name] = $value;
		return $this;
	}
}
