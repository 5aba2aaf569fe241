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

/** Whether what the app calls, implements and names of Nextcloud is there. */
final class UseCheck {
	/** @var list<string> */
	public array $faults = [];
	/** @var list<string> calls on something whose type nobody knows */
	public array $unresolved = [];
	/** @var array<string, true> classes of Nextcloud the app names */
	public array $classes = [];
	public int $calls = 0;
	public int $signatures = 0;

	/** @param list<string> $newer classes that this version of Nextcloud may not have yet */
	public function __construct(private readonly World $world, private readonly array $newer = []) {
	}

	public function check(Declared $class): void {
		$this->checkNames($class);
		$this->checkOverrides($class);
		foreach ($class->methods as $method) {
			$inference = new Inference($this->world, $class, $method);
			foreach ((new NodeFinder())->find([$method], static fn (Node $node): bool => true) as $node) {
				$this->checkNode($class, $inference, $node);
			}
		}
		foreach ($class->node->attrGroups as $group) {
			$this->checkAttributes($class, $group, null);
		}
	}

	private function fault(Declared $class, Node $node, string $what): void {
		$this->faults[] = basename(dirname($class->file)) . '/' . basename($class->file) . ':' . $node->getStartLine() . ' ' . $what;
	}

	private static function isTheirs(string $class): bool {
		return str_starts_with($class, 'OCP\\');
	}

	private function checkNames(Declared $class): void {
		foreach ((new NodeFinder())->findInstanceOf([$class->node], Node\Name\FullyQualified::class) as $name) {
			$text = $name->toString();
			if (self::isTheirs($text)) {
				$this->classes[$text] = true;
				if ($this->world->find($text) === null && !in_array($text, $this->newer, true)) {
					$this->fault($class, $name, "$text is missing");
				}
			}
		}
	}

	private function checkOverrides(Declared $class): void {
		foreach ($this->world->lineage($class->name) as $ancestor) {
			foreach (self::isTheirs($ancestor->name) ? $ancestor->methods : [] as $key => $parent) {
				$found = $this->world->method($class->name, $parent->name->toString());
				$signature = Signature::of($parent, $ancestor);
				if ($parent->isAbstract() || $ancestor->node instanceof Node\Stmt\Interface_) {
					$missing = $found === null || $found[1] === $parent;
					if ($missing && $class->node instanceof Node\Stmt\Class_ && !$class->node->isAbstract()) {
						$this->fault($class, $class->node, "does not implement {$ancestor->name}::{$parent->name}");
					}
				}
				if ($found !== null && $found[0] === $class && !$parent->isPrivate()) {
					$this->signatures++;
					foreach (Signature::of($found[1], $class)->overrides($signature, $this->world, $key === '__construct') as $what) {
						$this->fault($class, $found[1], "{$parent->name}() $what ({$ancestor->name})");
					}
				}
			}
		}
	}

	private function checkNode(Declared $class, Inference $inference, Node $node): void {
		if ($node instanceof Expr\MethodCall || $node instanceof Expr\NullsafeMethodCall) {
			if ($node->name instanceof Node\Identifier) {
				$this->checkCall($class, $inference, $node, $inference->of($node->var), $node->name->toString());
			}
		} elseif ($node instanceof Expr\StaticCall && $node->class instanceof Node\Name && $node->name instanceof Node\Identifier) {
			$this->checkCall($class, $inference, $node, [$inference->named($node->class)], $node->name->toString());
		} elseif ($node instanceof Expr\New_ && $node->class instanceof Node\Name) {
			$this->checkNew($class, $node, $inference->named($node->class), $node->args, $inference);
		} elseif ($node instanceof Expr\ClassConstFetch && $node->class instanceof Node\Name && $node->name instanceof Node\Identifier) {
			$named = $inference->named($node->class);
			if ($this->world->find($named) !== null && $node->name->toLowerString() !== 'class' && $this->world->complete($named)
				&& !$this->world->hasConstant($named, $node->name->toString())) {
				$this->fault($class, $node, "$named::{$node->name} is missing");
			}
		} elseif ($node instanceof Node\AttributeGroup) {
			$this->checkAttributes($class, $node, $inference);
		}
	}

	private function checkAttributes(Declared $class, Node\AttributeGroup $group, ?Inference $inference): void {
		foreach ($group->attrs as $attribute) {
			$this->checkNew($class, $attribute, $attribute->name->toString(), $attribute->args, $inference);
		}
	}

	/** @param list<string> $types of what the method is called on */
	private function checkCall(Declared $class, Inference $inference, Expr\CallLike $call, array $types, string $method): void {
		$classes = array_values(array_filter($types, Types::isClass(...)));
		if ($classes === []) {
			$this->unresolved[] = basename($class->file) . ':' . $call->getStartLine() . " ->$method()";
			return;
		}
		$faults = [];
		$fits = false;
		foreach ($classes as $type) {
			$found = $this->world->method($type, $method);
			if ($found === null) {
				$silent = !$this->world->knows($type) || !$this->world->complete($type) || $this->world->method($type, '__call') !== null
					|| in_array($method, ['cases', 'from', 'tryFrom'], true);
				$fits = $fits || $silent;
				$faults[] = "$type has no $method()";
			} elseif (self::isTheirs($found[0]->name)) {
				$wrong = $this->arguments($inference, $call, Signature::of($found[1], $found[0]));
				$fits = $fits || $wrong === [];
				array_push($faults, ...array_map(static fn (string $what): string => "{$found[0]->name}::$method() $what", $wrong));
				$this->calls++;
			} else {
				$fits = true;
			}
		}
		if (!$fits) {
			foreach (array_unique($faults) as $what) {
				$this->fault($class, $call, $what);
			}
		}
	}

	/** @param array<Node\Arg|Node\VariadicPlaceholder> $args */
	private function checkNew(Declared $class, Node $node, string $type, array $args, ?Inference $inference): void {
		$found = self::isTheirs($type) ? $this->world->method($type, '__construct') : null;
		if ($found === null || !self::isTheirs($found[0]->name)) {
			return;
		}
		$this->calls++;
		$call = new Expr\New_(new Node\Name\FullyQualified($type), $args);
		foreach ($this->arguments($inference, $call, Signature::of($found[1], $found[0])) as $what) {
			$this->fault($class, $node, "new $type $what");
		}
	}

	/** @return list<string> */
	private function arguments(?Inference $inference, Expr\CallLike $call, Signature $signature): array {
		if ($call->isFirstClassCallable()) {
			return [];
		}
		$unpacks = false;
		$args = [];
		foreach ($call->getArgs() as $arg) {
			$unpacks = $unpacks || $arg->unpack;
			if (!$arg->unpack) {
				$args[] = ['name' => $arg->name?->toString(), 'types' => $inference?->of($arg->value) ?? []];
			}
		}
		return $signature->takes($args, $unpacks, $this->world);
	}
}
