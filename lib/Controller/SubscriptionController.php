<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Subscription\OwnLetter;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** Whether an account gets the letter. Shapes, rights and reasons of every endpoint are in src/subscription/api.ts. */
class SubscriptionController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IUserSession $session,
		private readonly OwnLetter $letter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/subscription')]
	public function show(): DataResponse {
		return new DataResponse($this->letter->present($this->uid()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/subscription')]
	public function choose(mixed $wants = null): DataResponse {
		$this->letter->choose($this->uid(), $wants);
		return $this->show();
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}
}
