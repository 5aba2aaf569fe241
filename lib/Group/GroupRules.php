<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/** What a group and an engagement may contain. Refusals name the place in `field`. */
final class GroupRules {
	/** GROUP_LIMITS of src/group/model.ts: both sides are held to tests/fixtures/rules/group-limits.json. */
	public const LIMITS = [
		'title' => 120,
		'purpose' => 4000,
		'mandate' => 30,
		'mandateLine' => 500,
		'link' => 500,
		'mail' => 254,
		'commitment' => 1000,
		'hours' => 120,
		'limits' => 500,
		'exitNote' => 2000,
		'how' => 500,
		'facilitators' => 12,
		'key' => 64,
		'model' => 64,
		'runner' => 64,
		'step' => 32,
		'note' => 500,
		'folderPath' => 1000,
		'seeks' => 500,
		'terms' => 12,
		'territories' => 20,
	];

	private const MANDATE = ['mayAdvance', 'mustNot', 'with'];

	/**
	 * Writes the given values to the group; those left out stay.
	 *
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · title_missing · bad_channel · unknown_preset
	 */
	public static function write(Group $group, array $input): void {
		if (array_key_exists('title', $input)) {
			$title = trim(Fields::text($input['title'], 'title', self::LIMITS['title']));
			$group->setTitle($title !== '' ? $title : throw new ReasonException('title_missing', details: ['field' => 'title']));
		}
		if (array_key_exists('purpose', $input)) {
			$group->setPurpose(Fields::text($input['purpose'], 'purpose', self::LIMITS['purpose']));
		}
		if (array_key_exists('seeks', $input)) {
			$group->setSeeks(trim(Fields::text($input['seeks'], 'seeks', self::LIMITS['seeks'])));
		}
		if (array_key_exists('mandate', $input)) {
			$mandate = Fields::map($input['mandate'], 'mandate');
			$lines = static fn (string $key): array => Fields::words($mandate[$key] ?? [], "mandate.$key", self::LIMITS['mandate'], self::LIMITS['mandateLine']);
			$group->writeMandate(array_combine(self::MANDATE, array_map($lines, self::MANDATE)));
		}
		if (array_key_exists('channel', $input)) {
			$group->writeChannel(self::channel($input['channel'], $group->channel()));
		}
		if (array_key_exists('join', $input)) {
			$preset = is_string($input['join']) ? TeamPreset::tryFrom($input['join']) : null;
			$group->setJoining($preset->value ?? throw new ReasonException('unknown_preset', details: ['field' => 'join']));
		}
	}

	/**
	 * Writes the given engagement to the membership; values left out stay.
	 *
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_day · until_before_from
	 */
	public static function engage(Membership $membership, array $input): void {
		$text = static fn (string $key): ?string => Fields::text($input[$key], $key, self::LIMITS[$key]) ?: null;
		if (array_key_exists('commitment', $input)) {
			$membership->setCommitment($text('commitment'));
		}
		if (array_key_exists('hours', $input)) {
			$membership->setHours($text('hours'));
		}
		if (array_key_exists('limits', $input)) {
			$membership->setLimits($text('limits'));
		}
		if (array_key_exists('from', $input)) {
			$membership->setFromDate(self::day($input['from'], 'from'));
		}
		if (array_key_exists('until', $input)) {
			$membership->setUntilDate(self::day($input['until'], 'until'));
		}
		if ($membership->getFromDate() !== null && $membership->getUntilDate() !== null && $membership->getUntilDate() < $membership->getFromDate()) {
			throw new ReasonException('until_before_from', details: ['field' => 'until']);
		}
	}

	/**
	 * @return ?string YYYY-MM-DD, null if none was given
	 * @throws ReasonException bad_day
	 */
	public static function day(mixed $value, string $field): ?string {
		return $value === null || $value === '' ? null : Input::date($value) ?? throw new ReasonException('bad_day', details: ['field' => $field]);
	}

	/**
	 * @param ?array{kind: string, value: string} $stored
	 * @return ?array{kind: string, value: string}
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_channel
	 */
	private static function channel(mixed $sent, ?array $stored): ?array {
		if ($sent === null) {
			return null;
		}
		$channel = Fields::map($sent, 'channel');
		$kind = $channel['kind'] ?? null;
		$value = trim(Fields::text($channel['value'] ?? null, 'channel.value', self::LIMITS[$kind === 'mail' ? 'mail' : 'link']));
		$channel = ['kind' => $kind, 'value' => $value];
		$good = match ($kind) {
			'link' => filter_var($value, FILTER_VALIDATE_URL) !== false && preg_match('#^https?://#i', $value) === 1,
			'mail' => filter_var($value, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) !== false,
			'talk' => $channel === $stored,
			default => false,
		};
		return $good ? $channel : throw new ReasonException('bad_channel', details: ['field' => 'channel']);
	}
}
