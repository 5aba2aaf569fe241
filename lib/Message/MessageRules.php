<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/**
 * What a message may contain. The limits are those of src/message/model.ts: tests/fixtures/rules/message-limits.json checks both.
 */
final class MessageRules {
	/** Characters of a message; messages of a conversation; conversations of a page. */
	public const LIMITS = ['text' => 4000, 'messages' => 200, 'page' => 30];

	/** How a message was passed on to a person without an account, or how they gave one. */
	public const WAYS = ['mail', 'phone', 'aloud'];


	/**
	 * @param mixed $text raw input
	 * @throws ReasonException wrong_type · bad_text · too_long · text_missing
	 */
	public static function text(mixed $text): string {
		$text = trim(Fields::text($text, 'text', self::LIMITS['text']));
		return $text !== '' ? $text : throw new ReasonException('text_missing', details: ['field' => 'text']);
	}

	/**
	 * @param mixed $how raw input
	 * @throws ReasonException unknown_way
	 */
	public static function way(mixed $how): string {
		return in_array($how, self::WAYS, true) ? $how : throw new ReasonException('unknown_way', details: ['field' => 'how']);
	}
}
