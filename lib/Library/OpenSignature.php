<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\Files\File;

/** A signature request as its person sees it through the link of their mail, with the text to sign. */
final class OpenSignature {
	/** @param string $hash of the current text */
	public function __construct(
		public readonly Signature $signature,
		public readonly Sheet $sheet,
		public readonly File $file,
		public readonly string $hash,
		public readonly string $name,
	) {
	}

	public function isSigned(): bool {
		return $this->signature->is(Signature::SIGNED);
	}
}
