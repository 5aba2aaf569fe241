<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Throwable;

/** What a request was answered. */
class Reply {
	/**
	 * @param array<string, string|list<string>> $headers
	 * @param ?Throwable $error the cause of a status 500
	 */
	public function __construct(
		public readonly int $status,
		public readonly string $body = '',
		public readonly array $headers = [],
		public readonly ?Throwable $error = null,
	) {
	}

	/** @return mixed the body, from JSON */
	public function json(): mixed {
		return json_decode($this->body, true, 512, JSON_THROW_ON_ERROR);
	}

	/** @return mixed what an OCS endpoint answered, out of its envelope */
	public function data(): mixed {
		return $this->json()['ocs']['data'];
	}
}
