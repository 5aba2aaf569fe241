<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Exception;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;

/** Turns every ReasonException of a controller into `{error: reason, …}` with its status, as JSON. */
class ReasonMiddleware extends Middleware {
	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		if (!$exception instanceof ReasonException) {
			throw $exception;
		}
		// Nextcloud formats a controller's return value, but not a middleware's response to exceptions.
		$response = $controller->buildResponse(
			new DataResponse(['error' => $exception->reason] + $exception->details, $exception->status),
			'json',
		);
		if ($exception->throttle) {
			$response->throttle();
		}
		return $response;
	}
}
