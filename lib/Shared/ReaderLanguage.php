<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\L10N\IFactory;

/** A reader's language, without loading the texts of that language, which takes longer than a search. */
class ReaderLanguage {
	private ?string $code = null;

	public function __construct(
		private readonly string $appName,
		private readonly IFactory $languages,
	) {
	}

	public function code(): string {
		return $this->code ??= $this->languages->findLanguage($this->appName);
	}
}
