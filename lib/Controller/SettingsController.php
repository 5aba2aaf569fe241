<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Vocabulary;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IL10N;
use OCP\IRequest;

/** What the network has settled for everybody (src/settings/api.ts). */
class SettingsController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Vocabulary $vocabulary,
		private readonly IL10N $l,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/vocabulary')]
	public function vocabulary(): DataResponse {
		return new DataResponse($this->vocabulary->present($this->l->getLanguageCode()));
	}
}
