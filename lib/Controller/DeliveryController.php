<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Choose;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** How an account is notified. Shapes, rights and reasons of every endpoint are in src/delivery/api.ts. */
class DeliveryController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IUserSession $session,
		private readonly Choices $choices,
		private readonly Choose $choosing,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notified')]
	public function show(): DataResponse {
		return new DataResponse($this->choices->present($this->uid()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/notified')]
	public function choose(mixed $kind = null, mixed $timing = null): DataResponse {
		$this->choosing->choose($this->uid(), $kind, $timing);
		return $this->show();
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}
}
