<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sabre\VObject\Component;

/** As far as lib/ calls it: what was added, in order. */
class VEvent implements \ArrayAccess {
	/** @var list<array{string, string, array<string, string>}> name, value, parameters */
	public array $added = [];

	public function __construct(VCalendar $root, string $name, array $children = [], bool $defaults = true) {
	}

	public function add(string $name, string $value, array $parameters = []): void {
		$this->added[] = [$name, $value, $parameters];
	}

	#[\ReturnTypeWillChange]
	public function offsetExists($offset) {
		return false;
	}

	#[\ReturnTypeWillChange]
	public function offsetGet($offset) {
		throw new \LogicException('A list of components has no such place');
	}

	#[\ReturnTypeWillChange]
	public function offsetSet($offset, $value) {
		throw new \LogicException('Nothing is added to a list of components');
	}

	#[\ReturnTypeWillChange]
	public function offsetUnset($offset) {
	}
}
