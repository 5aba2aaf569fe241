<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Board\Models;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** The network's board templates (src/board/models/api.ts); the boards themselves belong to Deck. */
class BoardController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Models $models,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/board-models')]
	public function models(): DataResponse {
		return new DataResponse($this->models->current());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/board-models')]
	public function writeModels(): DataResponse {
		$input = $this->request->getParams();
		return new DataResponse($this->models->write((string)$this->session->getUser()?->getUID(), $input));
	}
}
