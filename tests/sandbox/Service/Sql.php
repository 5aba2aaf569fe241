<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use OCP\DB\QueryBuilder\IParameter;
use OCP\DB\QueryBuilder\IQueryFunction;

/** A piece of SQL that is not quoted again: a function or a parameter. */
class Sql implements IParameter, IQueryFunction {
	public function __construct(
		private readonly string $sql,
	) {
	}

	public function __toString() {
		return $this->sql;
	}

	/** @var array<string, string> quoted names, by name */
	private static array $quoted = [];

	/** A column, `alias.column`, `column as name` or `*`, quoted; a piece of SQL stays as it is. */
	public static function quote(mixed $name): string {
		if ($name instanceof self || $name === '*' || $name === 'null') {
			return (string)$name;
		}
		if (!is_string($name)) {
			throw new InvalidArgumentException('Only a name or a piece of SQL can stand here');
		}
		return self::$quoted[$name] ??= self::quoteName($name);
	}

	private static function quoteName(string $name): string {
		$parts = preg_split('/ as /i', $name, 2);
		if (count($parts) === 2) {
			return self::quote($parts[0]) . ' AS ' . self::quote($parts[1]);
		}
		return implode('.', array_map(static fn ($part) => $part === '*' ? '*' : "`$part`", explode('.', $name, 2)));
	}

	/**
	 * @param array $names several, or one list of several
	 * @return list<string>
	 */
	public static function quoteAll(array $names): array {
		$names = count($names) === 1 && is_array(reset($names)) ? reset($names) : $names;
		return array_map(self::quote(...), array_values($names));
	}
}
