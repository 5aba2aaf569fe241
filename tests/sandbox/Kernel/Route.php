<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

/** One route attribute of one controller method. */
class Route {
	private readonly string $pattern;

	/** What every path of it begins with: a third of the time that a request takes would otherwise be for patterns that do not fit. */
	private readonly string $begin;

	/**
	 * @param string $app whose it is
	 * @param string $name such as `reseau.page.index`, `ocs.reseau.member.list`
	 * @param string $path such as /apps/reseau/members/{id}
	 * @param array<string, string> $requirements
	 * @param array<string, mixed> $defaults
	 */
	public function __construct(
		public readonly string $app,
		public readonly string $name,
		public readonly string $verb,
		public readonly string $path,
		public readonly string $controller,
		public readonly string $method,
		array $requirements,
		public readonly array $defaults,
	) {
		$pattern = '';
		foreach (preg_split('/(\/?\{\w+\})/', $path, -1, PREG_SPLIT_DELIM_CAPTURE) as $part) {
			if (preg_match('/^(\/?)\{(\w+)\}$/', $part, $found) === 1) {
				$value = "$found[1](?P<$found[2]>" . ($requirements[$found[2]] ?? '[^/]+') . ')';
				// A last part with a default may be left out together with its slash.
				$pattern .= isset($defaults[$found[2]]) && str_ends_with($path, $part) ? "(?:$value)?" : $value;
			} else {
				$pattern .= preg_quote($part, '~');
			}
		}
		$this->begin = rtrim(strtok($path, '{'), '/');
		$this->pattern = "~^$pattern\$~sDu";
	}

	/** @return ?array<string, string> parameters out of the path; null: another path */
	public function match(string $path): ?array {
		if (!str_starts_with($path, $this->begin) || preg_match($this->pattern, $path, $found) !== 1) {
			return null;
		}
		return array_filter($found, static fn ($value, $key) => is_string($key) && $value !== '', ARRAY_FILTER_USE_BOTH) + $this->defaults;
	}

	public function path(array $arguments): string {
		$path = preg_replace_callback('/\{(\w+)\}/', function (array $found) use (&$arguments): string {
			$value = (string)($arguments[$found[1]] ?? $this->defaults[$found[1]] ?? '');
			unset($arguments[$found[1]]);
			return str_replace('%2F', '/', rawurlencode($value));
		}, $this->path);
		return $path . ($arguments === [] ? '' : '?' . http_build_query($arguments, '', '&', PHP_QUERY_RFC3986));
	}
}
