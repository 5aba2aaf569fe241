<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The key a browser gives to something it creates: if the request is sent again because the answer was lost, nothing is created twice. */
final class RequestKey {
	private const KEY = '/^[\w-]{8,64}\z/';

	/**
	 * @param mixed $key raw input
	 * @param string $scope the account or place it belongs to: an equal key of another scope is a different one
	 * @return string the hash that is stored
	 * @throws ReasonException wrong_type · bad_key
	 */
	public static function hash(mixed $key, string $scope): string {
		$key = Input::string($key, 'key');
		return preg_match(self::KEY, $key) === 1 ? hash('sha256', "$key $scope") : throw new ReasonException('bad_key', details: ['field' => 'key']);
	}
}
