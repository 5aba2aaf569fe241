<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use InvalidArgumentException;
use OCP\AppFramework\Http\Attribute\Route as RouteAttribute;
use ReflectionAttribute;
use ReflectionClass;
use ReflectionMethod;
use Sandbox\Service\Apps;

/** The routes, read from the attributes in lib/Controller, then the sandbox's own; the first that fits wins, in the order they are written. */
class Router {
	/** What stands for controllers of Nextcloud itself. */
	private const CORE = [UnifiedSearchController::class, AvatarController::class, AdminSettingsController::class, NotificationsController::class];

	/** @var array<string, list<Route>> by app's folder, the same for every request of a test */
	private static array $known = [];

	public function __construct(
		private readonly Apps $apps,
	) {
	}

	/**
	 * @return array{Route, array<string, string>}|false|null route and its parameters; false: the path exists for other verbs; null: no such path
	 */
	public function match(bool $ocs, string $verb, string $path): array|false|null {
		$found = $this->find($ocs, $verb, $path);
		return $found === null && !str_ends_with($path, '/') ? $this->find($ocs, $verb, $path . '/') : $found;
	}

	/** @return array{Route, array<string, string>}|false|null */
	private function find(bool $ocs, string $verb, string $path): array|false|null {
		$elsewhere = null;
		foreach ($this->routes() as $route) {
			$parameters = str_starts_with($route->name, 'ocs.') === $ocs ? $route->match($path) : null;
			if ($parameters !== null && ($route->verb === $verb || ($route->verb === 'GET' && $verb === 'HEAD'))) {
				return [$route, $parameters];
			}
			$elsewhere = $parameters === null ? $elsewhere : false;
		}
		return $elsewhere;
	}

	public function generate(string $name, array $arguments): string {
		foreach ($this->routes() as $route) {
			if ($route->name === strtolower($name)) {
				return $route->path($arguments);
			}
		}
		throw new InvalidArgumentException("There is no route $name");
	}

	/** @return list<Route> */
	public function routes(): array {
		return self::$known[$this->apps->path($this->apps->id)] ??= $this->read();
	}

	/** @return list<Route> */
	private function read(): array {
		$routes = [];
		foreach (glob($this->apps->path($this->apps->id) . '/lib/Controller/*Controller.php') as $file) {
			array_push($routes, ...self::of($this->apps->id, "{$this->apps->namespace}\\Controller\\" . basename($file, '.php'), "/apps/{$this->apps->id}"));
		}
		foreach (self::CORE as $class) {
			array_push($routes, ...self::of('core', $class, ''));
		}
		return $routes;
	}

	/**
	 * @param class-string $controller
	 * @return iterable<Route>
	 */
	private static function of(string $app, string $controller, string $root): iterable {
		$class = new ReflectionClass($controller);
		foreach ($class->isInstantiable() ? $class->getMethods(ReflectionMethod::IS_PUBLIC) : [] as $method) {
			foreach ($method->getAttributes(RouteAttribute::class, ReflectionAttribute::IS_INSTANCEOF) as $attribute) {
				yield self::route($app, $class, $method, $attribute->newInstance(), $root);
			}
		}
	}

	private static function route(string $app, ReflectionClass $class, ReflectionMethod $method, RouteAttribute $route, string $root): Route {
		$controller = substr($class->getShortName(), 0, -strlen('Controller'));
		$name = "$app.$controller.{$method->getName()}{$route->getPostfix()}";
		return new Route(
			strtolower(($route->getType() === RouteAttribute::TYPE_API ? 'ocs.' : '') . $name),
			strtoupper($route->getVerb()),
			($route->getRoot() ?? $root) . '/' . ltrim($route->getUrl(), '/'),
			$class->getName(),
			$method->getName(),
			$route->getRequirements() ?? [],
			$route->getDefaults() ?? [],
		);
	}
}
