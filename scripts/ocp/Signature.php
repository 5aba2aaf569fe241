<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Ocp;

use PhpParser\Node;
use PhpParser\PrettyPrinter\Standard;

/** What a caller and an implementer see of a method. */
final class Signature {
	private function __construct(
		private readonly bool $static,
		private readonly bool $abstract,
		private readonly bool $final,
		private readonly string $visibility,
		/** @var list<array{name: string, types: list<string>, default: string|null, optional: bool, byRef: bool, variadic: bool}> */
		public readonly array $params,
		/** @var list<string> */
		public readonly array $returns,
	) {
	}

	public static function of(Node\Stmt\ClassMethod $method, Declared $owner): self {
		$params = [];
		foreach ($method->params as $param) {
			$types = Types::ofNode($param->type);
			$default = self::text($param->default);
			if ($types !== [] && $types !== ['mixed'] && $default === 'null') {
				$types[] = 'null';
			}
			$params[] = [
				'name' => $param->var->name,
				'types' => self::sorted($types),
				'default' => $default,
				'optional' => $param->default !== null || $param->variadic,
				'byRef' => $param->byRef,
				'variadic' => $param->variadic,
			];
		}
		return new self(
			$method->isStatic(),
			$method->isAbstract() || $owner->node instanceof Node\Stmt\Interface_,
			$method->isFinal(),
			$method->isPrivate() ? 'private' : ($method->isProtected() ? 'protected' : 'public'),
			$params,
			self::sorted(Types::ofNode($method->returnType)),
		);
	}

	/** The value of a default or a constant, written in one way. */
	public static function text(?Node\Expr $value): ?string {
		if ($value === null) {
			return null;
		}
		$printed = strtr((new Standard(['shortArraySyntax' => true]))->prettyPrintExpr($value), ['"' => "'", 'array()' => '[]', '\\\\' => '\\']);
		return in_array(strtolower($printed), ['null', 'true', 'false'], true) ? strtolower($printed) : $printed;
	}

	/** @param list<string> $types @return list<string> */
	private static function sorted(array $types): array {
		$types = array_unique($types);
		sort($types);
		return $types;
	}

	public function __toString(): string {
		$params = array_map(static fn (array $param): string => trim(implode('|', $param['types']) . ' ')
			. ($param['byRef'] ? '&' : '') . ($param['variadic'] ? '...' : '') . " \${$param['name']}"
			. ($param['default'] === null ? '' : " = {$param['default']}"), $this->params);
		return ($this->final ? 'final ' : '') . ($this->abstract ? 'abstract ' : '') . $this->visibility
			. ($this->static ? ' static' : '') . ' (' . implode(', ', $params) . ')'
			. ($this->returns === [] ? '' : ': ' . implode('|', $this->returns));
	}

	private function required(): int {
		return count(array_filter($this->params, static fn (array $param): bool => !$param['optional']));
	}

	private function most(): float {
		return array_column($this->params, 'variadic')[count($this->params) - 1] ?? false ? INF : count($this->params);
	}

	/**
	 * Whether what is called by one signature can be called by another.
	 *
	 * @return list<string> reasons why not
	 */
	public function callableAs(self $known, World $world): array {
		$faults = [];
		if ($this->static !== $known->static || $this->visibility !== $known->visibility) {
			$faults[] = "is $this";
		}
		if ($this->required() > $known->required() || $this->most() < $known->most()) {
			$faults[] = 'takes another number of arguments';
		}
		foreach ($known->params as $position => $param) {
			$there = $this->params[$position] ?? null;
			if ($there === null) {
				continue;
			}
			if ($there['name'] !== $param['name']) {
				$faults[] = "calls \${$param['name']} \${$there['name']}";
			}
			// A type that is new where there was none is a matter of each call, which is checked with its arguments.
			if ($param['types'] !== [] && !$world->accepts($there['types'], $param['types'])) {
				$faults[] = "takes another \${$param['name']}: " . implode('|', $there['types']);
			}
		}
		if ($known->returns !== [] && $this->returns !== [] && $known->returns !== ['void'] && !$world->accepts($known->returns, $this->returns)) {
			$faults[] = 'returns ' . implode('|', $this->returns);
		}
		return $faults;
	}

	/**
	 * Whether a method is compatible with the one it overrides or implements, as PHP itself requires.
	 *
	 * @return list<string> reasons why not
	 */
	public function overrides(self $parent, World $world, bool $constructor): array {
		$faults = [];
		if ($parent->final) {
			$faults[] = 'overrides a final method';
		}
		if ($this->static !== $parent->static || ($parent->visibility === 'public' && $this->visibility !== 'public')) {
			$faults[] = "is not $parent";
		}
		if ($constructor && !$parent->abstract) {
			return $faults;
		}
		if ($this->required() > $parent->required() || $this->most() < $parent->most()) {
			$faults[] = "does not take the arguments of $parent";
		}
		foreach ($parent->params as $position => $param) {
			$there = $this->params[$position] ?? null;
			if ($there !== null && $there['types'] !== [] && !$world->accepts($there['types'], $param['types'] ?: ['mixed'])) {
				$faults[] = "takes a narrower \${$there['name']}";
			}
		}
		if ($parent->returns !== [] && ($this->returns === [] || !$world->accepts($parent->returns, $this->returns))) {
			$faults[] = 'does not return ' . implode('|', $parent->returns);
		}
		return $faults;
	}

	/**
	 * Whether a call fits.
	 *
	 * @param list<array{name: string|null, types: list<string>}> $args
	 * @return list<string> reasons why not
	 */
	public function takes(array $args, bool $unpacks, World $world): array {
		$faults = [];
		$given = [];
		foreach ($args as $position => $arg) {
			$at = $arg['name'] === null
				? min($position, max(0, count($this->params) - 1))
				: array_search($arg['name'], array_column($this->params, 'name'), true);
			$param = $at === false ? null : $this->params[$at] ?? null;
			if ($param === null || ($position >= $this->most() && $arg['name'] === null)) {
				$faults[] = $arg['name'] === null ? 'has no argument ' . ($position + 1) : "has no argument {$arg['name']}";
				continue;
			}
			$given[] = $param['name'];
			// Only what no value of the argument can be is a fault: conditions on the way are not followed.
			$certain = array_filter($arg['types'], static fn (string $type): bool => $type !== 'null' && $type !== 'mixed');
			if ($certain !== [] && !in_array('mixed', $arg['types'], true)
				&& array_filter($certain, static fn (string $type): bool => $world->accepts($param['types'], [$type])) === []
				&& array_filter($certain, static fn (string $type): bool => Types::isClass($type) && !$world->complete($type)) === []) {
				$faults[] = "takes no " . implode('|', $certain) . " as \${$param['name']}";
			}
		}
		foreach ($unpacks ? [] : $this->params as $param) {
			if (!$param['optional'] && !in_array($param['name'], $given, true)) {
				$faults[] = "needs \${$param['name']}";
			}
		}
		return $faults;
	}
}
