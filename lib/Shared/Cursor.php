<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The end of a page of a list. Opaque to clients; it reveals nothing that the page did not. */
final class Cursor {
	/**
	 * @param string $order the order of the list
	 * @param non-empty-list<string|int> $key of the last row, as compared by the order
	 */
	public function __construct(
		public readonly string $order,
		public readonly array $key,
	) {
	}

	/**
	 * @param array<string, string> $shapes the shape of its key by allowed order: `s` for a text, `i` for a number
	 * @return ?self null at the beginning
	 * @throws ReasonException bad_cursor
	 */
	public static function parse(string $cursor, array $shapes): ?self {
		if ($cursor === '') {
			return null;
		}
		$json = base64_decode(strtr($cursor, '-_', '+/'), true);
		$key = $json === false ? null : json_decode($json, true, 2);
		$key = is_array($key) && array_is_list($key) ? $key : [];
		$order = array_shift($key);
		$shape = '';
		foreach ($key as $value) {
			$shape .= is_string($value) ? 's' : (is_int($value) ? 'i' : '?');
		}
		if (!is_string($order) || preg_match('/[\x00-\x1F]/', implode('', $key)) === 1 || ($shapes[$order] ?? '') !== $shape || $shape === '') {
			throw new ReasonException('bad_cursor');
		}
		return new self($order, $key);
	}

	public function __toString(): string {
		$json = json_encode([$this->order, ...$this->key], JSON_THROW_ON_ERROR);
		return rtrim(strtr(base64_encode($json), '+/', '-_'), '=');
	}
}
