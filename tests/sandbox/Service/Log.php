<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Psr\Log\AbstractLogger;
use Throwable;

/** Warnings and worse, to a file of the state folder or to the console. */
class Log extends AbstractLogger {
	public function __construct(
		private readonly string $file,
	) {
	}

	public function log($level, string|\Stringable $message, array $context = []): void {
		if (in_array($level, ['debug', 'info', 'notice'], true)) {
			return;
		}
		foreach ($context as $name => $value) {
			$message = is_scalar($value) ? str_replace("{{$name}}", (string)$value, (string)$message) : $message;
		}
		$cause = $context['exception'] ?? null;
		file_put_contents($this->file, "[$level] $message" . ($cause instanceof Throwable ? "\n$cause" : '') . "\n", FILE_APPEND);
	}
}
