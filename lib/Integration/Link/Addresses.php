<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCP\IURLGenerator;

/** Paths of the pages of things on this Nextcloud. */
class Addresses {
	private const OWN = 'apps/reseau/';

	private readonly string $root;

	public function __construct(IURLGenerator $urls) {
		$own = $urls->linkToRoute('reseau.page.index');
		$this->root = substr($own, 0, strlen($own) - strlen(self::OWN));
	}

	/** A page of the app. */
	public function own(string $path): string {
		return $this->root . self::OWN . $path;
	}

	/** A page of Nextcloud or of another app, whether that app exists or not. */
	public function at(string $path): string {
		return $this->root . $path;
	}
}
