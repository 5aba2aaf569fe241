<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Exception;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use ReflectionMethod;

/** Failed attempts per address. Nextcloud answers them more and more slowly, then not at all; here nobody waits. */
class BruteForce extends Middleware {
	public const MOST = 10;

	private const SECONDS = 1800;

	public function __construct(
		private readonly IRequest $request,
		private readonly Attempts $attempts,
	) {
	}

	public function beforeController(Controller $controller, string $methodName) {
		foreach ($this->actions($controller, $methodName) as $what) {
			if ($this->attempts->count($what) >= self::MOST) {
				throw new TooMany(true);
			}
		}
	}

	public function afterController(Controller $controller, string $methodName, Response $response) {
		foreach ($response->isThrottled() ? $this->actions($controller, $methodName) : [] as $what) {
			$this->attempts->add($what, self::SECONDS);
		}
		return $response;
	}

	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		if (!$exception instanceof TooMany || !$exception->bruteForce) {
			throw $exception;
		}
		return $controller instanceof OCSController
			? new OcsResponse(new DataResponse([], Http::STATUS_TOO_MANY_REQUESTS), $this->request->getFormat() ?? 'xml', $exception->getMessage())
			: new TemplateResponse('core', 'error', ['message' => 'Too many requests'], TemplateResponse::RENDER_AS_GUEST, Http::STATUS_TOO_MANY_REQUESTS);
	}

	/** @return list<string> */
	private function actions(Controller $controller, string $methodName): array {
		return array_map(
			fn ($attribute) => 'failed ' . $attribute->newInstance()->getAction() . ' from ' . $this->request->getRemoteAddress(),
			(new ReflectionMethod($controller, $methodName))->getAttributes(BruteForceProtection::class),
		);
	}
}
