<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Exception;
use OCP\AppFramework\Http;

/**
 * A refusal with a reason word, which the interface turns into a sentence. Never contains people's input.
 */
class ReasonException extends Exception {
	/**
	 * @param array<string, mixed> $details returned with the reason, e.g. `field`, `max`, `current`
	 * @param bool $throttle whether the attempt counts for brute-force protection
	 */
	public function __construct(
		public readonly string $reason,
		public readonly int $status = Http::STATUS_BAD_REQUEST,
		public readonly array $details = [],
		public readonly bool $throttle = false,
	) {
		parent::__construct($reason);
	}

	/** @param string $field place in the input, e.g. `items.2.text` */
	public static function at(string $reason, string $field): self {
		return new self($reason, details: ['field' => $field]);
	}

	public static function notFound(): self {
		return new self('not_found', Http::STATUS_NOT_FOUND);
	}

	public static function notYours(): self {
		return new self('not_yours', Http::STATUS_FORBIDDEN);
	}

	/**
	 * Another person changed it after it was read.
	 *
	 * @param mixed ...$details returned with the reason, by name; `current` is what it is now
	 */
	public static function stale(mixed ...$details): self {
		return new self('stale_version', Http::STATUS_CONFLICT, $details);
	}
}
