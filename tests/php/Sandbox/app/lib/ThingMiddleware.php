<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use DomainException;
use Exception;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;

class ThingMiddleware extends Middleware {
	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		if (!$exception instanceof DomainException) {
			throw $exception;
		}
		return new JSONResponse(['error' => $exception->getMessage()], 409);
	}

	public function afterController(Controller $controller, string $methodName, Response $response) {
		return $response->addHeader('X-Tiny', $methodName);
	}
}
