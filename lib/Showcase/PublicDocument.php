<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

/** A file of data for other tools. */
final class PublicDocument {
	public const JSON = 'application/json; charset=utf-8';
	public const GEOJSON = 'application/geo+json; charset=utf-8';
	public const JSON_LD = 'application/ld+json; charset=utf-8';
	public const ATOM = 'application/atom+xml; charset=utf-8';

	/** @param ?string $next address of the next page */
	public function __construct(
		public readonly string $text,
		public readonly string $type,
		public readonly ?string $next = null,
	) {
	}

	/** @param array<string, mixed> $data */
	public static function json(array $data, string $type = self::JSON, ?string $next = null): self {
		return new self(self::encode($data), $type, $next);
	}

	/**
	 * Also safe within an HTML page.
	 *
	 * @param array<string, mixed> $data
	 */
	public static function encode(array $data): string {
		return json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_HEX_TAG);
	}
}
