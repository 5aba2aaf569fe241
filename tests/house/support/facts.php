<?php

/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

declare(strict_types=1);

// Prints what the checks in tests/house need to know about PHP files, as JSON: php facts.php < (list of files, one a line).

(require __DIR__ . '/../../../scripts/lib/libraries.php')('PhpParser');

use PhpParser\Node;
use PhpParser\NodeFinder;
use PhpParser\NodeTraverser;
use PhpParser\NodeVisitor\NameResolver;
use PhpParser\ParserFactory;
use PhpParser\PhpVersion;

/** Functions that PHP 8.2 does not have. */
const NEWER_FUNCTIONS = [
	'array_all', 'array_any', 'array_find', 'array_find_key', 'array_first', 'array_last', 'bcceil', 'bcdivmod', 'bcfloor',
	'bcround', 'fpow', 'get_error_handler', 'get_exception_handler', 'grapheme_str_split', 'http_clear_last_response_headers',
	'http_get_last_response_headers', 'json_validate', 'mb_lcfirst', 'mb_ltrim', 'mb_rtrim', 'mb_str_pad', 'mb_trim',
	'mb_ucfirst', 'request_parse_body', 'str_decrement', 'str_increment', 'stream_context_set_options',
];

const NO_FACTS = ['names' => [], 'calls' => [], 'routes' => [], 'newer' => [], 'dollars' => [], 'groupedUse' => false, 'patterns' => [], 'constants' => []];

/** Placeholder for an unknown part of a pattern. */
const SOMETHING = 'xyz';

/** What of this node PHP 8.2 would not read, or null. */
function newerThan82(Node $node): ?string {
	return match (true) {
		$node instanceof Node\Stmt\ClassConst && $node->type !== null => 'typed constant',
		$node instanceof Node\Expr\ClassConstFetch && $node->name instanceof Node\Expr => 'dynamic constant',
		$node instanceof Node\Stmt\Class_ && $node->isAnonymous() && $node->isReadonly() => 'readonly anonymous class',
		($node instanceof Node\Stmt\Property || $node instanceof Node\Param) && $node->hooks !== [] => 'property hook',
		$node instanceof Node\Stmt\Property && $node->isFinal() => 'final property',
		($node instanceof Node\Expr\MethodCall || $node instanceof Node\Expr\PropertyFetch)
			&& $node->var instanceof Node\Expr\New_
			&& $node->var->getStartFilePos() === $node->getStartFilePos() => 'new without parentheses',
		$node instanceof Node\StaticVar && $node->default instanceof Node\Expr\CallLike => 'static variable set by a call',
		$node instanceof Node\Expr\BinaryOp\Pipe => 'pipe',
		$node instanceof Node\Expr\FuncCall && $node->name instanceof Node\Name
			&& in_array($node->name->toLowerString(), NEWER_FUNCTIONS, true) => 'function ' . $node->name->toString(),
		default => null,
	};
}

/** The text of a string literal, also of several joined by dots; null for anything else. */
function literal(?Node $node): ?string {
	if ($node instanceof Node\Expr\BinaryOp\Concat) {
		$left = literal($node->left);
		$right = literal($node->right);
		return $left === null || $right === null ? null : $left . $right;
	}
	return $node instanceof Node\Scalar\String_ ? $node->value : null;
}

/** Whether it is a regular expression whose `$` lets a line end after what it ends, which `\z` and the modifier D do not. */
function endsLoosely(string $text): bool {
	if (preg_match('/^([\/#~@%]).+\1([a-zA-Z]*)\z/s', $text, $found) !== 1 || preg_match('/[Dm]/', $found[2]) === 1) {
		return false;
	}
	$pattern = substr($text, 1, -1 - strlen($found[2]));
	return str_contains((string)preg_replace('/\\\\.|\[\^?\]?(?:\\\\.|[^\]])*\]/s', '', $pattern), '$');
}

/** @param Node\Arg[] $args */
function argument(array $args, int $position, string $name): ?Node {
	foreach ($args as $index => $arg) {
		if ($arg->name?->toString() === $name || ($arg->name === null && $index === $position)) {
			return $arg->value;
		}
	}
	return null;
}

/** Facts about one method call, or null where the checks have no question. */
function callFacts(Node\Expr\MethodCall|Node\Expr\NullsafeMethodCall $call): ?array {
	if (!$call->name instanceof Node\Identifier || $call->isFirstClassCallable()) {
		return null;
	}
	$args = $call->getArgs();
	$texts = match ($call->name->toString()) {
		't' => ['text' => literal($args[0]->value ?? null)],
		'n' => ['text' => literal($args[0]->value ?? null), 'plural' => literal($args[1]->value ?? null)],
		'createTable' => ['text' => literal($args[0]->value ?? null)],
		'addIndex', 'addUniqueIndex' => ['text' => literal(argument($args, 1, 'indexName'))],
		'getQueryBuilder', 'executeQuery', 'executeStatement', 'beginTransaction' => [],
		default => null,
	};
	return $texts === null ? null : ['method' => $call->name->toString(), 'line' => $call->getStartLine(), ...$texts];
}

/** A route attribute of a controller's method: its kind, verb and URL. */
function routes(Node\Stmt\ClassMethod $method): array {
	$found = [];
	foreach ($method->attrGroups as $group) {
		foreach ($group->attrs as $attribute) {
			$kind = $attribute->name->getLast();
			if ($kind === 'ApiRoute' || $kind === 'FrontpageRoute') {
				$found[] = [
					'kind' => $kind,
					'method' => $method->name->toString(),
					'verb' => literal(argument($attribute->args, 0, 'verb')),
					'url' => literal(argument($attribute->args, 1, 'url')),
				];
			}
		}
	}
	return $found;
}

/** A text with unknown parts, each replaced by a word. */
function roughly(Node $node): string {
	return match (true) {
		$node instanceof Node\Expr\BinaryOp\Concat => roughly($node->left) . roughly($node->right),
		$node instanceof Node\Scalar\InterpolatedString => implode('', array_map(static fn (Node $part): string => $part instanceof Node\InterpolatedStringPart ? $part->value : SOMETHING, $node->parts)),
		$node instanceof Node\Scalar\String_ => $node->value,
		default => SOMETHING,
	};
}

/**
 * The regular expressions a method holds: those given to functions, and those made of pieces.
 *
 * @return list<array{line: int, text?: string, constant?: string, by?: string, maker?: string}> text: as it is; constant: by its full name; by: made by this method
 */
function patterns(?string $class, ?string $method, Node $node): array {
	if ($node instanceof Node\Expr\FuncCall && $node->name instanceof Node\Name && str_starts_with($node->name->toLowerString(), 'preg_') && !in_array($node->name->toLowerString(), ['preg_quote', 'preg_last_error', 'preg_last_error_msg'], true)) {
		$given = argument($node->args, 0, 'pattern');
		$all = $given instanceof Node\Expr\Array_ ? array_map(static fn (Node\ArrayItem $item): Node => $item->value, $given->items) : [$given];
		return array_map(static fn (?Node $one): array => ['line' => $node->getStartLine()] + match (true) {
			literal($one) !== null => ['text' => literal($one)],
			$one instanceof Node\Expr\ClassConstFetch && $one->class instanceof Node\Name && $one->name instanceof Node\Identifier => ['constant' => (in_array($one->class->toString(), ['self', 'static'], true) ? $class : $one->class->toString()) . '::' . $one->name->toString()],
			($one instanceof Node\Expr\StaticCall || $one instanceof Node\Expr\MethodCall) && $one->name instanceof Node\Identifier => ['by' => $one->name->toString()],
			default => [],
		}, $all);
	}
	$made = $node instanceof Node\Expr\BinaryOp\Concat || $node instanceof Node\Scalar\InterpolatedString ? roughly($node) : '';
	return literal($node) === null && preg_match('#^([/~\#])\S.*\1[a-zA-Z]*\z#s', $made) === 1 && preg_match('/[\[(\\\\]/', $made) === 1
		? [['line' => $node->getStartLine(), 'text' => $made, 'maker' => (string)$method]]
		: [];
}

/** @return array<string, string> texts a class names, by their full names */
function constants(Node\Stmt\ClassLike $class): array {
	$found = [];
	foreach ($class->getConstants() as $group) {
		foreach ($group->consts as $constant) {
			if (literal($constant->value) !== null) {
				$found["{$class->namespacedName}::{$constant->name}"] = literal($constant->value);
			}
		}
	}
	return $found;
}

function facts(string $code): array {
	$ast = (new ParserFactory())->createForVersion(PhpVersion::fromString('8.2'))->parse($code);
	$traverser = new NodeTraverser(new NameResolver());
	$ast = $traverser->traverse($ast);
	$facts = NO_FACTS;
	foreach ((new NodeFinder())->findInstanceOf($ast, Node::class) as $node) {
		$line = $node->getStartLine();
		if ($node instanceof Node\Name\FullyQualified) {
			$facts['names'][] = ['name' => $node->toString(), 'line' => $line];
		} elseif ($node instanceof Node\Stmt\GroupUse) {
			$facts['groupedUse'] = true;
		} elseif ($node instanceof Node\UseItem) {
			$facts['names'][] = ['name' => $node->name->toString(), 'line' => $line];
		} elseif ($node instanceof Node\Expr\MethodCall || $node instanceof Node\Expr\NullsafeMethodCall) {
			$call = callFacts($node);
			if ($call !== null) {
				$facts['calls'][] = $call;
			}
		} elseif ($node instanceof Node\Scalar\String_ && endsLoosely($node->value)) {
			$facts['dollars'][] = ['text' => $node->value, 'line' => $line];
		} elseif ($node instanceof Node\Scalar\InterpolatedString) {
			// The interpolated values do not matter here.
			$text = implode('x', array_map(static fn (Node $part): string => $part instanceof Node\InterpolatedStringPart ? $part->value : '', $node->parts));
			if (endsLoosely($text)) {
				$facts['dollars'][] = ['text' => $text, 'line' => $line];
			}
		} elseif ($node instanceof Node\Stmt\ClassMethod) {
			array_push($facts['routes'], ...routes($node));
		}
		if ($node instanceof Node\Stmt\ClassLike && $node->name !== null) {
			$facts['constants'] += constants($node);
			foreach ($node->getMethods() as $method) {
				foreach ((new NodeFinder())->findInstanceOf($method, Node::class) as $within) {
					array_push($facts['patterns'], ...patterns((string)$node->namespacedName, $method->name->toString(), $within));
				}
			}
		}
		$newer = newerThan82($node);
		if ($newer !== null) {
			$facts['newer'][] = ['what' => $newer, 'line' => $line];
		}
	}
	return $facts;
}

$all = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $path) {
	try {
		$all[$path] = facts(file_get_contents($path));
	} catch (PhpParser\Error $error) {
		$all[$path] = ['newer' => [['what' => $error->getRawMessage(), 'line' => $error->getStartLine()]]] + NO_FACTS;
	}
}
echo json_encode($all, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
