<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Knowledge\About;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Knowledge of everyday life. Shapes, rights and reasons of every endpoint are in src/knowledge/api.ts. */
class KnowledgeController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly About $about,
	) {
		parent::__construct($appName, $request);
	}

	/** POST, so that what a person is writing is in no log. */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/about')]
	public function propose(mixed $text = '', mixed $side = '', mixed $about = null): DataResponse {
		return new DataResponse($this->about->propose($text, $side, $about));
	}
}
