<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Calendar;

use Closure;
use DateTimeImmutable;
use DateTimeInterface;
use DateTimeZone;
use OCA\Reseau\Calendar\CalendarEvent;
use OCP\Calendar\ICalendar;
use OCP\Constants;

/**
 * The dates of one person as a read-only calendar of Nextcloud. They are read at the first access.
 *
 * Nextcloud has two callers, and each ignores what the other needs: its manager of calendars wants arrays, as its own calendars return, and passes all
 * arguments; its CalDAV server puts the result into a VCALENDAR, and passes two arguments at most.
 */
class DatesCalendar implements ICalendar {
	public const URI = 'reseau';

	/** The blue of the app's icon. */
	private const COLOR = '#1F5F8B';

	/** Properties that identify an event, and contain no searchable words. */
	private const EXACT = ['UID', 'X-FILENAME'];

	/** @var ?list<CalendarEvent> for this request: each event is asked for by itself */
	private ?array $events = null;

	/**
	 * @param Closure(): list<CalendarEvent> $all
	 * @param Closure(CalendarEvent): list<array{name: string, value: string, parameters: array<string, string>, text: bool}> $properties
	 */
	public function __construct(
		private readonly string $name,
		private readonly Closure $all,
		private readonly Closure $properties,
	) {
	}

	public function getKey(): string {
		return self::URI;
	}

	public function getUri(): string {
		return self::URI;
	}

	public function getDisplayName(): ?string {
		return $this->name;
	}

	public function getDisplayColor(): ?string {
		return self::COLOR;
	}

	public function getPermissions(): int {
		return Constants::PERMISSION_READ;
	}

	public function isDeleted(): bool {
		return false;
	}

	public function search(string $pattern, array $searchProperties = [], array $options = [], ?int $limit = null, ?int $offset = null): array {
		$found = [];
		foreach ($this->events ??= ($this->all)() as $event) {
			$properties = ($this->properties)($event);
			if (self::isWithin($event, $options) && self::isAskedFor($properties, $options) && self::has($properties, $pattern, $searchProperties)) {
				$found[] = $properties;
			}
		}
		$found = array_slice($found, $offset ?? 0, $limit);
		return array_map(func_num_args() > 2 ? self::asArray(...) : EventNode::of(...), $found);
	}

	/** @param array<string, mixed> $options */
	private static function isWithin(CalendarEvent $event, array $options): bool {
		$moment = static fn (string $end): ?int => ($options['timerange'][$end] ?? null) instanceof DateTimeInterface ? $options['timerange'][$end]->getTimestamp() : null;
		return $event->over > ($moment('start') ?? PHP_INT_MIN) && $event->from < ($moment('end') ?? PHP_INT_MAX);
	}

	/**
	 * @param list<array{name: string, value: string}> $properties
	 * @param array<string, mixed> $options
	 */
	private static function isAskedFor(array $properties, array $options): bool {
		$uid = self::uid($properties);
		$types = (array)($options['types'] ?? []);
		return in_array($options['uid'] ?? $uid, [$uid], true) && in_array($options['uri'] ?? "$uid.ics", ["$uid.ics"], true) && ($types === [] || in_array('VEVENT', $types, true));
	}

	/**
	 * @param list<array{name: string, value: string}> $properties
	 * @param list<string> $names of the properties to search; empty: all
	 */
	private static function has(array $properties, string $pattern, array $names): bool {
		if ($pattern === '') {
			return true;
		}
		foreach ($properties as ['name' => $name, 'value' => $value]) {
			$looked = $names === [] || in_array($name, $names, true);
			if ($looked && (in_array($name, self::EXACT, true) ? $value === $pattern : mb_stripos($value, $pattern) !== false)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<array{name: string, value: string, parameters: array<string, string>}> $properties
	 * @return array<string, mixed> as Nextcloud's own calendars answer
	 */
	private static function asArray(array $properties): array {
		$object = [];
		foreach ($properties as ['name' => $name, 'value' => $value, 'parameters' => $parameters]) {
			$object[$name] = [in_array($name, ['DTSTART', 'DTEND', 'DTSTAMP', 'LAST-MODIFIED'], true) ? new DateTimeImmutable($value, new DateTimeZone('UTC')) : $value, $parameters];
		}
		$uid = self::uid($properties);
		return ['id' => $uid, 'type' => 'VEVENT', 'uid' => $uid, 'uri' => "$uid.ics", 'objects' => [$object], 'timezones' => []];
	}

	/** @param list<array{name: string, value: string}> $properties */
	private static function uid(array $properties): string {
		return array_column($properties, 'value', 'name')['UID'];
	}
}
