<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use Closure;

/** An action with all of its parameters, so that it can be printed and repeated. */
final class Act {
	/**
	 * @param string $what operation of openapi.json, or a name of Deeds
	 * @param ?string $by account; null: a person without one, or Nextcloud itself
	 * @param array<string, string|int> $on what the path names, by parameter
	 * @param ?array<string, mixed> $body
	 * @param ?Closure(): int $deed done instead of a request; answers as one: 200, or 400 where nothing was done
	 */
	public function __construct(
		public readonly string $what,
		public readonly ?string $by,
		public readonly array $on = [],
		public readonly ?array $body = null,
		public readonly string $method = '',
		public readonly string $path = '',
		public readonly ?Closure $deed = null,
	) {
	}

	public function description(): string {
		$with = $this->body === null ? '' : ' ' . json_encode($this->body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
		$on = $this->on === [] ? '' : ' ' . http_build_query($this->on, '', ' ');
		return ($this->by ?? 'nobody') . " $this->what$on$with";
	}
}
