<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IURLGenerator {
	public function linkToRoute(string $routeName, array $arguments = []): string;
	public function linkToOCSRouteAbsolute(string $routeName, array $arguments = []): string;
	public function linkToRouteAbsolute(string $routeName, array $arguments = []): string;
	public function imagePath(string $appName, string $file): string;
	public function getAbsoluteURL(string $url): string;
}
