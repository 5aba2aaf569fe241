<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * What people may write about an introduction. The limits are those of src/matching/introduction/model.ts: both sides are held to
 * tests/fixtures/rules/introduction-limits.json.
 */
final class IntroductionRules {
	public const LIMITS = ['place' => 200, 'words' => 500];

	private const TIME = '/^(?:[01]\d|2[0-3]):[0-5]\d\z/';

	/**
	 * @param mixed $text raw input
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function words(mixed $text): string {
		return trim(Fields::text($text ?? '', 'text', self::LIMITS['words']));
	}

	/**
	 * @param array<array-key, mixed> $input MediationPlanSchema of src/matching/introduction/model.ts, raw input
	 * @param string $first YYYY-MM-DD, the first possible day
	 * @return array{place: string, day: string, time: string, lookBack: string}
	 * @throws ReasonException wrong_type · bad_text · too_long · place_missing · bad_day · bad_time · bad_look_back
	 */
	public static function plan(array $input, string $first): array {
		$place = trim(Fields::text($input['place'] ?? null, 'place', self::LIMITS['place']));
		if ($place === '') {
			throw new ReasonException('place_missing', details: ['field' => 'place']);
		}
		$day = Input::date($input['day'] ?? null);
		if ($day === null || $day < $first || $day > Days::after($first, '+2 years')) {
			throw new ReasonException('bad_day', details: ['field' => 'day']);
		}
		$time = Input::string($input['time'] ?? null, 'time');
		if (preg_match(self::TIME, $time) !== 1) {
			throw new ReasonException('bad_time', details: ['field' => 'time']);
		}
		$given = $input['lookBack'] ?? null;
		$lookBack = $given === null || $given === '' ? Days::after($day, '+3 weeks') : Input::date($given);
		if ($lookBack === null || $lookBack <= $day || $lookBack > Days::after($day, '+1 year')) {
			throw new ReasonException('bad_look_back', details: ['field' => 'lookBack']);
		}
		return ['place' => $place, 'day' => $day, 'time' => $time, 'lookBack' => $lookBack];
	}
}
