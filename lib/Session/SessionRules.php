<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * What is written in a session. The limits are those of src/session/model.ts: both sides are held to tests/fixtures/rules/session-limits.json.
 */
class SessionRules {
	/** Characters, and rows of a session, introductions made at its end. What is said becomes the title of a notice. */
	public const LIMITS = ['title' => 120, 'place' => 200, 'name' => 120, 'text' => NoticeRules::LIMITS['title'], 'terms' => NoticeRules::LIMITS['terms'], 'rows' => 300, 'pairs' => 100];

	public const KINDS = ['need', 'offer'];

	/**
	 * @param array<array-key, mixed> $input NewSessionSchema of src/session/model.ts, raw input
	 * @return array{title: string, place: string, day: string}
	 * @throws ReasonException wrong_type · bad_text · too_long · title_missing · day_missing
	 */
	public static function head(array $input): array {
		return [
			'title' => NoticeRules::title($input['title'] ?? null),
			'place' => Fields::line($input['place'] ?? '', 'place', self::LIMITS['place']),
			'day' => Input::date($input['day'] ?? null) ?? throw ReasonException::at('day_missing', 'day'),
		];
	}

	/**
	 * @throws ReasonException wrong_type · bad_text · too_long · text_missing
	 */
	public static function text(mixed $value): string {
		$text = Fields::line($value, 'text', self::LIMITS['text']);
		return $text !== '' ? $text : throw ReasonException::at('text_missing', 'text');
	}

	/**
	 * @throws ReasonException wrong_type · bad_text · too_long · name_missing
	 */
	public static function name(mixed $value): string {
		$name = Fields::line($value, 'name', self::LIMITS['name']);
		return $name !== '' ? $name : throw ReasonException::at('name_missing', 'name');
	}

	/**
	 * @throws ReasonException wrong_type · unknown_kind
	 */
	public static function kind(mixed $value): string {
		return in_array(Input::string($value, 'kind'), self::KINDS, true) ? $value : throw ReasonException::at('unknown_kind', 'kind');
	}

	/**
	 * @param mixed $value pairs of people of the session, raw input
	 * @return list<array{int, int}> the smaller number first, each once
	 * @throws ReasonException wrong_type · too_many
	 */
	public static function pairs(mixed $value): array {
		$pairs = [];
		foreach (Fields::list($value, 'pairs', self::LIMITS['pairs']) as $i => $pair) {
			[$one, $other] = is_array($pair) && array_is_list($pair) && count($pair) === 2 ? $pair : [null, null];
			if (!is_int($one) || !is_int($other)) {
				throw ReasonException::at('wrong_type', "pairs.$i");
			}
			$pairs["$one $other"] = [min($one, $other), max($one, $other)];
		}
		return array_values($pairs);
	}
}
