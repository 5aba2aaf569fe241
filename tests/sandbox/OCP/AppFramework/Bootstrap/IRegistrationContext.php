<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Bootstrap;

interface IRegistrationContext {
	public function registerServiceAlias(string $alias, string $target): void;
	public function registerEventListener(string $event, string $listener, int $priority = 0): void;
	public function registerSearchProvider(string $class): void;
	public function registerReferenceProvider(string $class): void;
	public function registerProfileLinkAction(string $actionClass): void;
	public function registerCalendarProvider(string $class): void;
	public function registerUserMigrator(string $migratorClass): void;
	public function registerTeamResourceProvider(string $class): void;
	public function registerDashboardWidget(string $widgetClass): void;
	public function registerSetupCheck(string $setupCheckClass): void;
	public function registerNotifierService(string $notifierClass): void;
	public function registerMiddleware(string $class, bool $global = false): void;
}
