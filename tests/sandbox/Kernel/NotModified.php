<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\IRequest;

/** A client that has the answer already gets none. */
class NotModified extends Middleware {
	public function __construct(
		private readonly IRequest $request,
	) {
	}

	public function afterController(Controller $controller, string $methodName, Response $response) {
		if ($response->getETag() !== null && trim($this->request->getHeader('If-None-Match')) === '"' . $response->getETag() . '"') {
			$response->setStatus(Http::STATUS_NOT_MODIFIED);
		}
		return $response;
	}
}
