<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Ocp;

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\NodeFinder;

/**
 * The types of the expressions of one method: what is declared, followed through assignments, loops and chains of calls.
 * Conditions are not followed: a variable may be everything that is ever put into it.
 */
final class Inference {
	/** A type that is none of Nextcloud's nor of the app. */
	private const ELSEWHERE = 'Elsewhere';

	/** @var array<string, list<string>> */
	private array $variables = [];

	public function __construct(
		private readonly World $world,
		private readonly Declared $class,
		private readonly Node\Stmt\ClassMethod $method,
	) {
		$finder = new NodeFinder();
		foreach ($finder->find([$method], static fn (Node $node): bool => $node instanceof Node\FunctionLike) as $function) {
			foreach ($function->getParams() as $param) {
				$said = $class->said((string)$method->getDocComment(), $param->var->name);
				$this->learn($param->var, [...Types::ofNode($param->type), ...Types::elements($said) === [] ? [] : $said]);
			}
		}
		// Twice, for what is known only after something further down.
		for ($round = 0; $round < 2; $round++) {
			foreach ($finder->find($method->stmts ?? [], static fn (Node $node): bool => true) as $node) {
				$this->read($node);
			}
		}
	}

	/** @param list<string> $types */
	private function learn(?Node $variable, array $types): void {
		if ($variable instanceof Expr\Variable && is_string($variable->name)) {
			$this->variables[$variable->name] = array_values(array_unique([...$this->variables[$variable->name] ?? [], ...$types]));
		}
	}

	private function read(Node $node): void {
		if ($node instanceof Expr\Assign && preg_match('/@var\s/', (string)$node->getDocComment()) !== 1) {
			$this->learn($node->var, $this->of($node->expr));
			foreach ($node->var instanceof Expr\List_ || $node->var instanceof Expr\Array_ ? $node->var->items : [] as $item) {
				$this->learn($item?->value, Types::elements($this->of($node->expr)));
			}
			if ($node->var instanceof Expr\ArrayDimFetch) {
				$this->learn($node->var->var, array_map(static fn (string $type): string => $type . '[]', $this->of($node->expr)));
			}
		} elseif ($node instanceof Node\Stmt\Foreach_) {
			$this->learn($node->valueVar, Types::elements($this->of($node->expr)));
		} elseif ($node instanceof Node\Stmt\Catch_) {
			$this->learn($node->var, array_map(static fn (Node\Name $name): string => $name->toString(), $node->types));
		} elseif ($node instanceof Expr\Instanceof_ && $node->class instanceof Node\Name) {
			$this->learn($node->expr, [$this->named($node->class)]);
		}
		if ($node instanceof Node\Stmt\Expression && $node->expr instanceof Expr\Assign && $node->getDocComment() !== null) {
			$this->learn($node->expr->var, Types::ofComment($node->getDocComment()->getText(), '@var', $this->class->names, []));
		}
	}

	/** The class a name refers to here. */
	public function named(Node\Name $name): string {
		return match ($name->toLowerString()) {
			'self', 'static' => $this->class->name,
			'parent' => $this->class->node instanceof Node\Stmt\Class_ && $this->class->node->extends !== null
				? $this->class->node->extends->toString() : '',
			default => $name->toString(),
		};
	}

	/** @return list<string> every type an expression may have, empty where nobody knows */
	public function of(Expr $expression): array {
		return match (true) {
			$expression instanceof Expr\Variable => $expression->name === 'this'
				? [$this->class->name]
				: (is_string($expression->name) ? $this->variables[$expression->name] ?? [] : []),
			$expression instanceof Expr\New_ => $expression->class instanceof Node\Name ? [$this->named($expression->class)] : [],
			$expression instanceof Expr\PropertyFetch, $expression instanceof Expr\NullsafePropertyFetch => $this->property($expression),
			$expression instanceof Expr\StaticPropertyFetch => $expression->class instanceof Node\Name && $expression->name instanceof Node\VarLikeIdentifier
				? $this->propertyOf([$this->named($expression->class)], $expression->name->toString()) : [],
			$expression instanceof Expr\MethodCall, $expression instanceof Expr\NullsafeMethodCall => $expression->name instanceof Node\Identifier
				? $this->returned($this->of($expression->var), $expression->name->toString(), $expression) : [],
			$expression instanceof Expr\StaticCall => $expression->class instanceof Node\Name && $expression->name instanceof Node\Identifier
				? $this->returned([$this->named($expression->class)], $expression->name->toString(), $expression) : [],
			$expression instanceof Expr\ClassConstFetch => $this->constant($expression),
			$expression instanceof Expr\Assign, $expression instanceof Expr\Clone_ => $this->of($expression->expr),
			$expression instanceof Expr\Ternary => [...$this->of($expression->if ?? $expression->cond), ...$this->of($expression->else)],
			$expression instanceof Expr\BinaryOp\Coalesce => [...array_diff($this->of($expression->left), ['null']), ...$this->of($expression->right)],
			$expression instanceof Expr\Match_ => array_merge([], ...array_map(fn (Node\MatchArm $arm): array => $this->of($arm->body), $expression->arms)),
			$expression instanceof Expr\ArrayDimFetch => Types::elements($this->of($expression->var)),
			$expression instanceof Expr\Array_ => ['array', ...array_merge([], ...array_map(
				fn (Node\ArrayItem $item): array => array_map(static fn (string $type): string => $type . '[]', $this->of($item->value)),
				$expression->items,
			))],
			$expression instanceof Expr\Closure, $expression instanceof Expr\ArrowFunction => ['Closure'],
			$expression instanceof Expr\Throw_ => [],
			$expression instanceof Node\Scalar\String_, $expression instanceof Node\Scalar\InterpolatedString,
			$expression instanceof Expr\BinaryOp\Concat, $expression instanceof Expr\Cast\String_ => ['string'],
			$expression instanceof Node\Scalar\Int_, $expression instanceof Expr\Cast\Int_ => ['int'],
			$expression instanceof Expr\Cast\Bool_, $expression instanceof Expr\BooleanNot => ['bool'],
			$expression instanceof Expr\Cast\Array_ => ['array'],
			$expression instanceof Expr\ConstFetch => in_array($expression->name->toLowerString(), ['true', 'false', 'null'], true)
				? [$expression->name->toLowerString() === 'null' ? 'null' : 'bool'] : [],
			default => [],
		};
	}

	/** @return list<string> */
	private function property(Expr\PropertyFetch|Expr\NullsafePropertyFetch $fetch): array {
		return $fetch->name instanceof Node\Identifier ? $this->propertyOf($this->of($fetch->var), $fetch->name->toString()) : [];
	}

	/** @param list<string> $classes @return list<string> */
	private function propertyOf(array $classes, string $name): array {
		$types = [];
		foreach (array_filter($classes, Types::isClass(...)) as $class) {
			foreach ($this->world->lineage($class) as $ancestor) {
				if (isset($ancestor->properties[$name])) {
					array_push($types, ...$ancestor->properties[$name]);
					break;
				}
			}
		}
		return array_values(array_unique($types));
	}

	/** @return list<string> */
	private function constant(Expr\ClassConstFetch $fetch): array {
		if (!$fetch->class instanceof Node\Name || !$fetch->name instanceof Node\Identifier) {
			return [];
		}
		if ($fetch->name->toLowerString() === 'class') {
			return ['string'];
		}
		$class = $this->named($fetch->class);
		return $this->world->find($class)?->node instanceof Node\Stmt\Enum_ ? [$class] : [];
	}

	/**
	 * What a method of any of these classes returns.
	 *
	 * @param list<string> $classes
	 * @return list<string>
	 */
	private function returned(array $classes, string $method, Expr\MethodCall|Expr\NullsafeMethodCall|Expr\StaticCall $call): array {
		$types = [];
		foreach (array_filter($classes, Types::isClass(...)) as $class) {
			if ($this->world->method($class, $method) === null && !$this->world->complete($class)) {
				// Of PHP itself, PSR or Symfony, in any case not of Nextcloud.
				$types[] = self::ELSEWHERE;
			}
			foreach ($this->world->lineage($class) as $ancestor) {
				$said = $ancestor->returns[strtolower($method)] ?? null;
				if ($said === null) {
					continue;
				}
				$native = isset($ancestor->methods[strtolower($method)]) ? Types::ofNode($ancestor->methods[strtolower($method)]->returnType) : [];
				foreach ($said ?: $native as $type) {
					array_push($types, ...$this->concrete($type, $class, $ancestor, $call));
				}
				break;
			}
			// Getters that a class answers by magic give the property.
			if (preg_match('/^get([A-Z]\w*)$/', $method, $found) === 1 && $this->world->method($class, $method) === null && $this->world->method($class, '__call') !== null) {
				array_push($types, ...$this->propertyOf([$class], lcfirst($found[1])));
			}
		}
		return array_values(array_unique($types));
	}

	/** A type as it is for this class: itself, or the type of a template parameter. @return list<string> */
	private function concrete(string $type, string $class, Declared $ancestor, Expr\CallLike $call): array {
		$suffix = str_ends_with($type, '[]') ? '[]' : '';
		$bare = $suffix === '' ? $type : substr($type, 0, -2);
		if ($bare === 'static') {
			return [$class . $suffix];
		}
		if ($bare === 'self') {
			return [$ancestor->name . $suffix];
		}
		if (str_contains($bare, '\\') || !ctype_upper($bare[0]) || class_exists($bare) || interface_exists($bare)) {
			return [$type];
		}
		if (in_array($bare, $ancestor->templates, true)) {
			foreach ($this->world->lineage($class) as $below) {
				if ($below->given !== []) {
					return array_map(static fn (string $given): string => $given . $suffix, $below->given);
				}
			}
			return [];
		}
		$first = $call->isFirstClassCallable() ? null : ($call->getArgs()[0] ?? null)?->value;
		return $first instanceof Expr\ClassConstFetch && $first->class instanceof Node\Name ? [$this->named($first->class) . $suffix] : [];
	}
}
