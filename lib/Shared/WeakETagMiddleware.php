<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\IRequest;

/**
 * Answers 304 to a weak ETag too. A web server that compresses an answer makes its ETag weak (`W/"…"`), as nginx does with JSON, and Nextcloud compares
 * only strong ones: repeated requests would get the whole answer each time. If-None-Match compares weakly (RFC 9110, 13.1.2).
 */
class WeakETagMiddleware extends Middleware {
	public function __construct(
		private readonly IRequest $request,
	) {
	}

	public function afterController(Controller $controller, string $methodName, Response $response): Response {
		$etag = $response->getETag();
		if ($etag !== null && $response->getStatus() === Http::STATUS_OK && trim($this->request->getHeader('If-None-Match')) === "W/\"$etag\"") {
			$response->setStatus(Http::STATUS_NOT_MODIFIED);
		}
		return $response;
	}
}
