<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\BringMinutes;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Minutes of a group's meeting, brought into this group (src/minutes/ordinary/api.ts). */
class GroupMinutesController extends OCSController {
	private const PLACE = ['group' => '\d{1,18}', 'brought' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly BringMinutes $minutes,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/minutes', requirements: ['group' => '\d{1,18}'])]
	public function list(int $group): DataResponse {
		return new DataResponse($this->minutes->all($this->viewers->current(), $group));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/minutes', requirements: ['group' => '\d{1,18}'])]
	public function start(int $group): DataResponse {
		return new DataResponse($this->minutes->start($this->viewers->current(), $group, $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/minutes/{brought}', requirements: self::PLACE)]
	public function get(int $group, int $brought): DataResponse {
		return new DataResponse($this->minutes->get($this->viewers->current(), $group, $brought));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/minutes/{brought}', requirements: self::PLACE)]
	public function save(int $group, int $brought): DataResponse {
		// Path parameters are among the parameters too.
		return new DataResponse($this->minutes->save($this->viewers->current(), $group, $brought, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/minutes/{brought}', requirements: self::PLACE)]
	public function delete(int $group, int $brought): DataResponse {
		$this->minutes->delete($this->viewers->current(), $group, $brought);
		return new DataResponse(null);
	}
}
