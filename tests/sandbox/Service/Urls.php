<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IConfig;
use OCP\IRequest;
use OCP\IURLGenerator;
use Sandbox\Kernel\Router;

/** Addresses of routes and files. */
class Urls implements IURLGenerator {
	public function __construct(
		private readonly Router $router,
		private readonly IConfig $config,
		private readonly IRequest $request,
	) {
	}

	public function linkToRoute(string $routeName, array $arguments = []): string {
		return $this->router->generate($routeName, $arguments);
	}

	public function linkToRouteAbsolute(string $routeName, array $arguments = []): string {
		return $this->getAbsoluteURL($this->linkToRoute($routeName, $arguments));
	}

	public function linkToOCSRouteAbsolute(string $routeName, array $arguments = []): string {
		return $this->getAbsoluteURL('/ocs/v2.php' . $this->router->generate("ocs.$routeName", $arguments));
	}

	public function getAbsoluteURL(string $url): string {
		return $this->getBaseUrl() . '/' . ltrim($url, '/');
	}

	public function imagePath(string $appName, string $file): string {
		return "/apps/$appName/img/$file";
	}

	/** On the command line the request knows no host. */
	public function getBaseUrl(): string {
		$host = $this->request->getHeader('Host');
		return $host === '' ? $this->config->getSystemValueString('overwrite.cli.url', 'http://localhost') : "http://$host";
	}
}
