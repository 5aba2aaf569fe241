<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Portable;

use OCA\Reseau\Shared\ReasonException;
use Throwable;

/** A file that only its owner can read, and that gets its name only when it is complete. */
final class NewFile {
	private const UNFINISHED = '.part';

	/** @var resource */
	private mixed $file;
	private bool $failed = false;

	/**
	 * @param callable(self): void $fill
	 * @throws ReasonException file_exists · not_writable, and what $fill throws: then no file is left
	 */
	public static function write(string $path, callable $fill): void {
		if (file_exists($path)) {
			throw new ReasonException('file_exists');
		}
		$unfinished = $path . self::UNFINISHED;
		$mask = umask(0077);
		try {
			// A file left by an interrupted run may be readable by others.
			@unlink($unfinished);
			$file = @fopen($unfinished, 'x');
		} finally {
			umask($mask);
		}
		if ($file === false) {
			throw new ReasonException('not_writable');
		}
		$new = new self($file);
		try {
			$fill($new);
			if (!fclose($file) || $new->failed || !@rename($unfinished, $path)) {
				throw new ReasonException('not_writable');
			}
		} catch (Throwable $e) {
			@unlink($unfinished);
			throw $e;
		}
	}

	/** @throws ReasonException not_writable */
	public function add(string $text): void {
		if (@fwrite($this->file, $text) !== strlen($text)) {
			$this->failed = true;
			throw new ReasonException('not_writable');
		}
	}

	/** @param resource $file */
	private function __construct(mixed $file) {
		$this->file = $file;
	}
}
