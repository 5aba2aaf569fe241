<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * What is written of a meeting. The limits are those of src/meeting/model.ts: both sides are held to tests/fixtures/rules/meeting-limits.json.
 */
final class MeetingRules {
	/** Characters; days of one meeting; meetings to come of one group. */
	public const LIMITS = ['title' => 120, 'place' => 500, 'agenda' => 4000, 'days' => 31, 'meetings' => 100];

	private const TIME = '/^(?:[01]\d|2[0-3]):[0-5]\d\z/';

	/** Days that are surely none of a meeting, and which not every calendar can store. */
	private const FIRST_DAY = '2000-01-01';
	private const LAST_DAY = '2099-12-31';

	/**
	 * Writes all of it: what is left out is empty.
	 *
	 * @param array<array-key, mixed> $input WordsSchema of src/meeting/model.ts, raw input
	 * @param string $zone of the clock, if the input names none that is known here
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_day · bad_time · bad_end
	 */
	public static function write(Meeting $meeting, array $input, string $zone): void {
		$given = Input::string($input['zone'] ?? '', 'zone');
		$zone = Days::isZone($given) ? $given : $zone;
		$day = self::day($input['day'] ?? null, 'day') ?? throw ReasonException::at('bad_day', 'day');
		$time = self::time($input['time'] ?? null, 'time');
		$endTime = self::time($input['endTime'] ?? null, 'endTime');
		$endDay = self::day($input['endDay'] ?? null, 'endDay') ?? $day;
		$isOpen = $endTime === null && $time !== null;
		if ($endDay < $day || $endDay > Days::after($day, '+' . (self::LIMITS['days'] - 1) . ' days') || ($time === null && $endTime !== null) || ($isOpen && $endDay !== $day)) {
			throw ReasonException::at('bad_end', $time === null && $endTime !== null ? 'time' : ($isOpen && $endDay !== $day ? 'endTime' : 'endDay'));
		}
		$meeting->when($day, $time, $endDay, $endTime, $zone);
		if ($meeting->getEndsAt() <= $meeting->getStartsAt()) {
			throw ReasonException::at('bad_end', 'endTime');
		}
		$meeting->setTitle(Fields::line($input['title'] ?? '', 'title', self::LIMITS['title']));
		$meeting->setPlace(Fields::line($input['place'] ?? '', 'place', self::LIMITS['place']));
		$meeting->setShowcased(Input::flag($input['showcased'] ?? false, 'showcased') ? true : null);
		$meeting->setAgenda(trim(Fields::text($input['agenda'] ?? '', 'agenda', self::LIMITS['agenda'])));
	}

	private static function day(mixed $value, string $field): ?string {
		if ($value === null || $value === '') {
			return null;
		}
		$day = Input::date($value);
		return $day !== null && $day >= self::FIRST_DAY && $day <= self::LAST_DAY ? $day : throw ReasonException::at('bad_day', $field);
	}

	private static function time(mixed $value, string $field): ?string {
		if ($value === null || $value === '') {
			return null;
		}
		return is_string($value) && preg_match(self::TIME, $value) === 1 ? $value : throw ReasonException::at('bad_time', $field);
	}
}
