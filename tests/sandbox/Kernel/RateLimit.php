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
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\ARateLimit;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Middleware;
use OCP\IRequest;
use OCP\IUserSession;
use ReflectionMethod;

/** So many calls of a method in a time, per account or, without one (or without a limit for accounts), per address. */
class RateLimit extends Middleware {
	public function __construct(
		private readonly IRequest $request,
		private readonly IUserSession $session,
		private readonly Attempts $attempts,
	) {
	}

	public function beforeController(Controller $controller, string $methodName) {
		$method = new ReflectionMethod($controller, $methodName);
		$user = $this->session->getUser();
		$limit = $user === null ? null : self::limit($method, UserRateLimit::class);
		$who = $limit === null ? 'address ' . $this->request->getRemoteAddress() : 'user ' . $user->getUID();
		$limit ??= self::limit($method, AnonRateLimit::class);
		if ($limit === null || !$this->attempts->limited()) {
			return;
		}
		$what = $controller::class . "::$methodName by $who";
		if ($this->attempts->count($what) >= $limit->getLimit()) {
			throw new TooMany(false);
		}
		$this->attempts->add($what, $limit->getPeriod());
	}

	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		if (!$exception instanceof TooMany || $exception->bruteForce) {
			throw $exception;
		}
		return stripos($this->request->getHeader('Accept'), 'html') === false
			? new DataResponse([], Http::STATUS_TOO_MANY_REQUESTS)
			: new TemplateResponse('core', 'error', ['message' => 'Too many requests'], TemplateResponse::RENDER_AS_GUEST, Http::STATUS_TOO_MANY_REQUESTS);
	}

	private static function limit(ReflectionMethod $method, string $attribute): ?ARateLimit {
		return ($method->getAttributes($attribute)[0] ?? null)?->newInstance();
	}
}
