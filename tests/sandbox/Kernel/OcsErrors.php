<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Puts the envelope of OCS around what the security rules answer. */
class OcsErrors extends Middleware {
	private const CODES = [
		Http::STATUS_UNAUTHORIZED => OCSController::RESPOND_UNAUTHORISED,
		Http::STATUS_FORBIDDEN => Http::STATUS_FORBIDDEN,
	];

	public function __construct(
		private readonly IRequest $request,
	) {
	}

	public function afterController(Controller $controller, string $methodName, Response $response) {
		$code = self::CODES[$response->getStatus()] ?? null;
		if (!$controller instanceof OCSController || $response instanceof OcsResponse || $code === null) {
			return $response;
		}
		$message = $response instanceof JSONResponse ? $response->getData()['message'] : '';
		return new OcsResponse(new DataResponse([], $code), $this->request->getFormat() === 'json' ? 'json' : 'xml', $message);
	}
}
