<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Mutants;

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\Node\Expr\BinaryOp;
use PhpParser\Node\Stmt;
use PhpParser\NodeVisitor;
use PhpParser\NodeVisitorAbstract;

/** Collects the mutants of a PHP file: each is one small edit of its text. The operators are those of script.mjs. */
class Mutator extends NodeVisitorAbstract {
	private const SWAPS = [
		BinaryOp\Smaller::class => ['boundary', '<', '<='],
		BinaryOp\SmallerOrEqual::class => ['boundary', '<=', '<'],
		BinaryOp\Greater::class => ['boundary', '>', '>='],
		BinaryOp\GreaterOrEqual::class => ['boundary', '>=', '>'],
		BinaryOp\Identical::class => ['equality', '===', '!=='],
		BinaryOp\NotIdentical::class => ['equality', '!==', '==='],
		BinaryOp\Equal::class => ['equality', '==', '!='],
		BinaryOp\NotEqual::class => ['equality', '!=', '=='],
		BinaryOp\BooleanAnd::class => ['logic', '&&', '||'],
		BinaryOp\BooleanOr::class => ['logic', '||', '&&'],
		BinaryOp\Plus::class => ['arithmetic', '+', '-'],
		BinaryOp\Minus::class => ['arithmetic', '-', '+'],
	];

	/** Items of a list that is data. */
	private const LONG = 12;

	/** @var list<array{operator: string, start: int, end: int, text: string, line: int, within: string}> offsets in bytes */
	public array $mutants = [];

	/** @var list<Stmt\ClassMethod|Stmt\Function_|Expr\Closure> the functions around the node */
	private array $functions = [];

	public function __construct(
		private readonly string $code,
	) {
	}

	public function enterNode(Node $node): ?int {
		if ($node instanceof Node\AttributeGroup || $node instanceof Stmt\Declare_ || $node instanceof Stmt\Use_) {
			return NodeVisitor::DONT_TRAVERSE_CHILDREN;
		}
		if ($node instanceof Stmt\ClassMethod || $node instanceof Stmt\Function_ || $node instanceof Expr\Closure) {
			$this->functions[] = $node;
			$this->early($node);
		}
		match (true) {
			isset(self::SWAPS[$node::class]) => $this->swap($node),
			$node instanceof Stmt\If_, $node instanceof Stmt\ElseIf_, $node instanceof Stmt\While_ => $this->negate($node->cond),
			$node instanceof Expr\Ternary => $this->negate($node->cond),
			$node instanceof Expr\BooleanNot => $this->replace('negation', $node, $this->text($node->expr)),
			$node instanceof Expr\ConstFetch => $this->flip($node),
			$node instanceof Node\Scalar\Int_ => $this->nudge($node),
			$node instanceof Expr\Array_ => $this->shorten($node),
			$node instanceof Stmt\Return_ => $this->answer($node),
			$node instanceof Stmt\Expression => $this->drop($node),
			$node instanceof BinaryOp\Coalesce => $node->right instanceof Expr\Throw_ ? null : $this->replace('fallback', $node, $this->text($node->right)),
			default => null,
		};
		return null;
	}

	public function leaveNode(Node $node): null {
		if ($node === end($this->functions)) {
			array_pop($this->functions);
		}
		return null;
	}

	private function swap(BinaryOp $node): void {
		[$operator, $from, $to] = self::SWAPS[$node::class];
		// Comments may hold the sign too: it is the last before the right side.
		$from_ = $node->left->getEndFilePos() + 1;
		$between = substr($this->code, $from_, $node->right->getStartFilePos() - $from_);
		$place = strrpos($between, $from);
		if ($place !== false) {
			$this->add($operator, $from_ + $place, $from_ + $place + strlen($from), $to, $node);
		}
	}

	private function negate(Expr $condition): void {
		// Comparisons and negations have mutants of their own that say the same.
		if (!$condition instanceof Expr\BooleanNot && !in_array(self::SWAPS[$condition::class][0] ?? '', ['equality'], true)) {
			$this->replace('negation', $condition, "!({$this->text($condition)})");
		}
	}

	private function flip(Expr\ConstFetch $node): void {
		$to = ['true' => 'false', 'false' => 'true'][$node->name->toLowerString()] ?? null;
		if ($to !== null) {
			$this->replace('boolean', $node, $to);
		}
	}

	private function nudge(Node\Scalar\Int_ $node): void {
		$this->replace('constant', $node, (string)($node->value + 1));
		if ($node->value > 0) {
			$this->replace('constant', $node, (string)($node->value - 1));
		}
	}

	private function shorten(Expr\Array_ $node): void {
		// A long list of words is data: no test says each of them.
		$literals = array_filter($node->items, static fn (?Node\ArrayItem $item): bool => $item?->value instanceof Node\Scalar);
		if (count($node->items) > self::LONG && count($literals) === count($node->items)) {
			return;
		}
		foreach ($node->items as $place => $item) {
			// Where an array is a list of variables to assign, one item less is no mutant.
			if ($item === null || $item->value instanceof Expr\Variable && !isset($item->key) && $this->isFilled($node)) {
				continue;
			}
			// With the comma behind it; the last one with that before it, for one more may follow.
			$next = $node->items[$place + 1] ?? null;
			$last = $next === null ? $node->items[$place - 1] ?? null : null;
			$start = $last === null ? $item->getStartFilePos() : $last->getEndFilePos() + 1;
			$this->add('item', $start, $next === null ? $item->getEndFilePos() + 1 : $next->getStartFilePos(), '', $item);
		}
	}

	private function isFilled(Expr\Array_ $node): bool {
		return preg_match('/^\s*(=(?![=>])|\)\s*\{)/', substr($this->code, $node->getEndFilePos() + 1, 40)) === 1;
	}

	private function answer(Stmt\Return_ $node): void {
		$given = $node->expr;
		$function = end($this->functions) ?: null;
		$type = $function?->returnType;
		$name = $type instanceof Node\Identifier ? $type->toLowerString() : null;
		$to = match (true) {
			$given === null => null,
			$type instanceof Node\NullableType => 'null',
			$name === 'array' => '[]',
			$name === 'string' => "''",
			$name === 'int' => "1 + ({$this->text($given)})",
			$name === 'bool' => "!({$this->text($given)})",
			default => null,
		};
		$already = $given === null ? '' : strtolower($this->text($given));
		if ($to !== null && $already !== $to && !in_array($already, ['true', 'false'], true) && !$given instanceof Expr\BooleanNot && !$given instanceof Node\Scalar\Int_) {
			$this->replace('return', $given, $to);
		}
	}

	private function drop(Stmt\Expression $node): void {
		$does = $node->expr;
		$what = match (true) {
			$does instanceof Expr\Throw_ => 'throw',
			$does instanceof Expr\MethodCall, $does instanceof Expr\StaticCall, $does instanceof Expr\FuncCall, $does instanceof Expr\NullsafeMethodCall => 'call',
			$does instanceof Expr\Assign && $does->var instanceof Expr\PropertyFetch => 'statement',
			$does instanceof Expr\Assign && $does->var instanceof Expr\ArrayDimFetch => 'statement',
			default => null,
		};
		$constructor = end($this->functions);
		if ($what !== null && !($constructor instanceof Stmt\ClassMethod && $constructor->name->toLowerString() === '__construct')) {
			$this->replace($what, $node, ';');
		}
	}

	private function early(Stmt\ClassMethod|Stmt\Function_|Expr\Closure $node): void {
		$type = $node->returnType;
		if ($type instanceof Node\Identifier && $type->toLowerString() === 'void' && count($node->stmts ?? []) > 1) {
			$first = $node->stmts[0]->getStartFilePos();
			$this->add('early return', $first, $first, 'return; ', $node->stmts[0]);
		}
	}

	private function replace(string $operator, Node $node, string $text): void {
		$this->add($operator, $node->getStartFilePos(), $node->getEndFilePos() + 1, $text, $node);
	}

	private function add(string $operator, int $start, int $end, string $text, Node $node): void {
		$methods = array_filter($this->functions, static fn (Node $function): bool => !$function instanceof Expr\Closure);
		$within = $methods === [] ? '' : reset($methods)->name->toString();
		$line = 1 + substr_count($this->code, "\n", 0, $start);
		$this->mutants[] = compact('operator', 'start', 'end', 'text', 'line', 'within');
	}

	private function text(Node $node): string {
		return substr($this->code, $node->getStartFilePos(), $node->getEndFilePos() + 1 - $node->getStartFilePos());
	}
}
