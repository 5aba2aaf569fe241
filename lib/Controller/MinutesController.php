<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Minutes\FindPeople;
use OCA\Reseau\Minutes\MinutesAccess;
use OCA\Reseau\Minutes\MinutesService;
use OCA\Reseau\Shared\ActionLimit;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Minutes that facilitators import (src/minutes/api.ts). */
class MinutesController extends OCSController {
	/** Requests that look people up, each for at most 500. */
	private const LOOKUPS_AN_HOUR = 120;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MinutesService $minutes,
		private readonly MinutesAccess $access,
		private readonly FindPeople $people,
		private readonly ActionLimit $limit,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/minutes')]
	public function list(): DataResponse {
		return new DataResponse($this->minutes->all($this->access->facilitator()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/minutes')]
	public function start(): DataResponse {
		$viewer = $this->access->facilitator();
		$minutes = $this->minutes->start($viewer, $this->request->getParams());
		return new DataResponse($this->minutes->present($viewer, $minutes), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/minutes/{minutes}', requirements: ['minutes' => '\d{1,18}'])]
	public function get(int $minutes): DataResponse {
		return new DataResponse($this->minutes->present($this->access->facilitator(), $this->minutes->get($minutes)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/minutes/{minutes}', requirements: ['minutes' => '\d{1,18}'])]
	public function save(int $minutes): DataResponse {
		$viewer = $this->access->facilitator();
		// Path parameters are among the parameters too.
		$saved = $this->minutes->save($viewer, $this->minutes->get($minutes), $this->request->getParams());
		return new DataResponse($this->minutes->present($viewer, $saved));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/minutes/{minutes}', requirements: ['minutes' => '\d{1,18}'])]
	public function delete(int $minutes): DataResponse {
		$this->access->facilitator();
		$this->minutes->delete($this->minutes->get($minutes));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/minutes/people')]
	public function people(): DataResponse {
		$viewer = $this->access->facilitator();
		$this->limit->count('reseau-minutes-people', [ActionLimit::HOUR => self::LOOKUPS_AN_HOUR]);
		return new DataResponse(['people' => $this->people->find($viewer, $this->request->getParams()['people'] ?? null)]);
	}
}
