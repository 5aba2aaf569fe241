<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Ocp;

use PhpParser\NameContext;
use PhpParser\Node;

/**
 * Types as lists of names: `?IUser` is ['OCP\IUser', 'null'], a list of it ['OCP\IUser[]']. An empty list is a type nobody knows.
 */
final class Types {
	private const BUILT_IN = [
		'array', 'bool', 'callable', 'false', 'float', 'int', 'iterable', 'mixed', 'never', 'null', 'object', 'parent', 'self',
		'static', 'string', 'true', 'void',
	];

	/** @return list<string> */
	public static function ofNode(?Node $type): array {
		return match (true) {
			$type instanceof Node\NullableType => [...self::ofNode($type->type), 'null'],
			$type instanceof Node\UnionType => array_merge(...array_map(self::ofNode(...), $type->types)),
			$type instanceof Node\IntersectionType => array_merge(...array_map(self::ofNode(...), $type->types)),
			$type instanceof Node\Identifier => [$type->toLowerString()],
			$type instanceof Node\Name => [$type->isSpecialClassName() ? $type->toLowerString() : $type->toString()],
			default => [],
		};
	}

	/**
	 * The type after a tag of a comment, such as `@return list<IUser>|null`; template parameters keep their bare name.
	 *
	 * @param list<string> $templates
	 * @return list<string>
	 */
	public static function ofComment(string $comment, string $tag, NameContext $names, array $templates): array {
		if (preg_match('/' . $tag . '\s+((?:[^\s<({]|<(?:[^<>]|<[^<>]*>)*>|\([^()]*\)|\{[^{}]*\})+)/', $comment, $found) !== 1) {
			return [];
		}
		return self::parse($found[1], $names, $templates);
	}

	/**
	 * @param list<string> $templates
	 * @return list<string>
	 */
	private static function parse(string $text, NameContext $names, array $templates): array {
		$types = [];
		// A bar within <…> belongs to the parameter.
		foreach (preg_split('/\|(?![^<]*>|[^{]*\})/', ltrim($text, '(')) as $part) {
			$part = rtrim($part, ')');
			if (str_starts_with($part, '?')) {
				$types[] = 'null';
				$part = substr($part, 1);
			}
			if (preg_match('/^\\\\?(?:list|array|iterable|non-empty-list|non-empty-array|Generator|Iterator|Traversable)<(?:[^<>]*,\s*)?(.+)>$/', $part, $found) === 1) {
				foreach (self::parse($found[1], $names, $templates) as $inner) {
					$types[] = $inner . '[]';
				}
				continue;
			}
			if (preg_match('/^array\{(.*)\}$/s', $part, $found) === 1) {
				// Whichever of its places: what one takes out of it may be any of them.
				foreach (preg_split('/,(?![^<]*>)/', $found[1]) as $place) {
					foreach (self::parse(trim(preg_replace('/^\s*\w+\??:/', '', $place)), $names, $templates) as $inner) {
						$types[] = $inner . '[]';
					}
				}
				continue;
			}
			$suffix = '';
			while (str_ends_with($part, '[]')) {
				$part = substr($part, 0, -2);
				$suffix .= '[]';
			}
			$part = preg_replace('/[<{(].*$/s', '', $part);
			$types[] = self::name($part, $names, $templates) . $suffix;
		}
		return array_values(array_unique($types));
	}

	/** @param list<string> $templates */
	private static function name(string $part, NameContext $names, array $templates): string {
		$plain = strtolower(ltrim($part, '\\'));
		$known = ['$this' => 'static', 'boolean' => 'bool', 'integer' => 'int', 'double' => 'float', 'class-string' => 'string',
			'numeric-string' => 'string', 'non-empty-string' => 'string', 'positive-int' => 'int', 'list' => 'array', 'scalar' => 'mixed'];
		if (isset($known[$plain])) {
			return $known[$plain];
		}
		if (in_array($plain, self::BUILT_IN, true)) {
			return $plain;
		}
		if (in_array($part, $templates, true) || preg_match('/^\\\\?[A-Za-z_][\w\\\\]*$/', $part) !== 1) {
			return in_array($part, $templates, true) ? $part : 'mixed';
		}
		return str_starts_with($part, '\\')
			? ltrim($part, '\\')
			: $names->getResolvedClassName(new Node\Name($part))->toString();
	}

	public static function isClass(string $type): bool {
		return !str_ends_with($type, '[]') && !in_array($type, self::BUILT_IN, true);
	}

	/** @param list<string> $types @return list<string> what iterating over them yields */
	public static function elements(array $types): array {
		return array_values(array_map(
			static fn (string $type): string => substr($type, 0, -2),
			array_filter($types, static fn (string $type): bool => str_ends_with($type, '[]')),
		));
	}
}
