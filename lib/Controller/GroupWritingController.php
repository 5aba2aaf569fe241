<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Group\WriteToGroup;
use OCA\Reseau\Member\Viewers;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Messages to the people of a group. Shapes and reasons are in src/group/writing/api.ts. */
class GroupWritingController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly WriteToGroup $writing,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/writing', requirements: ['group' => '\d{1,18}'])]
	public function writing(int $group): DataResponse {
		return new DataResponse($this->writing->writing($this->viewers->current(), $group));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/conversations', requirements: ['group' => '\d{1,18}'])]
	public function write(int $group): DataResponse {
		return new DataResponse($this->writing->write($this->viewers->current(), $group, $this->request->getParams()), Http::STATUS_CREATED);
	}
}
