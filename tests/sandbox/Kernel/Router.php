<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use InvalidArgumentException;
use OCP\AppFramework\Http\Attribute\Route as RouteAttribute;
use OCP\IUserSession;
use ReflectionAttribute;
use ReflectionClass;
use ReflectionMethod;
use Sandbox\Service\AppManager;
use Sandbox\Service\Apps;

/** The routes, read from the attributes in lib/Controller, then the sandbox's own; the first that fits wins, in the order they are written. */
class Router {
	/** Stand-ins for controllers of Nextcloud itself and of its bundled apps; the latter exist only if their app is enabled. */
	private const OTHERS = [
		UnifiedSearchController::class => 'core',
		AvatarController::class => 'core',
		AdminSettingsController::class => 'core',
		NotificationsController::class => 'core',
		FilesController::class => 'core',
		FileSearchController::class => 'core',
		UploadsController::class => 'core',
		TrashController::class => 'core',
		SharesController::class => 'core',
		TeamsController::class => 'circles',
		TeamPageController::class => 'circles',
		DeckController::class => 'deck',
	];

	/** @var array<string, list<Route>> by app's folder, the same for every request of a test */
	private static array $known = [];

	public function __construct(
		private readonly Apps $apps,
		private readonly AppManager $there,
		private readonly IUserSession $session,
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
			if ($parameters !== null && $this->isAway($route->app)) {
				return null;
			}
			if ($parameters !== null && ($route->verb === $verb || ($route->verb === 'GET' && $verb === 'HEAD'))) {
				return [$route, $parameters];
			}
			$elsewhere = $parameters === null ? $elsewhere : false;
		}
		return $elsewhere;
	}

	/** Whether an app that comes with Nextcloud is missing or not enabled for this account. */
	private function isAway(string $app): bool {
		return $app !== 'core' && $app !== $this->apps->id && !$this->there->isEnabledForUser($app, $this->session->getUser());
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
		foreach (self::OTHERS as $class => $app) {
			array_push($routes, ...self::of($app, $class, ''));
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
			$app,
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
