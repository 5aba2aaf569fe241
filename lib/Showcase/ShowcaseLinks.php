<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/** Addresses of the showcase's pages, which stay within a frame if they are shown in one. */
final class ShowcaseLinks {
	/**
	 * @param string $app address of the app, with a slash at the end
	 * @param bool $embedded whether another site shows the page in a frame
	 */
	public function __construct(
		public readonly string $app,
		public readonly bool $embedded,
	) {
	}

	/**
	 * @param string $page below the showcase; empty: its first page
	 * @param array<string, mixed> $query
	 */
	public function to(string $page = '', array $query = []): string {
		$query = array_filter($query, static fn (mixed $value): bool => $value !== '' && $value !== []) + ($this->embedded ? ['embed' => '1'] : []);
		return $this->app . 'public' . ($page === '' ? '' : "/$page") . ($query === [] ? '' : '?' . http_build_query($query));
	}
}
