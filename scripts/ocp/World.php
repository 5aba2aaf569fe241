<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Ocp;

use PhpParser\Node;
use PhpParser\NodeTraverser;
use PhpParser\NodeVisitor\NameResolver;
use PhpParser\NodeVisitorAbstract;
use PhpParser\ParserFactory;

/** The classes found in some folders, read when they are asked for. */
final class World {
	/** @var array<string, Declared|null> */
	private array $read = [];

	/** @param array<string, string> $roots folder by namespace */
	public function __construct(private readonly array $roots) {
	}

	public function find(string $class): ?Declared {
		if (!array_key_exists($class, $this->read)) {
			$this->read[$class] = null;
			foreach ($this->roots as $namespace => $folder) {
				$file = $folder . '/' . str_replace('\\', '/', substr($class, strlen($namespace))) . '.php';
				if (str_starts_with($class, $namespace) && is_file($file)) {
					$this->readFile($file);
				}
			}
		}
		return $this->read[$class];
	}

	/** Whether a class belongs to one of the folders, even if it does not exist. */
	public function knows(string $class): bool {
		foreach (array_keys($this->roots) as $namespace) {
			if (str_starts_with($class, $namespace)) {
				return true;
			}
		}
		return false;
	}

	/** @return list<Declared> every class of a folder */
	public function all(string $folder): array {
		$found = [];
		$files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS));
		$paths = array_filter(array_map(strval(...), iterator_to_array($files, false)), static fn (string $path): bool => str_ends_with($path, '.php'));
		sort($paths);
		foreach ($paths as $path) {
			array_push($found, ...$this->readFile($path));
		}
		return $found;
	}

	/** @return list<Declared> */
	private function readFile(string $file): array {
		$found = [];
		$resolver = new NameResolver();
		$collector = new class($resolver, $file, $found) extends NodeVisitorAbstract {
			public function __construct(private NameResolver $resolver, private string $file, private array &$found) {
			}

			public function leaveNode(Node $node): null {
				if ($node instanceof Node\Stmt\ClassLike && $node->namespacedName !== null) {
					$this->found[] = new Declared($node->namespacedName->toString(), $this->file, $node, clone $this->resolver->getNameContext());
				}
				return null;
			}
		};
		$ast = (new ParserFactory())->createForNewestSupportedVersion()->parse(file_get_contents($file));
		(new NodeTraverser($resolver, $collector))->traverse($ast);
		foreach ($found as $class) {
			$this->read[$class->name] = $class;
		}
		return $found;
	}

	/** @return \Generator<Declared> a class and everything it inherits from, nearest first, as far as the folders go */
	public function lineage(string $class): \Generator {
		$declared = $this->find($class);
		if ($declared !== null) {
			yield $declared;
			foreach ([...$declared->traits, ...$declared->parents] as $parent) {
				yield from $this->lineage($parent);
			}
		}
	}

	/** Whether everything a class inherits from is in the folders: else nobody can say what it lacks. */
	public function complete(string $class): bool {
		foreach ($this->lineage($class) as $ancestor) {
			foreach ([...$ancestor->traits, ...$ancestor->parents] as $parent) {
				if ($this->find($parent) === null && !in_array($parent, ['Throwable', 'Exception', 'JsonSerializable', 'Countable', 'ArrayAccess', 'IteratorAggregate', 'Traversable'], true)) {
					return false;
				}
			}
		}
		return $this->find($class) !== null;
	}

	/** @return array{Declared, Node\Stmt\ClassMethod}|null the method as the nearest ancestor declares it */
	public function method(string $class, string $name): ?array {
		foreach ($this->lineage($class) as $ancestor) {
			$method = $ancestor->methods[strtolower($name)] ?? null;
			if ($method !== null) {
				return [$ancestor, $method];
			}
			$alias = $ancestor->aliases[strtolower($name)] ?? null;
			foreach ($alias === null ? [] : $ancestor->traits as $trait) {
				$found = $this->method($trait, $alias);
				if ($found !== null) {
					return $found;
				}
			}
		}
		return null;
	}

	public function hasConstant(string $class, string $name): bool {
		foreach ($this->lineage($class) as $ancestor) {
			if (array_key_exists($name, $ancestor->constants)) {
				return true;
			}
		}
		return false;
	}

	public function isA(string $class, string $ancestor): bool {
		foreach ($this->lineage($class) as $found) {
			if ($found->name === $ancestor || in_array($ancestor, $found->parents, true)) {
				return true;
			}
		}
		return $class === $ancestor;
	}

	/**
	 * Whether everything of the narrow type fits the wide one. Nothing written down is anything.
	 *
	 * @param list<string> $wide
	 * @param list<string> $narrow
	 */
	public function accepts(array $wide, array $narrow): bool {
		if ($wide === [] || in_array('mixed', $wide, true)) {
			return true;
		}
		foreach ($narrow as $type) {
			$fits = in_array($type, $wide, true)
				|| (str_ends_with($type, '[]') && array_intersect(['array', 'iterable'], $wide) !== [])
				|| (in_array($type, ['true', 'false'], true) && in_array('bool', $wide, true))
				|| ($type === 'int' && in_array('float', $wide, true))
				|| ($type === 'array' && in_array('iterable', $wide, true))
				|| ($type === 'Closure' && in_array('callable', $wide, true))
				|| ($type === 'static' && in_array('self', $wide, true))
				|| (Types::isClass($type) && in_array('object', $wide, true));
			foreach ($fits ? [] : array_filter($wide, Types::isClass(...)) as $class) {
				$fits = $fits || $this->isA($type, $class);
			}
			if (!$fits) {
				return false;
			}
		}
		return $narrow !== [];
	}
}
