<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\EventDispatcher\IEventDispatcher;
use ReflectionFunction;
use ReflectionParameter;

/** What the app registers when it starts. */
class Registration implements IBootContext, IRegistrationContext {
	/** @var list<class-string> */
	public array $middlewares = [];

	/** @var list<class-string> */
	public array $searchProviders = [];

	/** @var list<class-string> */
	public array $setupChecks = [];

	/** @var list<class-string> */
	public array $notifiers = [];

	/** @var list<class-string> */
	public array $referenceProviders = [];

	/** @var list<class-string> */
	public array $profileActions = [];

	/** @var list<class-string> */
	public array $calendars = [];

	/** @var list<class-string> */
	public array $migrators = [];

	/** @var list<class-string> */
	public array $teamResources = [];

	/** @var list<class-string> */
	public array $widgets = [];

	public function __construct(
		private readonly IEventDispatcher $events,
		private readonly Container $container,
	) {
	}

	public function injectFn(callable $fn): mixed {
		$parameters = (new ReflectionFunction($fn(...)))->getParameters();
		return $fn(...array_map(fn (ReflectionParameter $parameter): mixed => $this->container->get((string)$parameter->getType()), $parameters));
	}

	public function registerServiceAlias(string $alias, string $target): void {
		$this->container->factory($alias, static fn (Container $container): mixed => $container->get($target));
	}

	public function registerEventListener(string $event, string $listener, int $priority = 0): void {
		$this->events->addServiceListener($event, $listener, $priority);
	}

	public function registerSearchProvider(string $class): void {
		$this->searchProviders[] = $class;
	}

	public function registerReferenceProvider(string $class): void {
		$this->referenceProviders[] = $class;
	}

	public function registerProfileLinkAction(string $actionClass): void {
		$this->profileActions[] = $actionClass;
	}

	public function registerCalendarProvider(string $class): void {
		$this->calendars[] = $class;
	}

	public function registerUserMigrator(string $migratorClass): void {
		$this->migrators[] = $migratorClass;
	}

	public function registerTeamResourceProvider(string $class): void {
		$this->teamResources[] = $class;
	}

	public function registerDashboardWidget(string $widgetClass): void {
		$this->widgets[] = $widgetClass;
	}

	public function registerSetupCheck(string $setupCheckClass): void {
		$this->setupChecks[] = $setupCheckClass;
	}

	public function registerNotifierService(string $notifierClass): void {
		$this->notifiers[] = $notifierClass;
	}

	public function registerMiddleware(string $class, bool $global = false): void {
		$this->middlewares[] = $class;
	}
}
