<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Calendar;

use Sabre\VObject\Component\VCalendar;
use Sabre\VObject\Component\VEvent;

/**
 * An event as Nextcloud's CalDAV server expects it: a VEVENT whose properties can be read and added like an array. Sabre itself returns a list of
 * components there.
 */
class EventNode extends VEvent {
	/** @var array<string, mixed> */
	private array $given = [];

	/** @param list<array{name: string, value: string, parameters: array<string, string>}> $properties */
	public static function of(array $properties): self {
		$node = new self(new VCalendar(), 'VEVENT', [], false);
		foreach ($properties as ['name' => $name, 'value' => $value, 'parameters' => $parameters]) {
			if ($name !== 'TRANSP') {
				$node->add($name, $value, $parameters);
				$node->given[$name] = $value;
			}
		}
		// Sabre shows every account when others are busy, using all their calendars: if two people are busy at the same time, it would reveal that they meet.
		$node->add('TRANSP', 'TRANSPARENT');
		$node->given['TRANSP'] = 'TRANSPARENT';
		return $node;
	}

	public function offsetExists($offset): bool {
		return isset($this->given[$offset]);
	}

	public function offsetGet($offset): mixed {
		return $this->given[$offset] ?? null;
	}

	public function offsetSet($offset, $value): void {
		$this->given[$offset] = $value;
	}

	public function offsetUnset($offset): void {
		unset($this->given[$offset]);
	}
}
