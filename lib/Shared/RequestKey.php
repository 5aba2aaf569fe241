<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The key a browser gives to what it creates: sent again, because the answer was lost, it creates nothing twice. */
final class RequestKey {
	private const KEY = '/^[\w-]{8,64}\z/';

	/**
	 * @param mixed $key raw input
	 * @param string $scope whose it is, or where: the same key of others is another one
	 * @return string the hash that is stored
	 * @throws ReasonException wrong_type · bad_key
	 */
	public static function hash(mixed $key, string $scope): string {
		$key = Input::string($key, 'key');
		return preg_match(self::KEY, $key) === 1 ? hash('sha256', "$key $scope") : throw new ReasonException('bad_key', details: ['field' => 'key']);
	}
}
