<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\SharedCache;
use OCP\Files\File;
use Throwable;

/** Identifies the text to sign: the SHA-256 of the file, equal for everyone who has it. */
class TextHash {
	public function __construct(
		private readonly LibraryFiles $files,
		private readonly SharedCache $cache,
	) {
	}

	/** @return ?string hexadecimal digits; null for a folder, or if the file cannot be read */
	public function of(string $uid, int $fileId): ?string {
		$node = $this->files->node($uid, $fileId);
		if (!$node instanceof File) {
			return null;
		}
		try {
			$hash = $this->cache->get("sha256 of $fileId {$node->getEtag()}", static fn (): ?string => $node->hash('sha256') ?: null);
		} catch (Throwable) {
			return null;
		}
		return is_string($hash) ? $hash : null;
	}
}
