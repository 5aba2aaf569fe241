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
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use ReflectionMethod;

/** Says when to come back to who asks too often, which Nextcloud refuses without. */
class RetryAfterMiddleware extends Middleware {
	public function afterController(Controller $controller, string $methodName, Response $response): Response {
		if ($response->getStatus() === Http::STATUS_TOO_MANY_REQUESTS) {
			$method = new ReflectionMethod($controller, $methodName);
			$limit = ($method->getAttributes(AnonRateLimit::class) ?: $method->getAttributes(UserRateLimit::class))[0] ?? null;
			if ($limit !== null) {
				$response->addHeader('Retry-After', (string)$limit->newInstance()->getPeriod());
			}
		}
		return $response;
	}
}
