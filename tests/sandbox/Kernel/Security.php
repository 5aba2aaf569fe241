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
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\RedirectResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IGroupManager;
use OCP\IRequest;
use OCP\IUserSession;
use ReflectionMethod;

/** Without attributes a method answers administrators only, and only with the request token. */
class Security extends Middleware {
	public function __construct(
		private readonly IRequest $request,
		private readonly IUserSession $session,
		private readonly IGroupManager $groups,
	) {
	}

	public function beforeController(Controller $controller, string $methodName) {
		$method = new ReflectionMethod($controller, $methodName);
		$has = static fn (string $attribute): bool => $method->getAttributes($attribute) !== [];
		$user = $this->session->getUser();
		if (!$has(PublicPage::class) && $user === null) {
			throw new Refusal('Current user is not logged in', Http::STATUS_UNAUTHORIZED);
		}
		if (!$has(PublicPage::class) && !$has(NoAdminRequired::class) && !$this->groups->isAdmin($user->getUID())) {
			throw new Refusal('Logged in account must be an admin', Http::STATUS_FORBIDDEN);
		}
		$ocs = $controller instanceof OCSController && $this->request->getHeader('OCS-APIRequest') === 'true';
		if (!$has(NoCSRFRequired::class) && !$this->request->passesCSRFCheck() && !$ocs) {
			throw new Refusal('CSRF check failed', Http::STATUS_PRECONDITION_FAILED);
		}
	}

	public function afterException(Controller $controller, string $methodName, Exception $exception): Response {
		if (!$exception instanceof Refusal) {
			throw $exception;
		}
		$status = $exception->getCode();
		if (stripos($this->request->getHeader('Accept'), 'html') === false) {
			return new JSONResponse(['message' => $exception->getMessage()], $status);
		}
		if ($status === Http::STATUS_UNAUTHORIZED) {
			$here = str_replace(['%2F', '%3F'], ['/', '?'], rawurlencode($this->request->getRequestUri()));
			return new RedirectResponse('/login?redirect_url=' . $here);
		}
		return new TemplateResponse('core', 'error', ['message' => $exception->getMessage()], TemplateResponse::RENDER_AS_GUEST, $status);
	}
}
