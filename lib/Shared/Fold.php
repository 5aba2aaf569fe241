<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Normalizer;

/** Text without what people leave out or mistype: case and accents. */
final class Fold {
	/** Lower case without marks (œ, æ, ß and ø spelt out), runs of anything but letters and digits become one space. */
	public static function text(string $text): string {
		$decomposed = Normalizer::normalize($text, Normalizer::FORM_KD);
		$bare = preg_replace('/\p{M}+/u', '', mb_strtolower($decomposed === false ? $text : $decomposed)) ?? '';
		$spelt = strtr($bare, ['œ' => 'oe', 'æ' => 'ae', 'ß' => 'ss', 'ø' => 'o', 'đ' => 'd', 'ł' => 'l']);
		return trim(preg_replace('/[^\p{L}\p{N}]+/u', ' ', $spelt) ?? '');
	}
}
