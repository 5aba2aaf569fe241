<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\About;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * What a notice may contain. The lists and limits are those of src/notice/model.ts: tests/fixtures/rules/notice-limits.json checks both.
 */
class NoticeRules {
	/** Characters, entries, days for which a notice is open at first and at most, notices of an answer. */
	public const LIMITS = [
		'title' => 120, 'text' => 4000, 'free' => 500, 'outcome' => 2000, 'territories' => 20, 'terms' => 12, 'thanks' => 12,
		'days' => 60, 'maxDays' => 180, 'page' => 100, 'similar' => 3,
	];

	/** What is needed within so many days is urgent. */
	public const URGENT = 7;

	public const OFFER = 'offer';
	public const KINDS = [self::OFFER, 'need', 'call', 'practice'];
	public const MODES = ['gift', 'exchange', 'loan', 'paid', 'voluntary'];
	/** Parts of a card that a notice can be written from. */
	public const SOURCES = ['seeks', 'offers'];

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Days $days,
	) {
	}

	/**
	 * Writes the given values to the notice; missing ones keep their value.
	 *
	 * @param array<array-key, mixed> $input NoticeChangesSchema of src/notice/model.ts, raw input
	 * @param callable(int): bool $isIn whether the author is in a group
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · title_missing · unknown_kind · unknown_mode · unknown_audience · unknown_territory ·
	 *                         unknown_term · unknown_group · group_missing · bad_day · bad_until, each with its `field`
	 */
	public function write(Notice $notice, array $input, callable $isIn): void {
		$needed = $notice->getNeededBy();
		foreach ($input as $field => $value) {
			match ($field) {
				'kind' => $notice->setKind(self::kind($value)),
				'title' => $notice->setTitle(self::title($value)),
				'text' => $notice->setText(trim(Fields::text($value, $field, self::LIMITS['text']))),
				'free' => $notice->setFree(trim(Fields::text($value, $field, self::LIMITS['free']))),
				'mode' => $notice->setMode($value === null ? null : self::oneOf($value, $field, self::MODES, 'unknown_mode')),
				'neededBy' => $notice->setNeededBy($this->neededBy($value, $notice->getNeededBy())),
				'territories' => $notice->writePlaces($this->territories->places($value, $field, self::LIMITS['territories'])),
				'about' => $notice->setAbout(About::choice($value, $field)),
				'terms' => $notice->writeWords($this->terms($value, $notice->words())),
				default => null,
			};
		}
		$until = $input['until'] ?? null;
		if ($notice->getNeededBy() !== $needed || (array_key_exists('until', $input) && ($until === null || $until !== $notice->getUntilDay()))) {
			$notice->beginPeriod($this->lastDay($notice, $until));
		}
		$this->writeGroup($notice, $input, $isIn);
	}

	public function today(): string {
		return $this->days->today();
	}

	/**
	 * The last day this notice is open: what is needed by a day ends then, unless that day has passed.
	 *
	 * @param mixed $until raw input; null: 60 days ahead
	 * @throws ReasonException bad_day · bad_until
	 */
	public function lastDay(Notice $notice, mixed $until): string {
		$last = $this->until($until);
		$needed = $notice->getNeededBy();
		return $needed === null || $needed < $this->days->today() ? $last : min($needed, $this->days->today('+' . self::LIMITS['maxDays'] . ' days'));
	}

	/**
	 * @param mixed $value raw input; null: 60 days ahead
	 * @throws ReasonException bad_day · bad_until
	 */
	private function until(mixed $value): string {
		if ($value === null) {
			return $this->days->today('+' . self::LIMITS['days'] . ' days');
		}
		$day = Input::date($value) ?? throw ReasonException::at('bad_day', 'until');
		return $day >= $this->days->today() && $day <= $this->days->today('+' . self::LIMITS['maxDays'] . ' days') ? $day : throw ReasonException::at('bad_until', 'until');
	}

	/**
	 * @param mixed $kind raw input
	 * @throws ReasonException wrong_type · unknown_kind
	 */
	public static function kind(mixed $kind): string {
		return self::oneOf($kind, 'kind', self::KINDS, 'unknown_kind');
	}

	/**
	 * @param mixed $value raw input
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function outcome(mixed $value): string {
		return trim(Fields::text($value, 'outcome', self::LIMITS['outcome']));
	}

	/**
	 * @param mixed $value raw input
	 * @return list<int> people who are thanked
	 * @throws ReasonException wrong_type · too_many
	 */
	public static function thanks(mixed $value): array {
		$ids = [];
		foreach (Fields::list($value, 'thanks', self::LIMITS['thanks']) as $i => $id) {
			$ids[] = is_int($id) ? $id : throw ReasonException::at('wrong_type', "thanks.$i");
		}
		return array_values(array_unique($ids));
	}

	/**
	 * Whether it is needed within the next days.
	 *
	 * @param string $today YYYY-MM-DD
	 */
	public static function isUrgent(Notice $notice, string $today): bool {
		$day = $notice->getNeededBy();
		return $day !== null && $day >= $today && $day <= Days::after($today, '+' . self::URGENT . ' days');
	}

	/** Whether a notice asks for something. */
	public static function seeks(Notice $notice): bool {
		return $notice->getKind() !== self::OFFER;
	}

	/** Whether a notice gives something; an exchange of practice does both. */
	public static function offers(Notice $notice): bool {
		return in_array($notice->getKind(), [self::OFFER, 'practice'], true);
	}

	/**
	 * @param mixed $value raw input
	 * @throws ReasonException wrong_type · bad_text · too_long · title_missing
	 */
	public static function title(mixed $value): string {
		$title = Fields::line($value, 'title', self::LIMITS['title']);
		return $title !== '' ? $title : throw ReasonException::at('title_missing', 'title');
	}

	private function neededBy(mixed $value, ?string $before): ?string {
		if ($value === null || $value === $before) {
			return $value;
		}
		$day = Input::date($value);
		return $day !== null && $day >= $this->days->today() ? $day : throw ReasonException::at('bad_day', 'neededBy');
	}

	/**
	 * @param mixed $value raw input
	 * @param list<string> $before
	 * @return list<string>
	 * @throws ReasonException wrong_type · too_many · bad_text · too_long · unknown_term
	 */
	public function terms(mixed $value, array $before): array {
		return $this->vocabulary->chosen($value, 'terms', self::LIMITS['terms'], $before, ...Vocabulary::SUBJECTS);
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @param callable(int): bool $isIn
	 */
	private function writeGroup(Notice $notice, array $input, callable $isIn): void {
		if (array_key_exists('groupId', $input) && $input['groupId'] !== $notice->getGroupId()) {
			$group = $input['groupId'];
			if ($group !== null && !is_int($group)) {
				throw ReasonException::at('wrong_type', 'groupId');
			}
			$notice->setGroupId($group === null || $isIn($group) ? $group : throw ReasonException::at('unknown_group', 'groupId'));
		}
		$only = array_key_exists('audience', $input)
			? self::oneOf($input['audience'], 'audience', ['members', 'group'], 'unknown_audience') === 'group'
			: $notice->getOnlyGroup() !== null;
		if ($only && $notice->getGroupId() === null) {
			throw ReasonException::at('group_missing', 'groupId');
		}
		$notice->setOnlyGroup($only ? $notice->getGroupId() : null);
	}

	/** @param list<string> $known */
	private static function oneOf(mixed $value, string $field, array $known, string $reason): string {
		return in_array(Input::string($value, $field), $known, true) ? $value : throw ReasonException::at($reason, $field);
	}
}
