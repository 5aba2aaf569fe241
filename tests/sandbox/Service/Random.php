<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Security\ISecureRandom;

class Random implements ISecureRandom {
	public function generate(
		int $length,
		string $characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
	): string {
		$text = '';
		while (strlen($text) < $length) {
			$text .= $characters[random_int(0, strlen($characters) - 1)];
		}
		return $text;
	}
}
