<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Psr\Container\ContainerInterface;
use ReflectionClass;
use ReflectionNamedType;
use ReflectionParameter;

/** Makes services by the types of their constructors' parameters; each is made once. */
class Container implements ContainerInterface {
	/** @var array<string, mixed> */
	private array $made = [];

	/** @var array<string, callable(ContainerInterface): mixed> */
	private array $factories = [];

	/** @var array<class-string, list<array{?string, ReflectionParameter}>> of constructors, and what they are a class of: the same for every request of a test */
	private static array $parameters = [];

	/** @param array<string, string> $aliases classes by interface */
	public function __construct(
		private readonly array $aliases = [],
	) {
		$this->made = [ContainerInterface::class => $this, self::class => $this];
	}

	public function set(string $id, mixed $service): void {
		$this->made[$id] = $service;
	}

	/** @param callable(ContainerInterface): mixed $factory */
	public function factory(string $id, callable $factory): void {
		$this->factories[$id] = $factory;
	}

	public function has(string $id): bool {
		return array_key_exists($id, $this->made) || isset($this->factories[$id]) || isset($this->aliases[$id]) || class_exists($id);
	}

	public function get(string $id): mixed {
		if (array_key_exists($id, $this->made)) {
			return $this->made[$id];
		}
		return $this->made[$id] = match (true) {
			isset($this->factories[$id]) => ($this->factories[$id])($this),
			isset($this->aliases[$id]) => $this->get($this->aliases[$id]),
			default => $this->build($id),
		};
	}

	private function build(string $id): object {
		$arguments = [];
		foreach (self::$parameters[$id] ??= self::parameters($id) as [$class, $parameter]) {
			$arguments[] = $this->made[$class] ?? $this->argument($class, $parameter);
		}
		return new $id(...$arguments);
	}

	/** @return list<array{?string, ReflectionParameter}> */
	private static function parameters(string $id): array {
		if (!class_exists($id) || !(new ReflectionClass($id))->isInstantiable()) {
			throw new NotFound("There is no service $id; is it a class of the app, or of OCP.list?");
		}
		return array_map(static function (ReflectionParameter $parameter): array {
			$type = $parameter->getType();
			return [$type instanceof ReflectionNamedType && !$type->isBuiltin() ? $type->getName() : null, $parameter];
		}, (new ReflectionClass($id))->getConstructor()?->getParameters() ?? []);
	}

	private function argument(?string $class, ReflectionParameter $parameter): mixed {
		if ($class !== null && ($this->has($class) || !$parameter->isOptional())) {
			return $this->get($class);
		}
		if (array_key_exists($parameter->getName(), $this->made)) {
			return $this->made[$parameter->getName()];
		}
		if ($parameter->isDefaultValueAvailable()) {
			return $parameter->getDefaultValue();
		}
		throw new NotFound('Nothing to give for $' . $parameter->getName() . ' of ' . $parameter->getDeclaringClass()?->getName());
	}
}
