<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\ReasonException;

/** Where a page of cards ended. Opaque to whoever carries it. */
final class Cursor {
	public function __construct(
		public readonly string $sortName,
		public readonly int $id,
	) {
	}

	public static function after(Member $member): self {
		return new self($member->getSortName(), $member->ownerId());
	}

	/**
	 * @throws ReasonException bad_cursor
	 */
	public static function parse(string $cursor): ?self {
		if ($cursor === '') {
			return null;
		}
		$json = base64_decode(strtr($cursor, '-_', '+/'), true);
		$pair = $json === false ? null : json_decode($json, true, 2);
		if (!is_array($pair) || !array_is_list($pair) || count($pair) !== 2 || !is_string($pair[0]) || !is_int($pair[1])) {
			throw new ReasonException('bad_cursor');
		}
		return new self($pair[0], $pair[1]);
	}

	public function __toString(): string {
		$json = json_encode([$this->sortName, $this->id], JSON_THROW_ON_ERROR);
		return rtrim(strtr(base64_encode($json), '+/', '-_'), '=');
	}
}
