<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\IUserSession;
use ReflectionMethod;

/**
 * Adds Retry-After if Nextcloud refused a request by the limit of its route, since Nextcloud does not. Our own refusals (ActionLimit) and
 * those after wrong attempts last longer than that.
 */
class RetryAfterMiddleware extends Middleware {
	/** Nextcloud's limits come first: requests they refuse do not reach our controllers. */
	private bool $passed = false;

	public function __construct(
		private readonly IUserSession $session,
	) {
	}

	public function beforeController(Controller $controller, string $methodName): void {
		$this->passed = true;
	}

	public function afterController(Controller $controller, string $methodName, Response $response): Response {
		if ($this->passed || $response->getStatus() !== Http::STATUS_TOO_MANY_REQUESTS) {
			return $response;
		}
		$method = new ReflectionMethod($controller, $methodName);
		$limit = (($this->session->isLoggedIn() ? $method->getAttributes(UserRateLimit::class) : []) ?: $method->getAttributes(AnonRateLimit::class))[0] ?? null;
		if ($limit !== null && $method->getAttributes(BruteForceProtection::class) === []) {
			$response->addHeader('Retry-After', (string)$limit->newInstance()->getPeriod());
		}
		if ($controller instanceof ReadByAnySite) {
			$response->addHeader('Access-Control-Allow-Origin', '*');
			$response->addHeader('Access-Control-Expose-Headers', 'Retry-After');
		}
		return $response;
	}
}
