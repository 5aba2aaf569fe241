<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Ocp;

use PhpParser\NameContext;
use PhpParser\Node;

/** One class, interface, trait or enum as its file declares it. */
final class Declared {
	/** @var array<string, Node\Stmt\ClassMethod> by lower-case name */
	public array $methods = [];
	/** @var array<string, Node\Expr|null> value by name; null for a case without one */
	public array $constants = [];
	/** @var array<string, list<string>> types by name */
	public array $properties = [];
	/** @var array<string, list<string>> what the comment says a method returns, by lower-case name */
	public array $returns = [];
	/** @var list<string> */
	public array $parents = [];
	/** @var list<string> */
	public array $traits = [];

	/** @var array<string, string> methods of its traits by the names it gives them */
	public array $aliases = [];
	/** @var list<string> names of its template parameters */
	public array $templates = [];
	/** @var list<string> what it gives for its parent's template parameters */
	public array $given = [];

	public function __construct(
		public readonly string $name,
		public readonly string $file,
		public readonly Node\Stmt\ClassLike $node,
		public readonly NameContext $names,
	) {
		$comment = (string)$node->getDocComment();
		preg_match_all('/@(?:psalm-|phpstan-)?template(?:-covariant)?\s+(\w+)/', $comment, $found);
		$this->templates = $found[1];
		if (preg_match('/@(?:template-)?extends\s+[\w\\\\]+<([\w\\\\]+)>/', $comment, $found) === 1) {
			$this->given = Types::ofComment("@is {$found[1]}", '@is', $names, []);
		}
		$this->parents = array_map(static fn (Node\Name $name): string => $name->toString(), match (true) {
			$node instanceof Node\Stmt\Class_ => [...($node->extends === null ? [] : [$node->extends]), ...$node->implements],
			$node instanceof Node\Stmt\Interface_ => $node->extends,
			$node instanceof Node\Stmt\Enum_ => $node->implements,
			default => [],
		});
		foreach ($node->stmts as $statement) {
			$this->add($statement);
		}
		preg_match_all('/@method\s+\S+\s+(\w+)\(/', $comment, $found);
		foreach ($found[1] as $magic) {
			$this->returns[strtolower($magic)] = Types::ofComment(preg_replace("/@method\\s+(\\S+)\\s+$magic\\(/", '@magic $1 ', $comment, 1), '@magic', $names, []);
		}
	}

	private function add(Node\Stmt $statement): void {
		if ($statement instanceof Node\Stmt\ClassMethod) {
			$this->addMethod($statement);
		} elseif ($statement instanceof Node\Stmt\ClassConst) {
			foreach ($statement->consts as $constant) {
				$this->constants[$constant->name->toString()] = $constant->value;
			}
		} elseif ($statement instanceof Node\Stmt\EnumCase) {
			$this->constants[$statement->name->toString()] = $statement->expr;
		} elseif ($statement instanceof Node\Stmt\TraitUse) {
			foreach ($statement->traits as $trait) {
				$this->traits[] = $trait->toString();
			}
			foreach ($statement->adaptations as $adaptation) {
				if ($adaptation instanceof Node\Stmt\TraitUseAdaptation\Alias && $adaptation->newName !== null) {
					$this->aliases[$adaptation->newName->toLowerString()] = $adaptation->method->toString();
				}
			}
		} elseif ($statement instanceof Node\Stmt\Property) {
			foreach ($statement->props as $property) {
				$types = Types::ofComment((string)$statement->getDocComment(), '@var', $this->names, $this->templates);
				$this->properties[$property->name->toString()] = $types ?: Types::ofNode($statement->type);
			}
		}
	}

	private function addMethod(Node\Stmt\ClassMethod $method): void {
		$key = $method->name->toLowerString();
		$comment = (string)$method->getDocComment();
		preg_match_all('/@(?:psalm-|phpstan-)?template\s+(\w+)/', $comment, $found);
		$this->methods[$key] = $method;
		$this->returns[$key] = Types::ofComment($comment, '@return', $this->names, [...$this->templates, ...$found[1]]);
		foreach ($method->params as $param) {
			if ($param->flags !== 0) {
				$said = Types::ofComment($comment, '@param', $this->names, []);
				$native = Types::ofNode($param->type);
				$this->properties[$param->var->name] = $native === ['array'] ? $this->parameter($comment, $param->var->name, $said) : $native;
			}
		}
	}

	/** @return list<string> */
	private function parameter(string $comment, string $name, array $otherwise): array {
		return preg_match('/@param\s+(.+?)\s+(?:\.\.\.)?\$' . $name . '\b/', $comment, $found) === 1
			? Types::ofComment("@is {$found[1]}", '@is', $this->names, $this->templates)
			: $otherwise;
	}

	/** @return list<string> what the comment says about a parameter */
	public function said(string $comment, string $parameter): array {
		return $this->parameter($comment, $parameter, []);
	}
}
